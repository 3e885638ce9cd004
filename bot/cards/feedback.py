"""What is said when somebody says what they think of an answer."""

from collections.abc import Sequence
from datetime import date

from bot.cards.answers import Shown, answer_card, meant
from bot.cards.card import Card, Field, Form, Option, legacy
from bot.domain.entry import Entry
from bot.domain.forms import Kind
from bot.domain.knowledge import KnowledgeBase


def alternatives_card(entries: Sequence[Entry], shown: Shown) -> Card:
    """The next best answers, for somebody who meant something else."""
    ask = legacy("None of these: ask a moderator", "refer", (str(shown.asked_id),))
    if not entries:
        return Card(
            title="I have nothing closer", text="Try it in other words, or pass it on.", actions=(ask,)
        )
    return Card(
        title="What did you mean?",
        text="These come next. The one that you choose helps us to find it sooner.",
        choices=tuple(meant(entry, shown) for entry in entries),
        actions=(ask, legacy("Browse the answers", "browse", ("beside",))),
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
        action=legacy("Send", "refer", () if asked_id is None else (str(asked_id),)),
        fields=(
            Field(
                "question",
                "Your question",
                Kind.PARAGRAPH,
                question,
                help="No names, please.",
                limit=1000,
            ),
            Field(
                "tell",
                "Tell you when it is answered?",
                Kind.CHOICE,
                "no",
                help="If yes, I remember who you are until then, and no longer.",
                options=(Option("yes", "Yes, tell me"), Option("no", "No, just pass it on")),
            ),
        ),
    )


def referred_card(*, tell: bool) -> Card:
    """For the person whose question was passed on."""
    told = (
        "I will send you a message when it is answered or, if you take none from me, show it to you when you"
        " next ask here."
    )
    after = told if tell else "I have not kept who asked."
    return Card(
        title="Passed on", text=f"The moderators of this server have your question. {after}", replaces=False
    )


def booking_card(how: Entry, base: KnowledgeBase, today: date) -> Card:
    """How to ask for a conversation here."""
    return answer_card(how, base, today)
