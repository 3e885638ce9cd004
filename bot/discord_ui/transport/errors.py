"""The one place where an exception becomes words for a person."""

import logging
import secrets

from bot.cards.card import Card
from bot.cards.notices import failed_card, refused_card
from bot.domain.errors import ParleyError

log = logging.getLogger(__name__)


def card_of(error: BaseException, doing: str) -> Card:
    """Say our own errors as they are; log any other, and give only a reference to quote."""
    if isinstance(error, ParleyError):
        log.info("refused doing=%s because=%s", doing, type(error).__name__)
        return refused_card(error)
    reference = secrets.token_hex(4)
    log.error("failed doing=%s reference=%s", doing, reference, exc_info=error)
    return failed_card(reference)
