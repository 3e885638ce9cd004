"""Times, and the conversations that are booked."""

from dataclasses import KW_ONLY
from datetime import datetime

from bot.domain.verb import Verb, verb


@verb("slots", command="dialogue slots")
class SeeTimes(Verb):
    """Show the times that a request can be booked for."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("book")
class Book(Verb):
    """Take a free slot for a request."""

    number: int
    _: KW_ONLY
    commissioner_id: int
    starts_at: datetime


@verb("offer")
class Offer(Verb):
    """Type the times to offer for a request."""

    number: int


@verb("offer-send")
class SendOffer(Verb):
    """Offer these times for a request."""

    number: int
    _: KW_ONLY
    starts: tuple[datetime, ...] = ()


@verb("turn-down")
class TurnDown(Verb):
    """Say that none of the offered times work."""

    number: int


@verb("booking", command="dialogue booking")
class SeeBooking(Verb):
    """Show one conversation."""

    number: int


@verb("history")
class SeeHistory(Verb):
    """Show each step of a conversation."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("move")
class Move(Verb):
    """Move a conversation; without a time, choose one."""

    number: int
    _: KW_ONLY
    starts_at: datetime | None = None
    page: int = 1


@verb("move-typed")
class TypeMove(Verb):
    """Type the new time of a conversation."""

    number: int


@verb("cancel")
class Cancel(Verb):
    """Cancel a conversation, with a reason."""

    number: int


@verb("note")
class AddNote(Verb):
    """Leave a note for the other side of a conversation."""

    number: int


@verb("held")
class TookPlace(Verb):
    """Say that a conversation took place."""

    number: int


@verb("no-show")
class NoShow(Verb):
    """Say that the other side did not come."""

    number: int
