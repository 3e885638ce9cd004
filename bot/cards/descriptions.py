"""What each command does, and what each of its options is: for slash commands, terminal and README.

Discord allows 100 characters for each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.verb import Verb, arguments_of, commands
from bot.domain.verbs import reading, setup
from bot.domain.verbs.dialogue import availability, bookings, planned, requests
from bot.domain.verbs.knowledge import drafts, entries, queue


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command: what it is called, what it is, and its values where they are few."""

    name: str
    text: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Described:
    """A command in a line, with its options by the names of the verb's fields, in the order of typing."""

    text: str
    options: Mapping[str, Option] = field(default_factory=dict)


def _number(of: str, name: str = "number") -> Mapping[str, Option]:
    return {"number": Option(name, f"The number of the {of}")}


_ANSWER = {"entry_id": Option("answer", "The answer, by its title or its id")}
_PARTS = {
    "text": "Title and text",
    "questions": "Questions",
    "sources": "Sources",
    "label": "Status, country, topic",
    "dates": "Dates",
}

DESCRIPTIONS: Mapping[type[Verb], Described] = {
    reading.Browse: Described("Look through the answers by subject"),
    reading.SeeHelp: Described("What I can do for you here, and what I keep"),
    reading.Show: Described("Show one answer", _ANSWER),
    setup.Setup: Described("Set roles and channels, and see what is missing"),
    requests.AskForConversation: Described("Ask a commissioner for a conversation"),
    requests.SeeMine: Described("See your requests and conversations, to move, cancel or add to them"),
    requests.SeeQueue: Described("For commissioners: the requests that are waiting, oldest first"),
    bookings.SeeTimes: Described(
        "See the times that your request can be booked for", _number("request", "request")
    ),
    bookings.SeeBooking: Described(
        "See one conversation, to move, cancel or add to it", _number("conversation")
    ),
    requests.SeeMessages: Described("Show what has come for you"),
    planned.ListServices: Described("See what is to be commissioned"),
    planned.AddService: Described("For commissioners: add a planned service"),
    planned.SeeService: Described("See one planned service", _number("service")),
    planned.CloseService: Described(
        "For commissioners: a tender notice is out, so one-to-one conversations end", _number("service")
    ),
    planned.ReopenService: Described(
        "For commissioners: the notice was withdrawn, so people can talk again", _number("service")
    ),
    availability.SeeAvailability: Described("See when you can talk, and your next free slots"),
    availability.AddAvailability: Described("Add a weekly time, a single day, or a day away"),
    availability.RemoveAvailability: Described("Remove one of your times"),
    availability.PauseAvailability: Described("Offer no free slots for a while; what is booked stays booked"),
    entries.SeeEntry: Described("See an answer as it is live: its version, votes and questions", _ANSWER),
    drafts.EditEntry: Described(
        "Change an answer: a draft, which goes live only when you publish it",
        {**_ANSWER, "part": Option("part", "Which part to change first", _PARTS)},
    ),
    drafts.AddEntry: Described(
        "Write a new answer", {"entry_id": Option("answer", "Its id, such as notice-of-closure")}
    ),
    drafts.Retire: Described("Take an answer out, once you have seen what that would do", _ANSWER),
    drafts.Restore: Described(
        "Bring an earlier version back",
        {**_ANSWER, "version": Option("version", "Its number; 0 is the shipped text")},
    ),
    entries.SeeVersions: Described("See every version of an answer: who, when and why", _ANSWER),
    entries.SeeDifference: Described(
        "See what changed between two versions; the last two if you name none",
        {
            **_ANSWER,
            "before": Option("before", "The number of the earlier version"),
            "after": Option("after", "The number of the later version"),
        },
    ),
    entries.Review: Described("See what is waiting for you: drafts, changed files, answers to review"),
    queue.SeeUnanswered: Described("See the questions that got no good answer, most asked first"),
    queue.SeeSuggestions: Described("See what readers suggested, and phrasings learned from their picks"),
    entries.TestAnswers: Described("Ask every test question of the live answers"),
    entries.Export: Described("Get your own answers as files", _ANSWER),
    entries.Import: Described("Import answers; you see first what that would change"),
    entries.SeeRules: Described("See questions that must be answered, and subjects that need two moderators"),
}
"""By verb: a test holds that each verb that can be typed is here."""

GROUPS: Mapping[str, str] = {
    "availability": "For commissioners: when you can talk",
    "dialogue": "Conversations with commissioners",
    "knowledge": "For moderators: keep the answers right",
    "service": "What is to be commissioned",
}
"""The first word of the commands that have two."""

ASK = "Ask about charities and public services. Only you see the answer."
ASK_QUESTION = "What you would like to know, in your own words"


def usage(kind: type[Verb]) -> str:
    """How a command is typed in a terminal: `/knowledge edit ANSWER [PART]`."""
    needed = {argument.name: argument.is_needed for argument in arguments_of(kind)}
    options = DESCRIPTIONS[kind].options.items()
    words = (option.name.upper() if needed[name] else f"[{option.name.upper()}]" for name, option in options)
    return " ".join((f"/{kind.command}", *words))


def readme_table() -> str:
    """The commands of Discord and the terminal as the README lists them."""
    rows = [("`/ask QUESTION`", ASK.removesuffix("."))]
    for kind in commands():
        where = "" if kind.in_discord else " (terminal only)"
        rows.append((f"`{usage(kind)}`", DESCRIPTIONS[kind].text + where))
    return "\n".join(("| command | what it does |", "|---|---|", *(f"| {a} | {b}. |" for a, b in rows)))
