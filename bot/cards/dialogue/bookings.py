"""What is said about times, conversations and whether they took place."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.card import Action, Card, Fact
from bot.cards.dates import moment, moment_in
from bot.cards.dialogue.buttons import MINE, booking_buttons, button, can_type_move
from bot.cards.dialogue.calendar import calendar_attachment
from bot.cards.dialogue.words import (
    BOOKING_STATES,
    OUTCOMES,
    book,
    numbered,
    person,
    with_each,
    with_one,
    zone_note,
)
from bot.cards.pages import turn
from bot.cards.plain import count
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import OFFER_LASTS, Booking, Slot
from bot.domain.dialogue.states import BookingState
from bot.domain.errors import Thing
from bot.domain.verbs.dialogue.bookings import Move, Offer, SeeHistory, SeeTimes, SendOffer, TypeMove
from bot.services.dialogue.bookings import Moves, Taken
from bot.services.dialogue.slots import Times
from bot.services.dialogue.views import BookingView

HOURS_HELD = round(OFFER_LASTS.total_seconds() / 3600)


def times_card(times: Times, zone: ZoneInfo, now: datetime) -> Card:
    """Offered times first, then a page of the free slots that can be taken at once."""
    number = times.request.id
    if not times.offered and not times.free:
        return Card(
            title="No time to choose from yet",
            text="No time is free now. I will tell you as soon as a commissioner offers you times.",
            actions=(MINE,),
        )
    who = numbered((*times.offered, *times.free))
    return Card(
        title=f"Times for request {number}",
        text="\n\n".join((_about_times(times), *with_each(who))),
        note=zone_note(zone),
        choices=(
            *(book(s, number, zone, now, f"{with_one(s, who)} (held for you)") for s in times.offered),
            *(book(s, number, zone, now, with_one(s, who)) for s in times.free),
        ),
        choose="Book a time",
        actions=(*turn(times.page, times.more, lambda page: SeeTimes(number, page=page)), MINE),
    )


def _about_times(times: Times) -> str:
    if not times.offered:
        return "Choose a time to book it. First come, first served."
    held = f"{count(len(times.offered), 'time')} {'is' if len(times.offered) == 1 else 'are'} held for you."
    return f"{held} The others: first come, first served." if times.free else held


def taken_card(taken: Taken, zone: ZoneInfo, now: datetime) -> Card:
    """Someone else was first: say so, and offer the next best."""
    who, moving = numbered(taken.instead), taken.booking_id
    choices = tuple(
        book(slot, taken.request_id, zone, now, with_one(slot, who))
        if moving is None
        else _move_to(moving, slot, zone, now)
        for slot in taken.instead
    )
    sorry = "Sorry: someone else has booked it, or it is no longer held. Nothing of yours is lost."
    next_best = f"The next best is {choices[0].label}." if choices else "No other time is free now."
    more = (button(Thing.REQUEST, Act.BOOK, taken.request_id),) if moving is None else ()
    return Card(
        title="That time is not free any more",
        text="\n\n".join((f"{sorry} {next_best}", *with_each(who))),
        note=zone_note(zone) if choices else "",
        choices=choices,
        choose="Choose another",
        actions=(*more, MINE),
    )


def offer_check_card(number: int, slots: Sequence[Slot], zone: ZoneInfo) -> Card:
    """Say the times back before anything is offered."""
    starts = tuple(slot.starts_at for slot in slots)
    return Card(
        title="Offer these times?",
        text="\n".join(f"- {moment(at, zone)}" for at in starts),
        note=(
            f"{zone_note(zone)} Nothing has been offered yet. I will hold them for {HOURS_HELD} hours, or"
            " until one is chosen."
        ),
        actions=(
            Action("Offer them", SendOffer(number, starts=starts)),
            Action("Change them", Offer(number)),
        ),
    )


def offered_card(number: int, slots: Sequence[Slot]) -> Card:
    """Times were offered."""
    return Card(
        title=f"Offered for request {number}",
        text=(
            f"The charity has been told, and can choose one within {HOURS_HELD} hours. I will tell you when"
            " they do."
        ),
        facts=tuple(Fact(f"Time {n}", slot.starts_at) for n, slot in enumerate(slots, 1)),
        actions=(button(Thing.REQUEST, Act.SEE, number), MINE),
    )


def booked_card(view: BookingView) -> Card:
    """A conversation has its time."""
    return Card(
        title=f"Booked: conversation {view.booking.id}",
        text=(
            "You both get a message with a file for your calendar, and a reminder a day and an hour before."
        ),
        facts=facts_of(view),
        actions=(*booking_buttons(view), MINE),
        files=(calendar_attachment(view),),
    )


def booking_card(view: BookingView) -> Card:
    """One booking as its reader sees it, with what they can do."""
    number = view.booking.id
    return Card(
        title=f"Conversation {number}: {BOOKING_STATES[view.booking.state]}",
        detail="\n".join(f"- {person(who)} says: {OUTCOMES[what]}." for who, what in view.said.items()),
        facts=facts_of(view),
        actions=(*booking_buttons(view), Action("What happened so far", SeeHistory(number)), MINE),
    )


def move_card(moves: Moves, zone: ZoneInfo) -> Card:
    """Where a booking can be moved to."""
    view, number = moves.seen, moves.seen.booking.id
    typed = (button(Thing.BOOKING, Act.MOVE_ANYWHERE, number),) if can_type_move(view) else ()
    return Card(
        title=f"Move conversation {number}",
        text="Choose a free time. The other side will be told, and the calendar entry will move with it."
        if moves.slots
        else "No other time is free now. Add a note to ask the other side for a time.",
        facts=(Fact("Now at", view.booking.starts_at),),
        note=zone_note(zone) if moves.slots else "",
        choices=tuple(_move_to(number, slot, zone, view.now) for slot in moves.slots),
        choose="Move it to",
        actions=(
            *turn(moves.page, moves.more, lambda page: Move(number, page=page)),
            *typed,
            Action("Leave it as it is", button(Thing.BOOKING, Act.SEE, number).verb),
        ),
    )


def move_check_card(number: int, slot: Slot, zone: ZoneInfo) -> Card:
    """Say the new time back before anything is moved."""
    return Card(
        title="Move it there?",
        text=f"{moment(slot.starts_at, zone)}.",
        note=f"{zone_note(zone)} Nothing has been moved yet.",
        actions=(
            Action("Move it", Move(number, starts_at=slot.starts_at)),
            Action("Another time", TypeMove(number)),
        ),
    )


def changed_card(view: BookingView, act: Act) -> Card:
    """A booking was changed; what can be done next."""
    done, text = _CHANGED[act]
    return Card(
        title=f"{done}: conversation {view.booking.id}",
        text=text,
        facts=facts_of(view),
        actions=(*booking_buttons(view), MINE),
    )


_CHANGED: Mapping[Act, tuple[str, str]] = {
    Act.MOVE: ("Moved", "You both get a message, and the calendar entry moves with it."),
    Act.CANCEL: ("Cancelled", "You both get a message that says why. The time is free again."),
    Act.NOTE: ("Note added", "The other side has been told."),
}


def said_card(view: BookingView) -> Card:
    """One side said whether it took place."""
    recorded = {
        BookingState.TOOK_PLACE: "Recorded: this conversation took place",
        BookingState.NO_SHOW: "Recorded: the other side did not come",
        BookingState.DISPUTED: "Recorded: the two sides disagree",
    }
    return Card(
        title=recorded[view.booking.state],
        text="The other side has been told what you said. Both accounts are kept.",
        facts=facts_of(view),
        actions=(*booking_buttons(view), MINE),
    )


def facts_of(view: BookingView, booking: Booking | None = None) -> tuple[Fact, ...]:
    """When it is, for how long, and who talks: as it is now, or as it was in `booking`."""
    booking = booking or view.booking
    zones = moment_in(booking.starts_at, view.zones, view.now)
    return (
        Fact("When", booking.starts_at),
        *((Fact("In both time zones", zones),) if ";" in zones else ()),
        Fact("For", count(booking.minutes, "minute")),
        Fact("Charity", person(booking.charity_id)),
        Fact("Commissioner", person(booking.commissioner_id)),
    )


def _move_to(number: int, slot: Slot, zone: ZoneInfo, now: datetime) -> Action:
    return Action(moment(slot.starts_at, zone, now), Move(number, starts_at=slot.starts_at))
