"""Handlers of conversations: move, cancel, note, and whether they took place."""

from bot.actions.dialogue.here import dialogue, own_zone
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Form
from bot.cards.dialogue.booking_forms import cancel_form, move_form
from bot.cards.dialogue.bookings import (
    booking_card,
    changed_card,
    move_card,
    move_check_card,
    said_card,
    taken_card,
)
from bot.cards.dialogue.history import history_card
from bot.cards.dialogue.request_forms import note_form
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.forms import CancelForm, MoveForm, TextForm
from bot.domain.forms import Reading
from bot.domain.verbs.dialogue.bookings import (
    AddNote,
    Cancel,
    Move,
    NoShow,
    SeeBooking,
    SeeHistory,
    TookPlace,
    TypeMove,
)
from bot.services.dialogue.bookings import Taken


@handles(SeeBooking)
def see_booking(verb: SeeBooking, here: Here) -> Result:
    """Show one conversation."""
    return booking_card(dialogue(here).views.of_booking(verb.number, by=here.by))


@handles(SeeHistory)
def see_history(verb: SeeHistory, here: Here) -> Result:
    """Show each step of a conversation."""
    booking, events = dialogue(here).outcomes.history(verb.number, by=here.by)
    return history_card(booking, events, own_zone(here), verb.page)


@handles(Move)
def move(verb: Move, here: Here) -> Result:
    """Show where a conversation can be moved to, or move it."""
    bookings, zone = dialogue(here).bookings, own_zone(here)
    if verb.starts_at is None:
        return move_card(bookings.moves(verb.number, by=here.by, page=verb.page), zone)
    moved = bookings.move(verb.number, verb.starts_at, by=here.by)
    if isinstance(moved, Taken):
        return taken_card(moved, zone, here.app.now())
    here.app.drafts.drop(TypeMove(verb.number).custom_id, by=here.by)
    return changed_card(moved, Act.MOVE)


def _open_move(verb: TypeMove, here: Here) -> Form:
    dialogue(here).bookings.check_move(verb.number, by=here.by)
    return move_form(verb.number)


def _in_own_zone(_verb: object, here: Here) -> Reading:
    return Reading(here.app.now(), own_zone(here))


@handles_form(TypeMove, MoveForm, opened_by=_open_move, reading=_in_own_zone, goes_on=True)
def type_move(verb: TypeMove, here: Here, filled: MoveForm) -> Result:
    """Say the new time back before anything is moved."""
    slot = dialogue(here).bookings.check_move(verb.number, filled.time, by=here.by)
    return move_check_card(verb.number, slot, own_zone(here))


def _open_cancel(verb: Cancel, here: Here) -> Form:
    booking = dialogue(here).bookings.can_cancel(verb.number, by=here.by)
    return cancel_form(booking.id, booking.part_of(here.by))


@handles_form(Cancel, CancelForm, opened_by=_open_cancel)
def cancel(verb: Cancel, here: Here, filled: CancelForm) -> Result:
    """Cancel a conversation, with a reason."""
    bookings = dialogue(here).bookings
    cancelled = bookings.cancel(verb.number, filled.text, by=here.by, offer_on=filled.offer_on)
    return changed_card(cancelled, Act.CANCEL)


def _open_note(verb: AddNote, here: Here) -> Form:
    return note_form(dialogue(here).outcomes.can_note(verb.number, by=here.by).id)


@handles_form(AddNote, TextForm, opened_by=_open_note)
def add_note(verb: AddNote, here: Here, filled: TextForm) -> Result:
    """Leave a note for the other side."""
    return changed_card(dialogue(here).outcomes.note(verb.number, filled.text, by=here.by), Act.NOTE)


@handles(TookPlace)
def took_place(verb: TookPlace, here: Here) -> Result:
    """Say that a conversation took place."""
    return said_card(dialogue(here).outcomes.say(verb.number, Act.TOOK_PLACE, by=here.by))


@handles(NoShow)
def no_show(verb: NoShow, here: Here) -> Result:
    """Say that the other side did not come."""
    return said_card(dialogue(here).outcomes.say(verb.number, Act.NO_SHOW, by=here.by))
