"""Tells a refusal from a card that did something."""

TITLES = (
    "That did not work",
    "I do not know that choice",
    "You cannot do that here",
    "This works in a server only",
    "I could not find that",
    "Already shared",
    "Please wait a moment",
    "Please wait a minute",
    "I cannot do that at the moment",
    "I do not know that command",
    "I could not share that",
    "That command has changed",
    "Usage: ",
    "Someone was quicker",
    "Not as things are now",
    "Closed to one-to-one conversations",
    "Nothing to send yet",
    "You have reached the limit",
)
"""How the cards of `bot/cards/refusals.py` begin."""


def was_refused(text: str) -> bool:
    """Holds that a person read a refusal."""
    return text.removeprefix("### ").startswith(TITLES)
