"""Calls that come in meanwhile are served together, and no one's trouble is another's for long."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.discord_ui.transport.batcher import Batcher


class Work:
    """Doubles numbers, in as many goes as it is given leave for; remembers which came together."""

    def __init__(self) -> None:
        self.taken: list[list[int]] = []
        self.leave = asyncio.Semaphore(0)

    async def __call__(self, numbers: Sequence[int]) -> Sequence[int]:
        """The doubles. Raises ValueError where there is a number below zero."""
        self.taken.append(list(numbers))
        await self.leave.acquire()
        if min(numbers) < 0:
            raise ValueError("below zero")
        return [2 * number for number in numbers]


async def begun(*tasks: "asyncio.Task[int]") -> None:
    """Let what was started get as far as it can."""
    for _ in range(5 + len(tasks)):
        await asyncio.sleep(0)


async def test_who_comes_alone_is_taken_at_once_and_the_rest_together() -> None:
    """One crossing for the first, one for all that came meanwhile; each gets their own result."""
    work = Work()
    batcher = Batcher[int, int](work)
    first = asyncio.create_task(batcher.do(1))
    await begun(first)
    rest = [asyncio.create_task(batcher.do(number)) for number in (2, 3, 4)]
    await begun(*rest)
    assert work.taken == [[1]]

    work.leave.release()
    work.leave.release()

    assert await asyncio.gather(first, *rest) == [2, 4, 6, 8]
    assert work.taken == [[1], [2, 3, 4]]


async def test_a_failure_is_told_to_those_it_struck_and_ends_nothing() -> None:
    """Those who come afterwards are served."""
    work = Work()
    batcher = Batcher[int, int](work)
    struck = [asyncio.create_task(batcher.do(number)) for number in (1, -1)]
    await begun(*struck)
    later = asyncio.create_task(batcher.do(5))
    for _ in range(3):
        work.leave.release()

    for task in struck:
        with pytest.raises(ValueError, match="below zero"):
            await task
    assert await later == 10


async def test_who_goes_away_takes_nobody_along() -> None:
    """The others of the same go still get theirs."""
    work = Work()
    batcher = Batcher[int, int](work)
    gone, stays = (asyncio.create_task(batcher.do(number)) for number in (1, 2))
    await begun(gone, stays)

    gone.cancel()
    work.leave.release()

    assert await stays == 4
    assert gone.cancelled() or gone.cancelling()
