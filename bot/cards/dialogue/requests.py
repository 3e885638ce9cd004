"""What is said when somebody asks for a conversation, and while the asking waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.cards.card import Action, Card, Fact, legacy
from bot.cards.dialogue.words import person, span
from bot.cards.plain import labelled, plain
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import PENDING, Part, RequestState
from bot.domain.entry import Entry
from bot.services.dialogue.requests import QUEUE_COUNTED, Mine, Queue

_BOOKINGS = 10
_MINE = legacy("My requests and bookings", "dialogue-mine")


def before_sending_card(entries: Sequence[Entry]) -> Card:
    """The nearest answers, which may help at once and never stand in the way."""
    text = "Nothing is sent yet. Choose **Go on** for three last questions."
    if entries:
        text = f"Does one of these help? If not, choose **Go on**: nothing is sent yet.\n\n{_titles(entries)}"
    return Card(
        title="Before you ask",
        text=text,
        choices=tuple(legacy(entry.title, "look", (entry.id,)) for entry in entries),
        choose="Read an answer",
        actions=(legacy("Go on", "request-more"), legacy("Change what I wrote", "dialogue-request")),
        note="Once you send it, this server's commissioners and moderators can read it.",
    )


def sent_card(request: DialogueRequest, usual: timedelta | None) -> Card:
    """Its number, who has it, what happens next, and how long that usually takes."""
    takes = (
        f"A first answer usually takes {span(usual)} here."
        if usual is not None
        else "Nobody has been answered here yet, so I cannot say how long it takes."
    )
    return Card(
        title=f"Request {request.id} is with the commissioners",
        text=(
            f"{takes}\n\nNext, a commissioner takes it and offers you times, or you take a free slot now. I"
            " tell you of each step."
        ),
        facts=(Fact("Who has it", person(request.holder_id)),),
        actions=(*_of_asker(request), _MINE),
    )


def request_card(request: DialogueRequest, service: PlannedService | None, part: Part) -> Card:
    """One request as the asker or a commissioner sees it, with what they may do."""
    wish, in_hand = request.wish, request.holder_id or request.state in PENDING
    return Card(
        title=f"Request {request.id}: {request.state}",
        text=labelled(
            (
                ("Organisation", wish.organisation),
                ("About", wish.about),
                ("Planned service", service.title if service else ""),
                ("Hopes", wish.hopes),
                ("Needs to take part", wish.access_needs),
                ("Conflicts declared", wish.conflicts),
            )
        ),
        facts=(
            Fact("Asked by", person(request.asker_id)),
            Fact("Asked", request.asked_at),
            *([Fact("Who has it", person(request.holder_id))] if in_hand else []),
            Fact("First contact about it", "yes" if wish.first_contact else "no"),
        ),
        actions=(*_can_do(request, part), _MINE),
    )


def queue_card(queue: Queue, now: datetime) -> Card:
    """What waits for a commissioner, the longest first."""
    if not queue.requests:
        return Card(title="Nobody waits", text="There is no request that waits for a conversation.")
    at_least = "At least " if queue.count == QUEUE_COUNTED else ""
    more = queue.count - len(queue.requests)
    return Card(
        title=f"{at_least}{queue.count} waiting",
        text="\n".join(
            f"- **{request.id}** {plain(request.wish.organisation)}: {request.state}, asked"
            f" {span(now - request.asked_at)} ago"
            for request in queue.requests
        ),
        note=f"{at_least}{more} more wait after these." if more else "",
        choices=tuple(
            legacy(f"{r.id}. {r.wish.organisation}: {r.wish.about}", "request", (str(r.id),))
            for r in queue.requests
        ),
        choose="Open one",
    )


def no_messages_card() -> Card:
    """Everything that was to be told has been."""
    text = "That is all that has come for you. More comes by itself."
    return Card(title="No more messages", text=text, actions=(_MINE,))


def mine_card(mine: Mine, viewer_id: int) -> Card:
    """All that one person has here, and with whom."""
    if not mine.requests and not mine.bookings:
        return Card(
            title="You have nothing open here",
            text="No request of yours waits for a conversation, and none is booked with you.",
            actions=(legacy("Ask for a conversation", "dialogue-request"),),
        )
    bookings = mine.bookings[:_BOOKINGS]
    lines = [
        *(
            f"- Request **{r.id}**, {plain(r.wish.organisation)}: {r.state};"
            f" who has it: {person(r.holder_id)}"
            for r in mine.requests
        ),
        *(f"- Booking **{b.id}**: {b.state}, with {person(b.other(viewer_id))}" for b in bookings),
    ]
    return Card(
        title="Your requests and bookings",
        text="\n".join(lines),
        facts=tuple(Fact(f"Booking {b.id}", b.starts_at) for b in bookings),
        choices=(
            *(legacy(f"Request {r.id}: {r.wish.about}", "request", (str(r.id),)) for r in mine.requests),
            *(legacy(f"Booking {b.id}: {b.state}", "booking", (str(b.id),)) for b in bookings),
        )[:25],
        choose="Open one",
        actions=(legacy("Ask for a conversation", "dialogue-request"),),
    )


def colleagues_card(request_id: int, colleagues: Sequence[int]) -> Card:
    """Who else could take a request."""
    number = str(request_id)
    names = "\n".join(f"{n}. {person(one)}" for n, one in enumerate(colleagues, 1))
    return Card(
        title="Hand over to whom?",
        text=names
        or "No other commissioner has said when they could talk. You can give it back to the queue.",
        choices=tuple(
            legacy(f"Commissioner {n} of the list", "hand-over", (number, str(one)))
            for n, one in enumerate(colleagues[:25], 1)
        ),
        actions=(legacy("Give it back to the queue", "give-back", (number,)),),
    )


def step_card(request: DialogueRequest, part: Part, said: str) -> Card:
    """One step was taken; what may be done next."""
    return Card(
        title=f"Request {request.id}: {request.state}",
        text=said,
        facts=(Fact("Who has it", person(request.holder_id)),),
        actions=(*_can_do(request, part), _MINE),
    )


def _can_do(request: DialogueRequest, part: Part) -> tuple[Action, ...]:
    if part is Part.ASKER:
        return _of_asker(request)
    if part is Part.OTHER:
        return ()
    return _of_staff(request, part)


def _of_asker(request: DialogueRequest) -> tuple[Action, ...]:
    number = (str(request.id),)
    if request.state not in (RequestState.WAITING, RequestState.CLAIMED, RequestState.OFFERED):
        return ()
    times = legacy("Times to choose from", "slots", number)
    turn_down = (legacy("None of the times suits", "turn-down", number),)
    return (
        times,
        *(turn_down if request.state is RequestState.OFFERED else ()),
        legacy("Withdraw", "withdraw", number),
    )


def _of_staff(request: DialogueRequest, part: Part) -> tuple[Action, ...]:
    number = (str(request.id),)
    decline = legacy("Decline", "decline", number)
    if request.state is RequestState.WAITING:
        return (legacy("Take it on", "claim", number), decline) if part is not Part.MODERATOR else ()
    if request.state not in (RequestState.CLAIMED, RequestState.OFFERED):
        return ()
    if part is Part.HOLDER:
        return (legacy("Offer times", "offer", number), legacy("Hand over", "hand-over", number), decline)
    return (legacy("Whoever has it is away: back to the queue", "give-back", number),)


def _titles(entries: Sequence[Entry]) -> str:
    return "\n".join(f"- **{entry.title}** {entry.short_answer}" for entry in entries)
