"""Remembers the latest events, since Discord can deliver the same event twice."""

from collections import OrderedDict

_KEPT = 10_000


class Deduplicator:
    """The ids of the latest events."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def __call__(self, event_id: int) -> bool:
        """Whether this id is new; from now on it is not."""
        if event_id in self._ids:
            return False
        self._ids[event_id] = None
        if len(self._ids) > _KEPT:
            self._ids.popitem(last=False)
        return True
