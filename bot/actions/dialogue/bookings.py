"""The verbs of times and bookings: slots, offer, book, move, cancel, note, held, no-show."""

from collections.abc import Mapping

from bot.actions.drafts import Drafted, Typed
from bot.actions.request import Handler, Request, Result
from bot.cards.card import Card, Form, legacy
from bot.cards.dialogue.booking_forms import cancel_form, move_form, offer_form
from bot.cards.dialogue.bookings import (
    booked_card,
    booking_card,
    changed_card,
    history_card,
    move_card,
    move_check_card,
    offer_check_card,
    offered_card,
    taken_card,
    times_card,
)
from bot.cards.dialogue.messages import calendar_attachment
from bot.cards.dialogue.request_forms import reason_form
from bot.cards.dialogue.words import from_minute, when
from bot.domain.dialogue.bookings import MOST_OFFERED, Booking
from bot.domain.dialogue.states import Act
from bot.services.dialogue.bookings import Taken


def _slots(request: Request) -> Result:
    times = request.dialogue.bookings.times(request.number(0), by=request.by)
    return times_card(times, request.dialogue.bookings.zone(by=request.by))


def _book(request: Request) -> Result:
    starts_at = from_minute(request.number(2))
    booked = request.dialogue.bookings.book(request.number(0), request.number(1), starts_at, by=request.by)
    if isinstance(booked, Taken):
        return taken_card(booked, request.dialogue.bookings.zone(by=request.by))
    bookings, part = request.dialogue.bookings, booked.part_of(request.by)
    file = calendar_attachment(booked, bookings.calendar(booked))
    return booked_card(booked, bookings.zones(booked), part, file)


def _offer_form(request: Request, typed: Typed) -> Form:
    number, bookings = request.number(0), request.dialogue.bookings
    bookings.may_offer(number, by=request.by)
    free = request.dialogue.availability.free(MOST_OFFERED, by=request.by)
    zone = bookings.zone(by=request.by)
    return offer_form(number, [when(slot.starts_at, zone) for slot in free], typed)


def _offer(request: Request, typed: Typed) -> Result:
    words = [typed.get(f"time{n}", "") for n in range(1, MOST_OFFERED + 1)]
    slots = request.dialogue.bookings.read_times(request.number(0), words, by=request.by)
    return offer_check_card(request.number(0), slots, request.dialogue.bookings.zone(by=request.by))


def _offer_send(request: Request) -> Result:
    number = request.number(0)
    starts = [from_minute(request.number(place)) for place in range(1, len(request.arguments))]
    slots = request.dialogue.bookings.offer(number, starts, by=request.by)
    request.app.drafts.drop(f"offer:{number}", by=request.by)
    return offered_card(number, slots)


def _booking(request: Request) -> Result:
    booking = request.dialogue.bookings.get(request.number(0), by=request.by)
    said = request.dialogue.outcomes.said(booking)
    zones, part = request.dialogue.bookings.zones(booking), booking.part_of(request.by)
    return booking_card(booking, zones, part, said, request.app.now())


def _history(request: Request) -> Result:
    return history_card(*request.dialogue.outcomes.history(request.number(0), by=request.by))


def _move(request: Request) -> Result:
    number, bookings = request.number(0), request.dialogue.bookings
    zone = bookings.zone(by=request.by)
    if len(request.arguments) < 2:
        booking, slots = bookings.move_times(number, by=request.by)
        return move_card(booking, slots, zone, booking.part_of(request.by))
    moved = bookings.move(number, from_minute(request.number(1)), by=request.by)
    if isinstance(moved, Taken):
        return taken_card(moved, zone)
    request.app.drafts.drop(f"move-typed:{number}", by=request.by)
    return _changed(request, moved, "Moved", "Both of you are told, and the calendar entry moves with it.")


def _move_form(request: Request, typed: Typed) -> Form:
    request.dialogue.bookings.move_times(request.number(0), by=request.by)
    return move_form(request.number(0), typed)


def _move_typed(request: Request, typed: Typed) -> Result:
    slot = request.dialogue.bookings.read_move(request.number(0), typed.get("time", ""), by=request.by)
    return move_check_card(request.number(0), slot, request.dialogue.bookings.zone(by=request.by))


def _cancel_form(request: Request, typed: Typed) -> Form:
    booking = request.dialogue.bookings.get(request.number(0), by=request.by)
    return cancel_form(booking.id, booking.part_of(request.by), typed)


def _cancel(request: Request, typed: Typed) -> Result:
    cancelled = request.dialogue.bookings.cancel(
        request.number(0), typed.get("text", ""), by=request.by, offer_on=typed.get("offer_on") != "no"
    )
    return _changed(request, cancelled, "Cancelled", "Both of you are told why. The slot is free again.")


def _note_form(request: Request, typed: Typed) -> Form:
    booking = request.dialogue.bookings.get(request.number(0), by=request.by)
    action = legacy("Add the note", "note", (str(booking.id),))
    return reason_form(f"A note on conversation {booking.id}", "Your note", action, typed)


def _note(request: Request, typed: Typed) -> Result:
    booking = request.dialogue.outcomes.note(request.number(0), typed.get("text", ""), by=request.by)
    return _changed(request, booking, "Noted", "The other side is told.")


def _held(request: Request) -> Result:
    return _said(request, Act.HELD)


def _no_show(request: Request) -> Result:
    return _said(request, Act.NO_SHOW)


def _said(request: Request, act: Act) -> Result:
    booking = request.dialogue.outcomes.say(request.number(0), act, by=request.by)
    return _changed(
        request, booking, f"It stands as {booking.state}", "The other side is told what you said."
    )


def _changed(request: Request, booking: Booking, title: str, text: str) -> Card:
    part, began = booking.part_of(request.by), booking.starts_at <= request.app.now()
    return changed_card(booking, f"{title}: conversation {booking.id}", text, part, began=began)


VERBS: Mapping[str, Handler] = {
    "slots": _slots,
    "book": _book,
    "offer": Drafted("offer", _offer_form, _offer, goes_on=True),
    "offer-send": _offer_send,
    "booking": _booking,
    "history": _history,
    "move": _move,
    "move-typed": Drafted("move-typed", _move_form, _move_typed, goes_on=True),
    "cancel": Drafted("cancel", _cancel_form, _cancel),
    "note": Drafted("note", _note_form, _note),
    "held": _held,
    "no-show": _no_show,
}
