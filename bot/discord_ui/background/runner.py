"""Runs a piece of background work again and again, until it is stopped."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

log = logging.getLogger(__name__)


class Runner:
    """Does the work every so many seconds, and at once when it is woken; an error is logged and survived.

    Not `discord.ext.tasks`: a loop of those cannot be woken between two rounds.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[], Awaitable[object]],
        *,
        every: float,
        woken: asyncio.Event | None = None,
    ) -> None:
        """`woken` is set by others to have the work done at once."""
        self._name = name
        self._work = work
        self._every = every
        self._woken = woken or asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, *, after: Callable[[], Awaitable[object]]) -> None:
        """Begin, once `after` has returned."""
        self._task = asyncio.create_task(self._run(after), name=self._name)

    async def stop(self) -> None:
        """End; what is cancelled in the middle of its work has had its say when this returns."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self, after: Callable[[], Awaitable[object]]) -> None:
        await after()
        while True:
            self._woken.clear()  # before the work, so that a call meanwhile is not lost
            try:
                await self._work()
            except Exception:
                log.exception("background work failed name=%s", self._name)
            await self._rest()

    async def _rest(self) -> None:
        """Wait for the next round. Not with `wait_for`, which in Python 3.11 can miss being cancelled."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._every):
                await self._woken.wait()
