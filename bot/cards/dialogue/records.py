"""What is said about the record of a conversation."""

from collections.abc import Sequence
from datetime import date

from bot.cards.card import Action, Card, Fact
from bot.cards.dates import day
from bot.cards.dialogue.buttons import button, can_keep, record_buttons
from bot.cards.dialogue.record_forms import CONFLICTS, DOCUMENTS, GIVEN, PEOPLE, RECEIVED
from bot.cards.dialogue.words import BOOKING_STATES, RECORD_STATES, SIDES, STAGES, person
from bot.cards.pages import text_page
from bot.cards.plain import labelled, plain
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.records import Commitment
from bot.domain.errors import Thing
from bot.domain.verbs.dialogue.records import FinishRecord, KeepCommitment, SeeRecord, WriteRecord
from bot.services.dialogue.records import RecordView


def half_written_card(number: int) -> Card:
    """Between the two steps."""
    return Card(
        title="The first half of the record is saved",
        text="Go on with the summary for everyone and the commitments. The other side sees nothing yet.",
        actions=(Action("Go on", FinishRecord(number)), Action("Change what I wrote", WriteRecord(number))),
    )


def record_card(view: RecordView, today: date, *, page: int = 1) -> Card:
    """The record or, where it is too long for a message, a page of it, and what can be done with it."""
    number = view.booking.id
    whole = f"{_written(view)}\n\n{_promises(view.record.commitments, today)}".strip()
    text, turned, turn = text_page(whole, page, lambda other: SeeRecord(number, page=other))
    return Card(
        title=f"Record of conversation {number}",
        text=text,
        facts=(
            Fact("Took place", view.booking.starts_at),
            Fact("Outcome", BOOKING_STATES[view.booking.state]),
            Fact("Stage then", _stage(view)),
            Fact("Charity", person(view.booking.charity_id)),
            Fact("Commissioner", person(view.booking.commissioner_id)),
            Fact("This record", RECORD_STATES[view.record.state]),
        ),
        note=f"{turned}. {_NOTE}" if turned else _NOTE,
        actions=(*turn, *record_buttons(view), button(Thing.BOOKING, Act.SEE, number)),
        choices=_keep(view),
        choose="Say that a commitment has been met",
    )


def _written(view: RecordView) -> str:
    minutes = view.record.minutes
    return labelled(
        (
            ("Organisation", view.request.wish.organisation),
            ("Planned service", view.title),
            (PEOPLE, minutes.people),
            (GIVEN, minutes.given),
            (RECEIVED, minutes.received),
            (DOCUMENTS, minutes.documents),
            (CONFLICTS, minutes.conflicts),
            ("Summary for everyone", minutes.published),
            *(("Added", addition) for addition in view.record.additions),
        )
    )


def summary_card(view: RecordView) -> Card:
    """What everyone can read of a conversation. It names no person."""
    return Card(
        title="A conversation with a commissioner",
        text=labelled(
            (
                ("Organisation", view.request.wish.organisation),
                ("Planned service", view.title),
                ("Summary", view.record.minutes.published),
            )
        ),
        facts=(Fact("Took place", view.booking.starts_at), Fact("Stage then", _stage(view))),
    )


def posted_card(view: RecordView) -> Card:
    """The summary goes where everyone reads it."""
    return Card(
        title=f"Posted: the summary of conversation {view.booking.id}",
        text="Everyone who reads this server's notes can read it now:\n\n"
        + labelled((("Summary", view.record.minutes.published),)),
        actions=(button(Thing.RECORD, Act.SEE, view.booking.id),),
    )


_NOTE = (
    "Keep it factual: it may have to be disclosed under the Freedom of Information Act 2000. The authority"
    " keeps its own record as the Procurement Act 2023 asks."
)


def _stage(view: RecordView) -> str:
    return STAGES[view.record.stage] if view.record.stage else "no planned service"


def _keep(view: RecordView) -> tuple[Action, ...]:
    if not can_keep(view):
        return ()
    return tuple(
        Action(f"Met: {promise.what}", KeepCommitment(view.booking.id, commitment=promise.id))
        for promise in view.record.commitments
        if not promise.done
    )


def _promises(commitments: Sequence[Commitment], today: date) -> str:
    if not commitments:
        return ""
    return "**You said, we did**\n" + "\n".join(_promise(one, today) for one in commitments)


def _promise(one: Commitment, today: date) -> str:
    how = "done" if one.done else "late" if one.is_late(today) else "open"
    return f"- {plain(one.what)} ({SIDES[one.side]}, by {day(one.due_on)}): {how}"
