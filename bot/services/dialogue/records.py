"""A record of what was said, which one side writes and the other stands by."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.actor import TERMINAL, Actor
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.messages import News, Place
from bot.domain.dialogue.records import Commitment, Record, Side, read_commitments, read_minutes
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BOOKINGS, RECORDS, Act, Part, RecordState
from bot.domain.dialogue.typed import TEXT_LIMIT, text
from bot.domain.errors import NoSuchDialogue, NotAllowed, NotNow, ToMend
from bot.services.dialogue.casework import CHANGED, Casework

_NO_STAGE = "no planned service"
_NOT_WRITTEN = "Nobody has written a record of that conversation yet."


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with the conversation that it is of."""

    record: Record
    booking: Booking
    request: DialogueRequest
    title: str = ""


class Records:
    """What both sides write down afterwards."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._store = casework.stores.records

    def get(self, booking_id: int, *, by: Actor) -> Shown:
        """The record of a booking that concerns this person. Raises NotAllowed or NoSuchDialogue."""
        booking = self._casework.booking(booking_id, by)
        BOOKINGS.after(booking.state, Act.SEE, booking.part_of(by))
        return self._shown(booking)

    def of(self, booking: Booking) -> Shown | None:
        """The record of a booking, for a message that speaks of it."""
        stores = self._casework.stores
        record = self._store.get(booking.guild_id, booking.id)
        request = stores.requests.get(booking.guild_id, booking.request_id)
        if record is None or request is None:
            return None
        service = self._casework.service_of(request)
        return Shown(record, booking, request, service.title if service else "")

    def may_write(self, booking_id: int, *, by: Actor) -> Booking:
        """The booking, if this person may write its record now.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        booking = self._casework.booking(booking_id, by)
        BOOKINGS.after(booking.state, Act.WRITE, booking.part_of(by))
        RECORDS.after(self._state(booking), Act.WRITE, booking.part_of(by))
        return booking

    def write(self, booking_id: int, typed: Mapping[str, str], *, by: Actor) -> Shown:
        """Write the record; the other side is asked to confirm it.

        Raises NotAllowed, NotNow, ToMend or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self.may_write(booking_id, by=by)
            today = self._casework.now().astimezone(self._casework.zone(by.guild_id)).date()
            state = RECORDS.after(RecordState.NONE, Act.WRITE, booking.part_of(by))
            record = Record(
                booking.id,
                by.guild_id,
                self._stage(booking, by),
                read_minutes(typed),
                state,
                commitments=read_commitments(typed.get("commitments", ""), today),
            )
            self._store.add(record)
            change = self._casework.log(by, record, Act.WRITE, state)
            change.tell(News.RECORD, booking.other(by.user_id), about=booking)
            return self._shown(booking)

    def confirm(self, booking_id: int, *, by: Actor) -> Shown:
        """Stand by what the other side wrote. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            return self._answer(booking_id, Act.CONFIRM, News.CONFIRMED, "", by)

    def add(self, booking_id: int, addition: str, *, by: Actor) -> Shown:
        """Add to what the other side wrote, which then goes back to them.

        Raises NotAllowed, NotNow, ToMend or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            RECORDS.after(self._state(booking), Act.ADD, booking.part_of(by))
            addition = text(addition, "What you add", TEXT_LIMIT)
            self._store.append(self._known(booking), by.user_id, addition)
            return self._answer(booking_id, Act.ADD, News.RECORD, addition, by)

    def finish(self, booking_id: int, commitment_id: int, *, by: Actor) -> Shown:
        """Say that a promise was kept. Only the two sides can. Raises NotAllowed or NoSuchDialogue."""
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            if booking.part_of(by) not in (Part.ASKER, Part.HOLDER):
                raise NotAllowed("Only the two who made these commitments can say that they are kept.")
            record = self._known(booking)
            if not self._store.finish(by.guild_id, booking_id, commitment_id):
                raise NotNow("That commitment is not open any more.")
            self._casework.log(by, record, "keep a commitment", record.state)
            return self._shown(booking)

    def publish(self, booking_id: int, *, by: Actor) -> Shown:
        """Post the summary for everyone, once, when both sides stand by it.

        Raises NotAllowed, NotNow, ToMend or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            record = self._known(booking)
            state = RECORDS.after(record.state, Act.PUBLISH, booking.part_of(by))
            self._must_be_postable(booking, record)
            change = self._casework.log(by, record, Act.PUBLISH, state)
            change.post(News.SUMMARY, Place.NOTES, booking)
            return self._shown(booking)

    def nudge(self) -> None:
        """Put each promise whose day has passed into the outbox, for whoever made it; once."""
        for guild_id, promise in self._store.late(self._casework.now().date()):
            booking = self._casework.stores.bookings.get(guild_id, promise.booking_id)
            if booking is not None:
                self._nudge(booking, promise)

    def _must_be_postable(self, booking: Booking, record: Record) -> None:
        """There is a summary, it stands nowhere yet, and there is a place for it."""
        if not record.minutes.published:
            raise ToMend("This record has no summary for everyone, so there is nothing to post.")
        if self._casework.stores.outbox.is_told(booking, News.SUMMARY):
            raise NotNow("The summary of this conversation has been posted already.")
        settings = self._casework.servers.settings(booking.guild_id)
        if settings.notes_channel_id is None and booking.guild_id != TERMINAL:
            raise NotNow("No channel for notes is set, so it cannot be posted. /setup sets one.")

    def _nudge(self, booking: Booking, promise: Commitment) -> None:
        to = booking.charity_id if promise.side is Side.CHARITY else booking.commissioner_id
        self._casework.remember(f"overdue:{promise.id}", News.OVERDUE, to, booking, promise.what)

    def _answer(self, booking_id: int, act: Act, news: News, why: str, by: Actor) -> Shown:
        booking = self._casework.booking(booking_id, by)
        state = RECORDS.after(self._state(booking), act, booking.part_of(by))
        record = self._known(booking)
        if not self._store.step(record, state):
            raise NotNow(CHANGED)
        change = self._casework.log(by, record, act, state, why)
        change.tell(news, booking.other(by.user_id), about=booking, why=why)
        return self._shown(booking)

    def _state(self, booking: Booking) -> RecordState:
        record = self._store.get(booking.guild_id, booking.id)
        return record.state if record else RecordState.NONE

    def _known(self, booking: Booking) -> Record:
        record = self._store.get(booking.guild_id, booking.id)
        if record is None:
            raise NoSuchDialogue(_NOT_WRITTEN)
        return record

    def _shown(self, booking: Booking) -> Shown:
        shown = self.of(booking)
        if shown is None:
            raise NoSuchDialogue(_NOT_WRITTEN)
        return shown

    def _stage(self, booking: Booking, by: Actor) -> str:
        service = self._casework.service_of(self._casework.request(booking.request_id, by))
        return service.stage if service else _NO_STAGE
