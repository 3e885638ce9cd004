"""What each side is told of what the other did, and of what is to come."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cards.card import Attachment, Card, Fact, legacy
from bot.cards.dialogue.bookings import actions_of
from bot.cards.dialogue.records import summary_card
from bot.cards.dialogue.words import book, in_zones, person
from bot.cards.plain import plain, quoted
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.messages import News
from bot.domain.dialogue.states import PENDING, Part
from bot.services.dialogue.notices import View

_MINE = legacy("My requests and bookings", "dialogue-mine")


def message_card(view: View) -> Card:
    """One message, for whoever it is to."""
    return _CARDS[view.message.news](view)


def calendar_attachment(booking: Booking, content: bytes) -> Attachment:
    """The booking for a calendar."""
    return Attachment(f"conversation-{booking.id}.ics", content)


def _of_request(title: str, text: str) -> Callable[[View], Card]:
    """A message about a request: `{number}`, `{holder}`, `{organisation}` and `{why}` are filled in."""

    def card(view: View) -> Card:
        request = view.request
        filled = {
            "number": str(view.message.request_id),
            "holder": person(request.holder_id if request else None),
            "organisation": plain(request.wish.organisation) if request else "",
            "why": quoted(view.message.why),
        }
        actions = (legacy("The request", "request", (filled["number"],)),)
        return Card(title=title.format(**filled), text=text.format(**filled), actions=actions)

    return card


def _of_booking(title: str, text: str) -> Callable[[View], Card]:
    """A message about a booking: `{number}`, `{other}`, `{times}` and `{why}` are filled in."""

    def card(view: View) -> Card:
        booking, to = view.message.booking, view.message.to
        assert booking is not None  # noqa: S101 - these messages are of bookings
        filled = {
            "number": str(booking.id),
            "other": person(booking.other(to)),
            "times": in_zones(booking.starts_at, view.zones),
            "why": quoted(view.message.why),
        }
        part = Part.ASKER if to == booking.charity_id else Part.HOLDER
        return Card(
            title=title.format(**filled),
            text=text.format(**filled),
            facts=(Fact("When", booking.starts_at), Fact("For", f"{booking.minutes} minutes")),
            actions=actions_of(booking, part, began=view.message.news in _AFTERWARDS),
            files=(calendar_attachment(booking, view.calendar),) if view.calendar else (),
        )

    return card


def _offered(view: View) -> Card:
    number = str(view.message.request_id)
    if not view.offers:
        return Card(
            title=f"The times for request {number} are no longer held",
            text="They lapsed or were taken back. I tell you when others are offered.",
            actions=(legacy("Times to choose from", "slots", (number,)),),
        )
    return Card(
        title=f"Times for your request {number}",
        text=f"{person(view.offers[0].commissioner_id)} offers these. They are held for you for 48 hours.",
        facts=tuple(Fact(f"Time {n}", slot.starts_at) for n, slot in enumerate(view.offers, 1)),
        note=f"In the list the times stand in {view.zones[0].key}.",
        choices=tuple(book(slot, int(number), view.zones[0]) for slot in view.offers),
        choose="Book a time",
        actions=(legacy("None of the times suits", "turn-down", (number,)), _MINE),
    )


def _freed(view: View) -> Card:
    booking = view.message.booking
    assert booking is not None  # noqa: S101 - this message is of a booking
    return Card(
        title="A slot has come free",
        text=(
            "You wait for a conversation, and whoever takes this slot first has it:"
            f" {in_zones(booking.starts_at, view.zones)}."
        ),
        facts=(Fact("When", booking.starts_at),),
        choices=(book(booking.slot, booking.request_id, view.zones[0]),),
        choose="Book it",
        actions=(legacy("Other times", "slots", (str(booking.request_id),)),),
    )


def _cancelled(view: View) -> Card:
    card = _of_booking(
        "Cancelled: conversation {number}",
        "With {other}, which was to be at: {times}. The file takes it out of your calendar."
        " The reason:\n\n{why}",
    )(view)
    request = view.request
    if request is None or request.state not in PENDING or view.message.to != request.asker_id:
        return card
    more = f"Your request {request.id} stays open: you will be offered other times, or can take a free slot."
    slots = legacy("Times to choose from", "slots", (str(request.id),))
    return replace(card, text=f"{card.text}\n\n{more}", actions=(slots, *card.actions))


def _reminder(view: View) -> Card:
    late = "This reminder comes late; I am sorry.\n\n" if view.late else ""
    name = {"day": "tomorrow", "hour": "in an hour"}[view.message.why]
    title = "Reminder: your conversation" if view.late else f"Reminder: your conversation is {name}"
    return _of_booking(title, late + "Conversation {number} with {other}: {times}.")(view)


def _not_reached(view: View) -> Card:
    request, booking = view.message.request_id, view.message.booking
    about = f"conversation {booking.id}" if booking else f"request {request}"
    return Card(
        title="I could not reach the other side",
        text=f"About {about} they were not told this: {view.message.why}. Please tell them yourself.",
        actions=(legacy("The request", "request", (str(request),)),),
    )


def _record(view: View) -> Card:
    number = (str(view.message.booking.id),) if view.message.booking else ()
    return Card(
        title="A record waits for you",
        text="The other side wrote down what was said, or added to it. Read it, then confirm or add.",
        actions=(legacy("See the record", "record-show", number),),
    )


def _summary(view: View) -> Card:
    return summary_card(view.record) if view.record else Card(title="A summary that is gone")


def _room(view: View) -> Card:
    booking = view.message.booking
    assert booking is not None  # noqa: S101 - this message is of a booking
    return Card(
        title=f"Conversation {booking.id}",
        text=(
            f"This thread is for {person(booking.charity_id)} and {person(booking.commissioner_id)}, and me."
            " Moderators and others who may manage threads in this server can read it too. What is written"
            f" here may have to be disclosed. {in_zones(booking.starts_at, view.zones)}."
        ),
        facts=(Fact("When", booking.starts_at),),
        actions=(legacy("The conversation", "booking", (str(booking.id),)),),
    )


_AFTERWARDS = {News.SAID, News.CONFIRMED, News.OVERDUE}
_CARDS: Mapping[News, Callable[[View], Card]] = {
    News.ASKED: _of_request("Request {number} waits", "{organisation} asks for a conversation."),
    News.CLAIMED: _of_request(
        "Request {number} was taken on", "{holder} has your request and will offer you times."
    ),
    News.HANDED_OVER: _of_request("Request {number} was handed over", "{holder} has it now."),
    News.GIVEN_BACK: _of_request(
        "Request {number} is back in the queue",
        "It has its old place there; times that were offered are held no longer. I tell you who takes it on.",
    ),
    News.DECLINED: _of_request(
        "Request {number} was declined", "{holder} cannot offer a conversation. The reason:\n\n{why}"
    ),
    News.WITHDRAWN: _of_request("Request {number} was withdrawn", "{organisation} took it back."),
    News.OFFERED: _offered,
    News.LAPSED: _of_request(
        "The times for request {number} have lapsed",
        "None was chosen in time, so they are held no longer. {holder} can offer others.",
    ),
    News.TURNED_DOWN: _of_request(
        "None of the times suits for request {number}", "{organisation} can make none of them. Offer others."
    ),
    News.CLOSED: _of_request("Request {number} is closed", "{why}"),
    News.ROOM: _room,
    News.BOOKED: _of_booking(
        "Booked: conversation {number}",
        "With {other}: {times}. The file puts it into your calendar. I remind you a day and an hour before.",
    ),
    News.MOVED: _of_booking(
        "Moved: conversation {number}",
        "With {other}, now at: {times}. The file moves the entry in your calendar.",
    ),
    News.CANCELLED: _cancelled,
    News.NOTE: _of_booking("A note on conversation {number}", "{other} writes:\n\n{why}"),
    News.REMINDER: _reminder,
    News.FREED: _freed,
    News.SAID: _of_booking(
        "What came of conversation {number}",
        "{other} says:\n\n{why}\n\nIf that is not so, say so: both are kept.",
    ),
    News.RECORD: _record,
    News.CONFIRMED: _of_booking(
        "The record of conversation {number} is confirmed", "{other} stands by it too."
    ),
    News.SUMMARY: _summary,
    News.OVERDUE: _of_booking(
        "A commitment is late", "From conversation {number} with {other}:\n\n{why}\n\nSay so when it is kept."
    ),
    News.NOT_REACHED: _not_reached,
}
