"""A fair share of questions for each person."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from bot.domain.clock import Clock
from bot.domain.errors import TooFast


class RateLimiter:
    """Lets each person ask so often in a minute, and forgets people as soon as it can."""

    def __init__(self, now: Clock, *, questions: int = 20, within: timedelta = timedelta(minutes=1)) -> None:
        self._now = now
        self._questions = questions
        self._within = within
        self._asked: OrderedDict[int, deque[datetime]] = OrderedDict()
        """The times at which each person asked lately; the person who asked last comes last."""

    def __len__(self) -> int:
        """How many people are remembered."""
        return len(self._asked)

    def count(self, user_id: int) -> None:
        """Count one. Raises TooFast, which says when the next is allowed."""
        moment = self._now()
        self._forget(moment)
        asked = self._asked.setdefault(user_id, deque())
        while asked and self._is_over(asked[0], moment):
            asked.popleft()
        if len(asked) >= self._questions:
            wait = max(1, round((asked[0] + self._within - moment).total_seconds()))
            raise TooFast(wait)
        asked.append(moment)
        self._asked.move_to_end(user_id)

    def _forget(self, moment: datetime) -> None:
        """Forget those who last asked longest ago, up to the first whose last question still counts."""
        while self._asked and self._is_over(next(iter(self._asked.values()))[-1], moment):
            self._asked.popitem(last=False)

    def _is_over(self, asked_at: datetime, moment: datetime) -> bool:
        return asked_at + self._within <= moment
