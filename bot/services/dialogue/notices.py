"""What a notice of early dialogue speaks of, whether it is still wanted, and who hears where it fails."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.messages import About, about_of, is_over, notice_about
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import RequestState
from bot.domain.notices import Notice, NoticeKind, Place
from bot.services.dialogue.bookings import Bookings
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.records import Records, RecordView
from bot.services.dialogue.views import BookingView, Views

_OF_RECORDS = (NoticeKind.RECORD, NoticeKind.CONFIRMED, NoticeKind.SUMMARY)
_NOT_OF_DIALOGUE = (NoticeKind.QUESTION_SETTLED, NoticeKind.REVIEW_DUE)


@dataclass(frozen=True, slots=True)
class View:
    """A notice with what it takes to say it. `late` where it should have been told some time ago.

    `seen` is its booking as it is now, as its reader sees it. `zone` is the server's.
    """

    kind: NoticeKind
    to: int
    about: About
    request: DialogueRequest | None
    zone: ZoneInfo
    now: datetime
    offers: tuple[Slot, ...] = ()
    record: RecordView | None = None
    seen: BookingView | None = None
    late: bool = False


class DialogueNotices:
    """What the outbox asks of early dialogue."""

    def __init__(self, casework: Casework, views: Views, bookings: Bookings, records: Records) -> None:
        self._casework = casework
        self._views = views
        self._bookings = bookings
        self._records = records

    def add_late(self) -> None:
        """Put what the passing of time calls for into the outbox: commitments whose day has passed."""
        self._records.nudge()

    def view(self, notice: Notice) -> View:
        """A notice with all that it speaks of, as that is now."""
        stores, now, guild_id = self._casework.stores, self._casework.now(), notice.guild_id
        about = about_of(notice)
        request = stores.requests.get(guild_id, about.request_id) if about.request_id else None
        offers = stores.requests.offers(request, now) if request else []
        booking = about.booking
        return View(
            notice.kind,
            notice.to,
            about,
            request,
            self._casework.zone(guild_id),
            now,
            tuple(offer.slot for offer in offers),
            self._records.of(booking) if booking and notice.kind in _OF_RECORDS else None,
            self._views.told(booking, notice.to) if booking else None,
            notice.is_late(now),
        )

    def thread(self, notice: Notice) -> int | None:
        """The thread of the conversation that a notice is about, if it has one and the reader is in it.

        Someone who is told that a slot came free learns of other people's conversation, and stays out of
        their thread.
        """
        booking = about_of(notice).booking
        if booking is None:
            return None
        both = booking.charity_id, booking.commissioner_id
        return (
            self._bookings.thread_of(booking) if notice.place is Place.THREAD or notice.to in both else None
        )

    def has_thread(self, booking: Booking, thread_id: int) -> None:
        """Remember the thread that was made for a conversation."""
        self._bookings.has_thread(booking, thread_id)

    def is_wanted(self, notice: Notice) -> bool:
        """It still tells something: not the reminder of what is over, nor of an offer that was answered."""
        if notice.kind in _NOT_OF_DIALOGUE:
            return True
        return not (is_over(notice, self._casework.now()) or self._was_answered(notice))

    def report(self, notice: Notice) -> Notice | None:
        """Tells the other side that this could not be told; None where there is no other side to tell."""
        if notice.kind in (*_NOT_OF_DIALOGUE, NoticeKind.NOT_REACHED) or notice.place is not Place.PERSON:
            return None
        about = about_of(notice)
        request = self._casework.stores.requests.get(notice.guild_id, about.request_id)
        two = [request.asker_id, request.holder_id] if request else []
        other = next((one for one in two if one != notice.to), None) if notice.to in two else None
        if request is None or other is None:
            return None
        return notice_about(
            NoticeKind.NOT_REACHED,
            about.booking or request,
            key=f"not reached:{notice.id}",
            due_at=self._casework.now(),
            to=other,
            why=notice.kind,
        )

    def _was_answered(self, notice: Notice) -> bool:
        """It says that an offer has lapsed, but the asker chose, or other times are held meanwhile."""
        if notice.kind is not NoticeKind.LAPSED:
            return False
        stores = self._casework.stores
        request = stores.requests.get(notice.guild_id, about_of(notice).request_id)
        waits = request is not None and request.state is RequestState.OFFERED
        return not waits or bool(request and stores.requests.offers(request, self._casework.now()))
