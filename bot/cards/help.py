"""What the bot can do, and what it keeps."""

from bot.cards.card import Action, Card


def help_card() -> Card:
    """For somebody who has just come."""
    return Card(
        title="What I can do",
        text=(
            "Ask me about charities and public services in England: the ten recommendations of 2012,"
            " the Compact and the Civil Society Covenant, grants, contracts, social value, TUPE,"
            " consultations, funding cuts, and talking with a commissioner before a tender. Ask in your own words.\n\n"
            "People wrote every answer. Each says where it comes from, when it was last checked and whether it"
            " still holds. Where I have none, I say so. It is information, not legal advice."
        ),
        detail=(
            "- Type a question to ask it.\n"
            "- Type a number to take one of the choices below an answer.\n"
            "- `/browse` lists the answers by subject.\n"
            "- `/show ID` shows one answer by its id.\n"
            "- `/help` shows this. `/quit` leaves.\n\n"
            "I keep what was asked and what I answered, so that people can mend the answers, but not who"
            " asked. Start me with `--no-log` and I keep nothing."
        ),
        actions=(Action("Browse the answers by subject", "browse"),),
    )


def welcome_card() -> Card:
    """The first thing that somebody in a terminal reads."""
    return Card(
        title="Parley",
        text=(
            "Ask about charities and public services in England, in your own words. For example:"
            " *how much notice should we get that our grant will end?*\n\n"
            "`/help` says what I can do, `/browse` lists the answers, `/quit` leaves."
        ),
    )
