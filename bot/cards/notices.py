"""Cards for what was refused or has failed, for every front end."""

from bot.cards.card import Card
from bot.cards.refusals import refusal
from bot.domain.errors import ParleyError


def refused_card(error: ParleyError) -> Card:
    """One of our own errors, whose text says what to do next."""
    return refusal(error)


def failed_card(reference: str) -> Card:
    """Any other error: nothing of it is told but a reference to quote."""
    return Card(
        title="Something went wrong on our side",
        text=f"Nothing that you did was wrong. Please try again; if it happens again, quote `{reference}`.",
    )


def press_again_card() -> Card:
    """A form came too late to be opened."""
    return Card(title="That took a little long", text="Nothing is lost. Please press again.")


def no_words_card() -> Card:
    """Someone wants a message answered in which nothing is written."""
    return Card(
        title="There are no words in that message",
        text="I can only answer what is written. Type /ask and your question.",
    )
