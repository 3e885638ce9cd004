"""What is said about times, bookings and what came of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.card import Action, Attachment, Card, Fact, legacy
from bot.cards.dialogue.words import book, in_zones, minute, person, places, when, with_one, with_whom
from bot.cards.plain import quoted
from bot.domain.dialogue.bookings import OFFER_LASTS, Booking, Slot
from bot.domain.dialogue.events import Event
from bot.domain.dialogue.states import BookingState, Part
from bot.services.dialogue.bookings import Taken
from bot.services.dialogue.slots import Times

_MINE = legacy("My requests and bookings", "dialogue-mine")
_STEPS = 15
_UTC = ZoneInfo("UTC")
_HOURS = round(OFFER_LASTS.total_seconds() / 3600)


def times_card(times: Times, zone: ZoneInfo) -> Card:
    """Offered times first, then the free slots that can be taken at once."""
    number = times.request.id
    if not times.offered and not times.free:
        return Card(
            title="No time to choose from yet",
            text="No slot is free to take at once. I tell you as soon as a commissioner offers you times.",
            actions=(_MINE,),
        )
    held = "1 time is" if len(times.offered) == 1 else f"{len(times.offered)} times are"
    said = [f"{held} held for you."] if times.offered else []
    said += ["The others are free for whoever takes them first."] if times.free and times.offered else []
    said += ["Choose one to book it. Each is free for whoever takes it first."] if not times.offered else []
    who = places((*times.offered, *times.free))
    return Card(
        title=f"Times for request {number}",
        text="\n\n".join((" ".join(said), *with_whom(who))),
        note=f"Times stand in {zone.key}.",
        choices=(
            *(book(slot, number, zone, f"{with_one(slot, who)} (held for you)") for slot in times.offered),
            *(book(slot, number, zone, with_one(slot, who)) for slot in times.free),
        ),
        choose="Book a time",
        actions=(_MINE,),
    )


def taken_card(taken: Taken, zone: ZoneInfo) -> Card:
    """Somebody else was first: say so, and offer the next best."""
    number, who = str(taken.request_id), places(taken.instead)
    if taken.booking_id is not None:
        choices = tuple(_move_to(taken.booking_id, slot, zone) for slot in taken.instead)
    else:
        choices = tuple(book(slot, taken.request_id, zone, with_one(slot, who)) for slot in taken.instead)
    sorry = "Sorry: somebody else has it, or it is no longer held. Nothing of yours is lost."
    next_best = f"The next best is {choices[0].label}." if choices else "No other slot is free to take now."
    more = () if taken.booking_id is not None else (legacy("Other times", "slots", (number,)),)
    return Card(
        title="That slot is not free any more",
        text="\n\n".join((f"{sorry} {next_best}", *with_whom(who))),
        note=f"Times stand in {zone.key}." if choices else "",
        choices=choices,
        choose="Take another",
        actions=(*more, _MINE),
    )


def offer_check_card(request_id: int, slots: Sequence[Slot], zone: ZoneInfo) -> Card:
    """Say the times back before anything is offered."""
    number = str(request_id)
    return Card(
        title="Offer these times?",
        text="\n".join(f"- {in_zones(slot.starts_at, (zone,))}" for slot in slots),
        facts=tuple(Fact(f"Time {n}", slot.starts_at) for n, slot in enumerate(slots, 1)),
        note=f"Nothing is offered yet. They are held for {_HOURS} hours, or until one is chosen.",
        actions=(
            legacy("Offer them", "offer-send", (number, *(minute(slot.starts_at) for slot in slots))),
            legacy("Change them", "offer", (number,)),
        ),
    )


def offered_card(request_id: int, slots: Sequence[Slot]) -> Card:
    """Times were offered."""
    return Card(
        title=f"Offered for request {request_id}",
        text=f"The asker is told, and can choose one within {_HOURS} hours. I tell you when they do.",
        facts=tuple(Fact(f"Time {n}", slot.starts_at) for n, slot in enumerate(slots, 1)),
        actions=(legacy("The request", "request", (str(request_id),)), _MINE),
    )


def booked_card(booking: Booking, zones: Sequence[ZoneInfo], part: Part, file: Attachment) -> Card:
    """A conversation has its time."""
    return Card(
        title=f"Booked: conversation {booking.id}",
        text=f"It is yours. {in_zones(booking.starts_at, zones)}.",
        facts=_facts(booking),
        note="Both of you are told, with a file for your calendar, and reminded a day and an hour before.",
        actions=actions_of(booking, part, began=False),
        files=(file,),
    )


def booking_card(
    booking: Booking, zones: Sequence[ZoneInfo], part: Part, said: Mapping[int, str], now: datetime
) -> Card:
    """One booking as either side sees it, with what they may do."""
    told = [f"- {person(who)} says: {what}" for who, what in said.items()]
    return Card(
        title=f"Conversation {booking.id}: {booking.state}",
        text=f"{in_zones(booking.starts_at, zones)}.",
        detail="\n".join(told),
        facts=_facts(booking),
        actions=(
            *actions_of(booking, part, began=booking.starts_at <= now),
            legacy("What happened so far", "history", (str(booking.id),)),
        ),
    )


def history_card(booking: Booking, events: Sequence[Event]) -> Card:
    """Who did what, when and why; nothing in it can be changed."""
    steps = [
        f"{n}. {person(event.actor_id)}: {_done(event.act)} (now {_became(event.became)})"
        + (f"\n{quoted(event.why)}" if event.why else "")
        for n, event in enumerate(events[-_STEPS:], 1)
    ]
    return Card(
        title=f"What happened to conversation {booking.id}",
        text="\n".join(steps),
        facts=tuple(Fact(f"Step {n}", event.at) for n, event in enumerate(events[-_STEPS:], 1)),
        actions=(_back(booking, "The conversation"),),
    )


def _became(said: str) -> str:
    """A booking's state and time, as the log has them, with the time as people write it."""
    state, _, at = said.partition(" for ")
    return f"{state} for {when(datetime.fromisoformat(at), _UTC)}" if at else said


def _done(act: str) -> str:
    """What was done, without the word that leads on to what it was done to."""
    return act.removesuffix(" of").removesuffix(" to")


def move_card(booking: Booking, slots: Sequence[Slot], zone: ZoneInfo, part: Part) -> Card:
    """Where a booking can be moved to."""
    typed = (legacy("Another time, in words", "move-typed", (str(booking.id),)),)
    return Card(
        title=f"Move conversation {booking.id}",
        text="Choose a free slot. The other side is told, and the calendar entry moves with it."
        if slots
        else "No other slot is free to take at once. Add a note to ask the other side for a time.",
        facts=(Fact("Now at", booking.starts_at),),
        note=f"Times stand in {zone.key}." if slots else "",
        choices=tuple(_move_to(booking.id, slot, zone) for slot in slots),
        choose="Move it to",
        actions=(*(typed if part is Part.HOLDER else ()), _back(booking, "Leave it as it is")),
    )


def move_check_card(booking_id: int, slot: Slot, zone: ZoneInfo) -> Card:
    """Say the new time back before anything is moved."""
    return Card(
        title="Move it there?",
        text=f"{in_zones(slot.starts_at, (zone,))}.",
        facts=(Fact("New time", slot.starts_at),),
        note="Nothing is moved yet.",
        actions=(
            legacy("Move it", "move", (str(booking_id), minute(slot.starts_at))),
            legacy("Another time", "move-typed", (str(booking_id),)),
        ),
    )


def changed_card(booking: Booking, title: str, text: str, part: Part, *, began: bool) -> Card:
    """A booking was changed; what may be done next."""
    return Card(title=title, text=text, facts=_facts(booking), actions=actions_of(booking, part, began=began))


def actions_of(booking: Booking, part: Part, *, began: bool) -> tuple[Action, ...]:
    """What one side may do with a booking."""
    number = (str(booking.id),)
    if part not in (Part.ASKER, Part.HOLDER):
        return (legacy("The record", "record-show", number),)
    note = legacy("Add a note", "note", number)
    if booking.state is BookingState.CANCELLED:
        return (note, _MINE)
    if not began:
        return (legacy("Move", "move", number), legacy("Cancel", "cancel", number), note, _MINE)
    outcome = (
        legacy("It was held", "held", number),
        legacy("The other side did not come", "no-show", number),
    )
    record = (legacy("Write the record", "record", number), legacy("See the record", "record-show", number))
    has_record = booking.state in (BookingState.HELD, BookingState.DISPUTED)
    return (*outcome, *(record if has_record else ()), note, _MINE)


def _facts(booking: Booking) -> tuple[Fact, ...]:
    return (
        Fact("When", booking.starts_at),
        Fact("For", f"{booking.minutes} minutes"),
        Fact("Charity", person(booking.charity_id)),
        Fact("Commissioner", person(booking.commissioner_id)),
    )


def _move_to(booking_id: int, slot: Slot, zone: ZoneInfo) -> Action:
    return legacy(when(slot.starts_at, zone), "move", (str(booking_id), minute(slot.starts_at)))


def _back(booking: Booking, label: str) -> Action:
    return legacy(label, "booking", (str(booking.id),))
