"""What is said when someone says what they think of an answer."""

from collections.abc import Sequence

from bot.cards.answers import Shown
from bot.cards.card import Action, Card, Form
from bot.cards.fields import Asked, fields_of
from bot.cards.outcomes import meant
from bot.domain.entry import Entry
from bot.domain.feedback_forms import ReferForm
from bot.domain.verbs.reading import Browse, Refer


def alternatives_card(entries: Sequence[Entry], shown: Shown) -> Card:
    """The next best answers, for someone who meant something else."""
    ask = Action("None of these: ask a moderator", Refer(shown.asked_id))
    if not entries:
        return Card(
            title="I have nothing closer",
            text="Try other words, or pass the question on to a moderator.",
            actions=(ask,),
        )
    return Card(
        title="What did you mean?",
        text="These came next. Your choice helps me answer this better next time.",
        choices=tuple(meant(entry, shown) for entry in entries),
        actions=(ask, Action("Browse the answers", Browse(below=True))),
    )


def shared_card(entry: Entry) -> Card:
    """For the person who shared an answer."""
    return Card(
        title="Shared", text=f"Everyone in this channel can now read “{entry.title}”.", replaces=False
    )


def refer_form(question: str, asked_id: int | None) -> Form:
    """Put a question to the moderators."""
    return Form(
        title="Ask a moderator",
        action=Action("Send", Refer(asked_id)),
        fields=fields_of(
            ReferForm,
            {
                "question": Asked("Your question", "Please leave names out.", question),
                "tell": Asked(
                    "Tell you when it is answered?",
                    "If yes, I remember who you are until then, and no longer.",
                    "no",
                    {"yes": "Yes, tell me", "no": "No, just pass it on"},
                ),
            },
        ),
    )


def referred_card(*, tell: bool) -> Card:
    """For the person whose question was passed on."""
    told = (
        "I will message you when it is answered. If your direct messages are closed, I will show it to you"
        " when you next ask here."
    )
    after = told if tell else "I have not kept who asked."
    return Card(
        title="Passed on",
        text=f"The moderators of this server have your question. {after}",
        replaces=False,
    )
