"""Early dialogue: planned services, requests, times, conversations and records.

`number` is always that of the thing in its server.
"""

from dataclasses import KW_ONLY
from datetime import datetime

from bot.domain.verb import Verb, verb


@verb("dialogue-request", command="dialogue request")
class AskForConversation(Verb):
    """Begin a request; `service` is the planned service that it is about."""

    service: int | None = None


@verb("request-more")
class SendRequest(Verb):
    """Fill in the rest of a request and send it."""


@verb("dialogue-mine", command="dialogue mine")
class SeeMine(Verb):
    """List what this person has asked for, has taken on and has booked."""

    _: KW_ONLY
    page: int = 1


@verb("dialogue-queue", command="dialogue queue")
class SeeQueue(Verb):
    """List the requests that are waiting."""

    _: KW_ONLY
    page: int = 1


@verb("messages", command="messages", in_discord=False)
class SeeMessages(Verb):
    """Show what has come for this person, where nothing is sent."""


@verb("request")
class SeeRequest(Verb):
    """Show one request."""

    number: int


@verb("claim")
class Claim(Verb):
    """Take a request on."""

    number: int


@verb("hand-over")
class HandOver(Verb):
    """Give a request to a colleague; without one, choose who."""

    number: int
    _: KW_ONLY
    to: int | None = None
    page: int = 1


@verb("give-back")
class GiveBack(Verb):
    """Put a request back into the queue."""

    number: int


@verb("decline")
class Decline(Verb):
    """Turn a request down, with a reason."""

    number: int


@verb("withdraw")
class Withdraw(Verb):
    """Take a request back."""

    number: int


@verb("turn-down")
class TurnDown(Verb):
    """Say that none of the offered times work."""

    number: int


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


@verb("record")
class WriteRecord(Verb):
    """Write the first half of a record."""

    number: int


@verb("record-more")
class FinishRecord(Verb):
    """Write the second half of a record and save it."""

    number: int


@verb("record-show")
class SeeRecord(Verb):
    """Show a record."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("confirm-record")
class ConfirmRecord(Verb):
    """Say that a record is right."""

    number: int


@verb("record-add")
class AddToRecord(Verb):
    """Add to a record."""

    number: int


@verb("keep-commitment")
class KeepCommitment(Verb):
    """Say that a commitment of a record has been met."""

    number: int
    _: KW_ONLY
    commitment: int


@verb("publish-record")
class PublishRecord(Verb):
    """Post the summary of a record."""

    number: int


@verb("service-list", command="service list")
class ListServices(Verb):
    """List what is to be commissioned."""

    _: KW_ONLY
    page: int = 1


@verb("service-add", command="service add")
class AddService(Verb):
    """Add a planned service."""


@verb("service-show", command="service show")
class SeeService(Verb):
    """Show one planned service."""

    number: int


@verb("service-open")
class OpenService(Verb):
    """Open engagement on a planned service."""

    number: int


@verb("service-close", command="service close")
class CloseService(Verb):
    """Say that the tender notice of a service is out."""

    number: int


@verb("service-reopen", command="service reopen")
class ReopenService(Verb):
    """Say that the notice of a service was withdrawn."""

    number: int


@verb("service-award")
class AwardService(Verb):
    """Record that the contract for a service was awarded."""

    number: int


@verb("access")
class SeeAccess(Verb):
    """Show who has been met about a service and who has not."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("access-note")
class DraftNoteToAll(Verb):
    """Draft the note to everyone who asked about a service."""

    number: int


@verb("availability-list", command="availability list")
class SeeAvailability(Verb):
    """Show when this commissioner can talk."""

    _: KW_ONLY
    page: int = 1


@verb("availability-add", command="availability add")
class AddAvailability(Verb):
    """Add a weekly time, a single day or a day away."""


@verb("availability-remove", command="availability remove")
class RemoveAvailability(Verb):
    """Remove one of the times; without a number, choose which."""

    number: int | None = None


@verb("availability-pause", command="availability pause")
class PauseAvailability(Verb):
    """Offer no free slots for a while, or offer them again."""

    paused: bool = True


@verb("availability-rules")
class SetSlotRules(Verb):
    """Set how long slots are and when they can be booked."""


@verb("availability-limits")
class SetSlotLimits(Verb):
    """Set how many conversations there can be."""
