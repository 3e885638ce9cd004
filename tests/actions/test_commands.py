"""What is typed in a terminal becomes a verb, or the person is told how it is typed."""

import pytest

from bot.actions.commands import command, completed, every_command
from bot.cards.refusals import refusal
from bot.domain.entry_kinds import Section
from bot.domain.errors import UnknownCommand, WrongUsage
from bot.domain.verb import Verb
from bot.domain.verbs.dialogue.bookings import SeeTimes
from bot.domain.verbs.dialogue.requests import Claim
from bot.domain.verbs.knowledge.drafts import EditEntry
from bot.domain.verbs.knowledge.entries import SeeDifference
from bot.domain.verbs.reading import SeeHelp

TITLES = {"tupe": "What happens to staff?", "toilet-map": "The toilet map"}


@pytest.mark.parametrize(
    ("typed", "verb"),
    [
        ("/help", SeeHelp()),
        ("/HELP", SeeHelp()),
        ("/knowledge edit tupe", EditEntry("tupe")),
        ("/knowledge edit TUPE", EditEntry("tupe")),
        ('/knowledge edit "what happens to staff?" sources', EditEntry("tupe", Section.SOURCES)),
        ("/knowledge diff tupe 1 2", SeeDifference("tupe", before=1, after=2)),
        ("/knowledge edit somebody's", EditEntry("somebody's")),
        ("/dialogue slots 3", SeeTimes(3)),
        ("/claim 3", Claim(3)),
    ],
)
def test_a_line_is_read_as_its_verb(typed: str, verb: Verb) -> None:
    """Capitals do not matter, a title means its id, and words go into the options in order."""
    assert command(typed, TITLES) == verb


@pytest.mark.parametrize(
    ("typed", "usage"),
    [
        ("/knowledge edit", "Usage: /knowledge edit ANSWER [PART]"),
        ("/knowledge edit tupe text more", "Usage: /knowledge edit ANSWER [PART]"),
        ("/knowledge edit tupe colour", "Usage: /knowledge edit ANSWER [PART]"),
        ("/dialogue slots three", "Usage: /dialogue slots REQUEST"),
        ("/help me", "Usage: /help"),
    ],
)
def test_a_command_with_the_wrong_words_says_how_it_is_typed(typed: str, usage: str) -> None:
    """Instead of refusing something that was meant."""
    with pytest.raises(WrongUsage) as refused:
        command(typed, TITLES)

    assert refusal(refused.value).title == usage


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/hlp", "Did you mean `/help`?"),
        ("/knowlege edti tupe", "- `/knowledge edit`"),
        ("/service", "- `/service add`\n- `/service close`"),
        ("/xyzzy", "Type /help"),
        ("/", "Type /help"),
    ],
)
def test_a_command_that_there_is_not_leads_to_one_that_there_is(typed: str, said: str) -> None:
    """By spelling, or to the commands of the same group."""
    with pytest.raises(UnknownCommand) as refused:
        command(typed, TITLES)

    assert said in refusal(refused.value).text


def test_a_half_typed_command_is_completed() -> None:
    """First its name, then the id of an answer, where it takes one that there is."""
    assert completed("/service c", TITLES) == ["/service close"]
    assert completed("/knowledge edit t", TITLES) == ["/knowledge edit toilet-map", "/knowledge edit tupe"]
    assert completed("/knowledge add t", TITLES) == []
    assert completed("what is", TITLES) == []
    assert set(completed("/", TITLES)) == {f"/{name}" for name in every_command()}
