"""What people read when they ask for a conversation, and until there is a time for it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.cards.card import Action, Card, Fact
from bot.cards.dates import span
from bot.cards.dialogue.buttons import MINE, button, request_buttons
from bot.cards.dialogue.words import BOOKING_STATES, REQUEST_STATES, person
from bot.cards.pages import page_of, paged
from bot.cards.plain import count, labelled, plain
from bot.domain.dialogue.acts import Act, Part
from bot.domain.dialogue.states import PENDING
from bot.domain.entry import Entry
from bot.domain.errors import Thing
from bot.domain.verbs.dialogue.requests import AskForConversation, HandOver, SeeMine, SeeQueue, SendRequest
from bot.domain.verbs.reading import Look
from bot.services.dialogue.requests import QUEUE_COUNTED, Mine, Queue
from bot.services.dialogue.views import RequestView

_ASK = Action("Ask for a conversation", AskForConversation())


def before_sending_card(entries: Sequence[Entry]) -> Card:
    """The nearest answers, which can help at once and never stand in the way."""
    text = "Nothing has been sent yet. Choose **Go on** for three last questions."
    if entries:
        titles = "\n".join(f"- **{entry.title}** {entry.short_answer}" for entry in entries)
        text = f"Does one of these help? If not, choose **Go on**. Nothing has been sent yet.\n\n{titles}"
    return Card(
        title="Before you ask",
        text=text,
        choices=tuple(Action(entry.title, Look(entry.id)) for entry in entries),
        choose="Read an answer",
        actions=(Action("Go on", SendRequest()), Action("Change what I wrote", AskForConversation())),
        note="Once you send it, this server's commissioners and moderators can read it.",
    )


def sent_card(view: RequestView, usual: timedelta | None) -> Card:
    """Its number, who has it, what happens next, and how long that usually takes."""
    takes = (
        f"A first answer usually takes {span(usual)} here."
        if usual is not None
        else "No one has been answered here yet, so I cannot say how long it takes."
    )
    return Card(
        title=f"Request {view.request.id} is with the commissioners",
        text=(
            f"{takes}\n\nNext, a commissioner will take it on and offer you times. Or you can book a free"
            " time now. I will tell you about each step."
        ),
        facts=(Fact("Taken on by", person(view.request.holder_id)),),
        actions=(*request_buttons(view), MINE),
    )


def request_card(view: RequestView, done: Act | None = None) -> Card:
    """One request as its reader sees it, with what was just `done` and what they can do next."""
    request, wish = view.request, view.request.wish
    in_hand = request.holder_id or request.state in PENDING
    asked = labelled(
        (
            ("Organisation", wish.organisation),
            ("About", wish.about),
            ("Planned service", view.service.title if view.service else ""),
            ("Hopes", wish.hopes),
            ("Needs to take part", wish.access_needs),
            ("Conflicts declared", wish.conflicts),
        )
    )
    return Card(
        title=f"Request {request.id}: {REQUEST_STATES[request.state]}",
        text=_DONE[done] if done else asked,
        facts=(
            *(
                ()
                if done
                else (
                    Fact("Asked by", person(request.asker_id)),
                    Fact("Asked", request.asked_at),
                    Fact("First contact about it", "yes" if wish.first_contact else "no"),
                )
            ),
            *((Fact("Taken on by", person(request.holder_id)),) if in_hand else ()),
        ),
        actions=(*request_buttons(view), MINE),
    )


_DONE: Mapping[Act, str] = {
    Act.CLAIM: "It is yours. The charity has been told. Offer times next.",
    Act.HAND_OVER: "Your colleague has it now. They and the charity have been told.",
    Act.GIVE_BACK: "It is back in the queue, and keeps its place.",
    Act.DECLINE: "The charity has been told why.",
    Act.WITHDRAW: "You can ask again whenever you like.",
    Act.TURN_DOWN: "The commissioner has been told that none of these times work, and can offer others.",
}


def queue_card(queue: Queue, now: datetime) -> Card:
    """What waits for a commissioner, the longest first."""
    if not queue.count:
        return Card(title="No requests are waiting", text="Every request for a conversation has its time.")
    at_least = queue.count == QUEUE_COUNTED
    shown = page_of(
        queue.requests,
        queue.page,
        lambda page: SeeQueue(page=page),
        total=queue.count,
        at_least=at_least,
    )
    return Card(
        title=f"{'At least ' if at_least else ''}{count(queue.count, 'request')} waiting",
        text="\n".join(
            f"- **{request.id}** {plain(request.wish.organisation)}: {REQUEST_STATES[request.state]}, asked"
            f" {span(now - request.asked_at)} ago"
            for request in shown.items
        ),
        note=shown.note,
        choices=tuple(
            Action(
                f"{r.id}. {r.wish.organisation}: {r.wish.about}", button(Thing.REQUEST, Act.SEE, r.id).verb
            )
            for r in shown.items
        ),
        choose="Open one",
        actions=shown.actions,
    )


def no_messages_card() -> Card:
    """Everything that was to be told has been."""
    text = "You have seen everything. I will show you what is new as it comes."
    return Card(title="No more messages", text=text, actions=(MINE,))


def mine_card(mine: Mine, viewer_id: int) -> Card:
    """All that one person has here, and who it is with."""
    if not mine.count:
        return Card(
            title="You have nothing open here",
            text="You have no requests waiting and no conversations booked.",
            actions=(_ASK,),
        )
    shown = page_of(
        (*mine.requests, *mine.bookings), mine.page, lambda page: SeeMine(page=page), total=mine.count
    )
    return Card(
        title="Your requests and conversations",
        text="\n".join(_lines(mine, viewer_id)),
        facts=tuple(Fact(f"Conversation {b.id}", b.starts_at) for b in mine.bookings),
        choices=tuple(_opened(mine)),
        choose="Open one",
        note=shown.note,
        actions=(*shown.actions, _ASK),
    )


def _lines(mine: Mine, viewer_id: int) -> Iterator[str]:
    for request in mine.requests:
        state, holder = REQUEST_STATES[request.state], person(request.holder_id)
        yield f"- Request **{request.id}**, {plain(request.wish.organisation)}: {state}; taken on by {holder}"
    for booking in mine.bookings:
        other = person(booking.other(viewer_id))
        yield f"- Conversation **{booking.id}**, with {other}: {BOOKING_STATES[booking.state]}"


def _opened(mine: Mine) -> Iterator[Action]:
    for request in mine.requests:
        see = button(Thing.REQUEST, Act.SEE, request.id).verb
        yield Action(f"Request {request.id}: {request.wish.about}", see)
    for booking in mine.bookings:
        see = button(Thing.BOOKING, Act.SEE, booking.id).verb
        yield Action(f"Conversation {booking.id}: {BOOKING_STATES[booking.state]}", see)


def colleagues_card(number: int, colleagues: Sequence[int], page: int) -> Card:
    """Who else could take a request on."""
    shown = paged(colleagues, page, lambda other: HandOver(number, page=other))
    names = "\n".join(f"{n}. {person(one)}" for n, one in enumerate(shown.items, shown.first))
    return Card(
        title="Who will take it on?",
        text=names or "No other commissioner has said when they can talk. You can return it to the queue.",
        choices=tuple(
            Action(f"Commissioner {n} of the list", HandOver(number, to=one))
            for n, one in enumerate(shown.items, shown.first)
        ),
        choose="Hand over to",
        note=shown.note,
        actions=(*shown.actions, button(Thing.REQUEST, Act.GIVE_BACK, number, Part.HOLDER)),
    )
