"""A fair share of questions for each person."""

from collections import deque
from datetime import datetime, timedelta

from bot.domain.errors import TooFast
from bot.services.answering import Clock


class Pace:
    """Lets each person ask so often in a minute, and forgets people as soon as it can."""

    def __init__(self, now: Clock, *, questions: int = 20, within: timedelta = timedelta(minutes=1)) -> None:
        self._now = now
        self._questions = questions
        self._within = within
        self._asked: dict[int, deque[datetime]] = {}

    def take(self, user_id: int) -> None:
        """Count one. Raises TooFast, which says when the next may come."""
        moment = self._now()
        self._forget(moment)
        asked = self._asked.setdefault(user_id, deque())
        if len(asked) >= self._questions:
            wait = max(1, round((asked[0] + self._within - moment).total_seconds()))
            raise TooFast(f"That is a lot at once. Please try again in {wait} seconds.")
        asked.append(moment)

    def _forget(self, moment: datetime) -> None:
        for user_id, asked in list(self._asked.items()):
            while asked and asked[0] + self._within <= moment:
                asked.popleft()
            if not asked:
                del self._asked[user_id]
