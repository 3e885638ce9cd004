"""What is said when something typed has to be mended."""

from bot.cards.card import Action, Card
from bot.cards.plain import plain


def mend_card(sentence: str, again: Action) -> Card:
    """Something typed has to be mended; nothing of it is lost."""
    return Card(
        title="One thing to mend",
        text=plain(sentence),
        note="What you typed is kept, and stands in the form when you open it again.",
        actions=(again,),
    )
