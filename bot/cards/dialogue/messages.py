"""Messages to each side about what the other did, and about what is to come."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cards.card import Card, Fact
from bot.cards.dialogue.bookings import HOURS_HELD, facts_of
from bot.cards.dialogue.buttons import MINE, booking_buttons, button
from bot.cards.dialogue.calendar import calendar_attachment
from bot.cards.dialogue.records import summary_card
from bot.cards.dialogue.untold import UNTOLD
from bot.cards.dialogue.words import OUTCOMES, book, person, zone_note
from bot.cards.plain import plain, quoted
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.states import PENDING, BookingState
from bot.domain.errors import Thing
from bot.domain.notices import NoticeKind
from bot.services.dialogue.notices import View
from bot.services.dialogue.views import BookingView

_WITH_FILE = {NoticeKind.BOOKED, NoticeKind.MOVED, NoticeKind.CANCELLED, NoticeKind.CLOSED}


def message_card(view: View) -> Card:
    """The card of one message, for the person it is to."""
    return _CARDS[view.kind](view)


def _of_request(title: str, text: str) -> Callable[[View], Card]:
    """A message about a request: `{number}`, `{holder}`, `{organisation}` and `{why}` are filled in."""

    def card(view: View) -> Card:
        request, number = view.request, view.about.request_id
        filled = {
            "number": str(number),
            "holder": person(request.holder_id if request else None),
            "organisation": plain(request.wish.organisation) if request else "",
            "why": quoted(view.about.why),
        }
        actions = (button(Thing.REQUEST, Act.SEE, number),)
        return Card(title=title.format(**filled), text=text.format(**filled), actions=actions)

    return card


def _both(view: View) -> tuple[Booking, BookingView]:
    """The booking as it was then, and as it is now; messages about bookings have both."""
    assert view.about.booking is not None  # noqa: S101 - bookings are never deleted
    assert view.seen is not None  # noqa: S101
    return view.about.booking, view.seen


def _of_booking(title: str, text: str) -> Callable[[View], Card]:
    """A message about a booking: `{number}`, `{other}` and `{why}` are filled in."""

    def card(view: View) -> Card:
        booking, seen = _both(view)
        filled = {
            "number": str(booking.id),
            "other": person(booking.other(view.to)),
            "why": quoted(view.about.why),
        }
        with_file = view.kind in _WITH_FILE
        return Card(
            title=title.format(**filled),
            text=text.format(**filled),
            facts=facts_of(seen, booking),
            actions=(*booking_buttons(seen), MINE),
            files=(calendar_attachment(seen, booking),) if with_file else (),
        )

    return card


def _offered(view: View) -> Card:
    number = view.about.request_id
    times = button(Thing.REQUEST, Act.BOOK, number)
    if not view.offers:
        return Card(
            title=f"The times for request {number} are no longer held",
            text="They lapsed or were taken back. I will tell you when you are offered others.",
            actions=(times,),
        )
    return Card(
        title=f"Times for your request {number}",
        text=(
            f"{person(view.offers[0].commissioner_id)} offers these times. They are held for you for"
            f" {HOURS_HELD} hours."
        ),
        facts=tuple(Fact(f"Time {n}", slot.starts_at) for n, slot in enumerate(view.offers, 1)),
        note=zone_note(view.zone),
        choices=tuple(book(slot, number, view.zone, view.now) for slot in view.offers),
        choose="Book a time",
        actions=(button(Thing.REQUEST, Act.TURN_DOWN, number), times, MINE),
    )


def _freed(view: View) -> Card:
    booking, _ = _both(view)
    return Card(
        title="A time has come free",
        text="You are waiting for a conversation. First come, first served.",
        facts=(Fact("When", booking.starts_at),),
        note=zone_note(view.zone),
        choices=(book(booking.slot, booking.request_id, view.zone, view.now),),
        choose="Book it",
        actions=(button(Thing.REQUEST, Act.BOOK, booking.request_id),),
    )


def _cancelled(view: View) -> Card:
    card = _of_booking(
        "Cancelled: conversation {number}",
        "Your conversation with {other} will not take place. The file takes it out of your calendar. The"
        " reason:\n\n{why}",
    )(view)
    request = view.request
    if request is None or request.state not in PENDING or view.to != request.asker_id:
        return card
    more = f"Your request {request.id} stays open. You can book another time, or wait to be offered some."
    times = button(Thing.REQUEST, Act.BOOK, request.id)
    return replace(card, text=f"{card.text}\n\n{more}", actions=(times, *card.actions))


_NOTICE_OUT = (
    "A tender notice is out, so no one can talk one to one about this service. Ask here instead:\n\n{why}"
)
_REQUEST_CLOSED = _of_request("Request {number} is closed", _NOTICE_OUT)
_BOOKING_CLOSED = _of_booking(
    "Cancelled: conversation {number}", _NOTICE_OUT + "\n\nThe file takes it out of your calendar."
)


def _closed(view: View) -> Card:
    return _BOOKING_CLOSED(view) if view.about.booking else _REQUEST_CLOSED(view)


def _reminder(view: View) -> Card:
    when = {"day": "tomorrow", "hour": "in an hour"}[view.about.why]
    title = "Reminder: your conversation" if view.late else f"Reminder: your conversation is {when}"
    late = "This reminder is late, sorry. " if view.late else ""
    return _of_booking(title, late + "Conversation {number} is with {other}.")(view)


def _said(view: View) -> Card:
    booking, _ = _both(view)
    card = _of_booking("Outcome of conversation {number}", "")(view)
    what = OUTCOMES[BookingState(view.about.why)]
    other = person(booking.other(view.to))
    return replace(card, text=f"{other} says that {what}. If you disagree, say so. Both accounts are kept.")


def _not_reached(view: View) -> Card:
    request, booking = view.about.request_id, view.about.booking
    about = f"conversation {booking.id}" if booking else f"request {request}"
    return Card(
        title="I could not reach the other side",
        text=f"They do not know this about {about}: {UNTOLD[NoticeKind(view.about.why)]}. Please tell them.",
        actions=(button(Thing.REQUEST, Act.SEE, request),),
    )


def _record(view: View) -> Card:
    booking, _ = _both(view)
    return Card(
        title=f"Please read the record of conversation {booking.id}",
        text="The other side has written it or added to it. Please read it, then confirm or add to it.",
        actions=(button(Thing.RECORD, Act.SEE, booking.id),),
    )


def _summary(view: View) -> Card:
    return summary_card(view.record) if view.record else Card(title="This summary is no longer there")


def _thread(view: View) -> Card:
    booking, _ = _both(view)
    return Card(
        title=f"Conversation {booking.id}",
        text=(
            f"This thread is for {person(booking.charity_id)} and {person(booking.commissioner_id)}, and me."
            " Moderators and others who can manage threads in this server can read it too. You might have to"
            " disclose what you write here."
        ),
        facts=(Fact("When", booking.starts_at),),
        actions=(button(Thing.BOOKING, Act.SEE, booking.id),),
    )


_CARDS: Mapping[NoticeKind, Callable[[View], Card]] = {
    NoticeKind.ASKED: _of_request("New request: number {number}", "{organisation} asks for a conversation."),
    NoticeKind.CLAIMED: _of_request(
        "Request {number} was taken on", "{holder} has your request and will offer you times."
    ),
    NoticeKind.HANDED_OVER: _of_request("Request {number} was handed over", "{holder} has it now."),
    NoticeKind.GIVEN_BACK: _of_request(
        "Request {number} is back in the queue",
        "It keeps its place there. Times that were offered are no longer held. I will tell you who"
        " takes it on.",
    ),
    NoticeKind.DECLINED: _of_request(
        "Request {number} was declined", "{holder} cannot offer a conversation. The reason:\n\n{why}"
    ),
    NoticeKind.WITHDRAWN: _of_request("Request {number} was withdrawn", "{organisation} has withdrawn it."),
    NoticeKind.OFFERED: _offered,
    NoticeKind.LAPSED: _of_request(
        "The times for request {number} have lapsed",
        "No one chose a time, so they are no longer held. {holder} can offer others.",
    ),
    NoticeKind.TURNED_DOWN: _of_request(
        "None of the times for request {number} work", "{organisation} needs others. Offer some more."
    ),
    NoticeKind.CLOSED: _closed,
    NoticeKind.THREAD: _thread,
    NoticeKind.BOOKED: _of_booking(
        "Booked: conversation {number}",
        "Your conversation is with {other}. The file puts it in your calendar. I will remind you a day and an"
        " hour before.",
    ),
    NoticeKind.MOVED: _of_booking(
        "Moved: conversation {number}",
        "Your conversation with {other} has a new time. The file moves the entry in your calendar.",
    ),
    NoticeKind.CANCELLED: _cancelled,
    NoticeKind.NOTE: _of_booking("A note on conversation {number}", "{other} writes:\n\n{why}"),
    NoticeKind.REMINDER: _reminder,
    NoticeKind.FREED: _freed,
    NoticeKind.SAID: _said,
    NoticeKind.RECORD: _record,
    NoticeKind.CONFIRMED: _of_booking(
        "The record of conversation {number} is confirmed", "{other} has confirmed it."
    ),
    NoticeKind.SUMMARY: _summary,
    NoticeKind.OVERDUE: _of_booking(
        "A commitment is late",
        "You promised this in conversation {number} with {other}:\n\n{why}\n\nOnce you have done it, say so"
        " in the record.",
    ),
    NoticeKind.NOT_REACHED: _not_reached,
}
