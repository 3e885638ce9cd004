"""What is said about the record of a conversation."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards.card import Action, Card, Fact, Field, Form, legacy
from bot.cards.dialogue.words import person
from bot.cards.pages import pages
from bot.cards.plain import labelled, plain
from bot.domain.dialogue.records import Commitment
from bot.domain.dialogue.states import Part, RecordState
from bot.domain.forms import Kind
from bot.services.dialogue.records import Shown


def draft_of(booking_id: int) -> str:
    """Where both steps of a record keep what was typed."""
    return f"record:{booking_id}"


def record_form(booking_id: int, typed: Mapping[str, str]) -> Form:
    """The first step: who was there and what went from whom to whom."""
    return Form(
        title="Record: what was said",
        action=legacy("Next", "record", (str(booking_id),)),
        draft=draft_of(booking_id),
        fields=(
            _text("people", "People and their roles", typed, needed=True),
            _text("given", "What the commissioner told", typed),
            _text("received", "What the charity told", typed),
            _text("documents", "Documents shared", typed),
            _text("conflicts", "Conflicts of interest declared", typed),
        ),
    )


def record_more_form(booking_id: int, typed: Mapping[str, str]) -> Form:
    """The second step: what everyone may read, and what was promised."""
    return Form(
        title="Record: what follows",
        action=legacy("Save", "record-more", (str(booking_id),)),
        draft=draft_of(booking_id),
        fields=(
            _text("published", "A summary that everyone may read", typed),
            Field(
                "commitments",
                "Commitments: you said, we did",
                Kind.PARAGRAPH,
                typed.get("commitments", ""),
                required=False,
                help="One a line, or divided by ;, such as charity: send figures by 12 January 2027",
                limit=1000,
            ),
        ),
    )


def half_written_card(booking_id: int) -> Card:
    """Between the two steps."""
    number = (str(booking_id),)
    return Card(
        title="Half of the record is kept",
        text="Go on with the summary for everyone and the commitments. The other side sees nothing yet.",
        actions=(legacy("Go on", "record-more", number), legacy("Change what I wrote", "record", number)),
    )


def record_card(shown: Shown, part: Part, today: date, *, page: int = 1) -> Card:
    """The record or, where it is too long for a message, a page of it, and what may be done with it."""
    every = pages(f"{_written(shown)}\n\n{_promises(shown.record.commitments, today)}".strip())
    page = min(max(page, 1), len(every))
    number = str(shown.booking.id)
    further = (legacy(f"Page {page + 1} of {len(every)}", "record-show", (number, str(page + 1))),)
    return Card(
        title=f"Record of conversation {number}" + (f" (page {page})" if page > 1 else ""),
        text=every[page - 1],
        facts=(
            Fact("Held", shown.booking.starts_at),
            Fact("Came of it", shown.booking.state),
            Fact("Stage then", shown.record.stage),
            Fact("Charity", person(shown.booking.charity_id)),
            Fact("Commissioner", person(shown.booking.commissioner_id)),
            Fact("This record", shown.record.state),
        ),
        note=_NOTE,
        actions=(*(further if page < len(every) else ()), *_can_do(shown, part)),
        choices=_keep(shown, part),
        choose="Say that a commitment is kept",
    )


def _written(shown: Shown) -> str:
    minutes = shown.record.minutes
    return labelled(
        (
            ("Organisation", shown.request.wish.organisation),
            ("Planned service", shown.title),
            ("People and their roles", minutes.people),
            ("What the commissioner told", minutes.given),
            ("What the charity told", minutes.received),
            ("Documents shared", minutes.documents),
            ("Conflicts declared", minutes.conflicts),
            ("Summary for everyone", minutes.published),
            *(("Added", addition) for addition in shown.record.additions),
        )
    )


def addition_form(booking_id: int, typed: Mapping[str, str]) -> Form:
    """Add to what the other side wrote."""
    action = legacy("Add", "record-add", (str(booking_id),))
    return Form(
        title="Add to the record",
        action=action,
        draft=action.custom_id,
        fields=(_text("text", "What is missing or different", typed, needed=True),),
    )


def summary_card(shown: Shown) -> Card:
    """What everyone may read of a conversation. It names no person."""
    return Card(
        title="A conversation with a commissioner",
        text=labelled(
            (
                ("Organisation", shown.request.wish.organisation),
                ("Planned service", shown.title),
                ("Summary", shown.record.minutes.published),
            )
        ),
        facts=(Fact("Held", shown.booking.starts_at), Fact("Stage then", shown.record.stage)),
    )


def posted_card(shown: Shown) -> Card:
    """The summary goes where everyone reads it."""
    return Card(
        title=f"Posted: the summary of conversation {shown.booking.id}",
        text="Everyone who reads the notes of this server can read it now:\n\n"
        + labelled((("Summary", shown.record.minutes.published),)),
        actions=(legacy("The record", "record-show", (str(shown.booking.id),)),),
    )


_NOTE = (
    "Keep it factual: it may have to be disclosed under the Freedom of Information Act 2000. The authority"
    " keeps its own record as the Procurement Act 2023 asks."
)


def _can_do(shown: Shown, part: Part) -> tuple[Action, ...]:
    number = (str(shown.booking.id),)
    awaited = {RecordState.WITH_CHARITY: Part.ASKER, RecordState.WITH_COMMISSIONER: Part.HOLDER}
    back = legacy("The conversation", "booking", number)
    if awaited.get(shown.record.state) is part:
        confirm = legacy("Confirm: I stand by this", "confirm-record", number)
        return (confirm, legacy("Add to it", "record-add", number), back)
    able = shown.record.state is RecordState.CONFIRMED and part not in (Part.ASKER, Part.OTHER)
    if able and shown.record.minutes.published:
        return (legacy("Post the summary", "publish-record", number), back)
    return (back,)


def _keep(shown: Shown, part: Part) -> tuple[Action, ...]:
    if part not in (Part.ASKER, Part.HOLDER):
        return ()
    return tuple(
        legacy(f"Kept: {promise.what}", "keep-commitment", (str(shown.booking.id), str(promise.id)))
        for promise in shown.record.commitments
        if not promise.done
    )


def _promises(commitments: Sequence[Commitment], today: date) -> str:
    if not commitments:
        return ""
    return "**You said, we did**\n" + "\n".join(_promise(one, today) for one in commitments)


def _promise(one: Commitment, today: date) -> str:
    how = "done" if one.done else "late" if one.is_late(today) else "open"
    return f"- {plain(one.what)} ({one.side}, by {one.due_on:%-d %B %Y}): {how}"


def _text(name: str, label: str, typed: Mapping[str, str], *, needed: bool = False) -> Field:
    return Field(name, label, Kind.PARAGRAPH, typed.get(name, ""), required=needed, limit=1000)
