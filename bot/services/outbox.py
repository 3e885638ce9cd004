"""The outbox, for the front ends that send what is in it: each notice once, whatever happens."""

from datetime import timedelta

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.clock import Clock
from bot.domain.notices import Notice, Place
from bot.services.dialogue.notices import DialogueNotices
from bot.storage.outbox import OutboxStore, Settled

_CLAIM = timedelta(minutes=1)
"""How long one sender has a notice for itself; where it dies meanwhile, another takes over."""

_DAY = timedelta(days=1)
"""How long to wait before a closed direct message is tried again."""

_KEPT = timedelta(days=30)
"""How long a secret notice is kept for someone who cannot be told."""


class Outbox:
    """What is due, and what became of it."""

    def __init__(self, store: OutboxStore, dialogue: DialogueNotices, now: Clock) -> None:
        self._store = store
        self._dialogue = dialogue
        self._now = now

    def due(self) -> list[Notice]:
        """What can be sent by now on Discord, the longest due first."""
        return self._wanted(self._store.due(self._now(), apart_from=TERMINAL))

    def due_for(self, *, by: Actor) -> list[Notice]:
        """What is to be told to one person by now, and in the channels that they read."""
        places = [Place.NOTES, *([Place.QUEUE] if by.has(Role.COMMISSIONER) else [])]
        return self._wanted(self._store.due_for(by.guild_id, by.user_id, places, self._now()))

    def claim(self, notice: Notice) -> bool:
        """Claim a notice, just before it is sent; false where another sender has it."""
        now = self._now()
        return self._store.claim(notice, now=now, until=now + _CLAIM)

    def sent(self, notice: Notice) -> bool:
        """It was told; false where that was settled already."""
        return self._store.settle(notice, Settled.SENT, at=self._now())

    def dropped(self, notice: Notice) -> None:
        """There is nothing to tell any longer."""
        self._store.settle(notice, Settled.DROPPED, at=self._now())

    def put_off(self, notice: Notice) -> None:
        """It could not be sent just now: give the claim up, and try again later."""
        self._store.put_off(notice, self._now() + notice.rest)

    def keep_back(self, notice: Notice) -> None:
        """The person's direct messages are closed: they will see it when they next ask something."""
        self._store.put_off(notice, self._now() + _DAY)

    def kept_back(self) -> list[Notice]:
        """What is waiting until people next ask something."""
        return self._store.kept_back(self._now())

    def kept_back_for(self, *, by: Actor) -> list[Notice]:
        """What is waiting until this person next asks something in this server."""
        return self._store.kept_back(self._now(), by.guild_id, by.user_id)

    def failed(self, notice: Notice) -> None:
        """It cannot be told: say so to the other side of the conversation, once."""
        with self._store.deciding():
            settled = self._store.settle(notice, Settled.FAILED, at=self._now())
            report = self._dialogue.report(notice) if settled else None
            self._store.add([report] if report else [])

    def forget_secrets(self) -> None:
        """Forget the people who could not be told for a month."""
        self._store.forget_secrets(self._now() - _KEPT)

    def own_thread(self, notice: Notice) -> int | None:
        """The thread in which someone whose direct messages are closed is told things, if there is one."""
        return self._store.own_thread(notice.guild_id, notice.to)

    def has_own_thread(self, notice: Notice, thread_id: int) -> None:
        """Remember the thread that was made for someone whose direct messages are closed."""
        self._store.set_own_thread(notice.guild_id, notice.to, thread_id)

    def _wanted(self, due: list[Notice]) -> list[Notice]:
        """Without what no one needs any more, which is settled so."""
        wanted = [notice for notice in due if self._dialogue.is_wanted(notice)]
        for notice in due:
            if notice not in wanted:
                self.dropped(notice)
        return wanted
