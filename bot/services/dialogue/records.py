"""A record of a conversation, which one side writes and the other confirms."""

from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo

from bot.domain.actor import TERMINAL, Actor
from bot.domain.dialogue.acts import NOTHING, Act, Conditions, Part
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.forms import FinishRecordForm
from bot.domain.dialogue.records import Commitment, Minutes, Record, Side
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import RECORDS, RecordState, Stage
from bot.domain.errors import Changed, NotFound, Thing
from bot.domain.notices import NoticeKind, Place
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.lookups import Lookups


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record, the conversation that it is of, and what its reader is to it.

    `title` is that of the planned service; empty where it was about none.
    """

    record: Record
    booking: Booking
    request: DialogueRequest
    part: Part
    zone: ZoneInfo
    title: str = ""
    conditions: Conditions = NOTHING


class Records:
    """What both sides write down afterwards."""

    def __init__(self, casework: Casework, lookups: Lookups, changes: Changes) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._store = casework.stores.records

    def get(self, number: int, *, by: Actor) -> RecordView:
        """The record of a booking that concerns this person. Raises NotFound or WrongPart."""
        booking = self._lookups.booking(number, by)
        booking.after(Act.SEE, by)
        return self._view(booking, booking.part_of(by))

    def of(self, booking: Booking) -> RecordView | None:
        """The record of a booking, for a notice that speaks of it."""
        return self._view_or_none(booking, Part.OTHER)

    def can_write(self, number: int, *, by: Actor) -> Booking:
        """The booking, if this person can write its record now.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        booking, now = self._lookups.booking(number, by), self._casework.now()
        booking.after(Act.WRITE, by, booking.conditions(now, self._lookups.record_state(booking)))
        return booking

    def write(self, number: int, filled: FinishRecordForm, *, by: Actor) -> RecordView:
        """Write the record; the other side is asked to confirm it.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        with self._casework.deciding():
            booking = self.can_write(number, by=by)
            part = booking.part_of(by)
            state = RECORDS.after(RecordState.NONE, Act.WRITE, part, booking.id)
            minutes = Minutes(**{field.name: getattr(filled, field.name) for field in fields(Minutes)})
            stage = self._stage(booking, by)
            record = Record(booking.id, by.guild_id, stage, minutes, state, commitments=filled.commitments)
            self._store.add(record)
            change = self._changes.log(by, record, Act.WRITE, state)
            change.tell(NoticeKind.RECORD, booking.other(by.user_id), about=booking)
            return self._view(booking, part)

    def confirm(self, number: int, *, by: Actor) -> RecordView:
        """Say that what the other side wrote is right. Raises NotFound, WrongPart or WrongState."""
        with self._casework.deciding():
            return self._answer(number, Act.CONFIRM, NoticeKind.CONFIRMED, "", by)

    def can_add(self, number: int, *, by: Actor) -> Booking:
        """The booking, if this person can add to its record now.

        Raises NotFound, WrongPart or WrongState.
        """
        booking = self._lookups.booking(number, by)
        self._after(booking, Act.ADD_TO, by)
        return booking

    def add(self, number: int, addition: str, *, by: Actor) -> RecordView:
        """Add to what the other side wrote, which then goes back to them.

        Raises NotFound, WrongPart or WrongState.
        """
        with self._casework.deciding():
            booking = self.can_add(number, by=by)
            self._store.append(self._lookups.record(booking), by.user_id, addition)
            return self._answer(number, Act.ADD_TO, NoticeKind.RECORD, addition, by)

    def finish(self, number: int, commitment_id: int, *, by: Actor) -> RecordView:
        """Say that a commitment was met. Raises NotFound, WrongPart, ConditionUnmet or Changed."""
        with self._casework.deciding():
            booking = self._lookups.booking(number, by)
            state = self._after(booking, Act.KEEP, by)
            if not self._store.finish(by.guild_id, number, commitment_id):
                raise Changed(Thing.COMMITMENT, number)
            self._changes.log(by, self._lookups.record(booking), Act.KEEP, state)
            return self._view(booking, booking.part_of(by))

    def publish(self, number: int, *, by: Actor) -> RecordView:
        """Post the summary for everyone, once, when both sides have confirmed the record.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        with self._casework.deciding():
            booking = self._lookups.booking(number, by)
            state = self._after(booking, Act.PUBLISH, by)
            change = self._changes.log(by, self._lookups.record(booking), Act.PUBLISH, state)
            change.post(NoticeKind.SUMMARY, Place.NOTES, booking)
            return self._view(booking, booking.part_of(by))

    def nudge(self) -> None:
        """Put each commitment whose day has passed into the outbox, for the person who made it, once."""
        for guild_id, promise in self._store.late(self._casework.now().date()):
            booking = self._casework.stores.bookings.get(guild_id, promise.booking_id)
            if booking is not None:
                self._nudge(booking, promise)

    def _nudge(self, booking: Booking, promise: Commitment) -> None:
        to = booking.charity_id if promise.side is Side.CHARITY else booking.commissioner_id
        self._changes.remember(f"overdue:{promise.id}", NoticeKind.OVERDUE, to, booking, promise.what)

    def _after(self, booking: Booking, act: Act, by: Actor) -> RecordState:
        """The state of its record after an act. Raises WrongPart, WrongState or ConditionUnmet."""
        record = self._store.get(booking.guild_id, booking.id)
        if record is None:
            return RECORDS.after(RecordState.NONE, act, booking.part_of(by), booking.id)
        return record.after(act, booking, by, self._conditions(booking, record))

    def _conditions(self, booking: Booking, record: Record) -> Conditions:
        settings = self._casework.servers.settings(booking.guild_id)
        return record.conditions(
            posted=self._casework.stores.outbox.is_told(booking, NoticeKind.SUMMARY),
            has_channel=settings.notes_channel_id is not None or booking.guild_id == TERMINAL,
        )

    def _answer(self, number: int, act: Act, kind: NoticeKind, why: str, by: Actor) -> RecordView:
        booking = self._lookups.booking(number, by)
        state = self._after(booking, act, by)
        record = self._lookups.record(booking)
        if not self._store.step(record, state):
            raise Changed(Thing.RECORD, number)
        change = self._changes.log(by, record, act, state, why=why)
        change.tell(kind, booking.other(by.user_id), about=booking, why=why)
        return self._view(booking, booking.part_of(by))

    def _view(self, booking: Booking, part: Part) -> RecordView:
        view = self._view_or_none(booking, part)
        if view is None:
            raise NotFound(Thing.RECORD, booking.id)
        return view

    def _view_or_none(self, booking: Booking, part: Part) -> RecordView | None:
        stores = self._casework.stores
        record = self._store.get(booking.guild_id, booking.id)
        request = stores.requests.get(booking.guild_id, booking.request_id)
        if record is None or request is None:
            return None
        service, zone = self._lookups.service_of(request), self._casework.zone(booking.guild_id)
        title = service.title if service else ""
        return RecordView(record, booking, request, part, zone, title, self._conditions(booking, record))

    def _stage(self, booking: Booking, by: Actor) -> Stage | None:
        service = self._lookups.service_of(self._lookups.request(booking.request_id, by))
        return service.stage if service else None
