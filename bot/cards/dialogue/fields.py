"""Forms of early dialogue as people see them."""

from collections.abc import Mapping

from bot.cards.card import Action, Form
from bot.cards.fields import Asked, fields_of

YES_NO = {"yes": "Yes", "no": "No"}


def form_of(kind: type, title: str, action: Action, asked: Mapping[str, Asked]) -> Form:
    """A form of this type. Its draft has a name, so that a terminal lets through what is too long."""
    return Form(title, action, fields_of(kind, asked), draft=action.custom_id)
