"""Background work is done again and again, at once when it is woken, and survives its own errors."""

import asyncio

from bot.discord_ui.background.runner import Runner

LONG = 3600.0


class Work:
    """Counts how often it was done, and lets a test wait for the next time."""

    def __init__(self, fails: int = 0) -> None:
        self.done = 0
        self.fails = fails
        self.told = asyncio.Event()

    async def __call__(self) -> None:
        """Do it. Raises ValueError as often as was asked for."""
        self.done += 1
        self.told.set()
        if self.done <= self.fails:
            raise ValueError("not now")

    async def next(self) -> None:
        """Wait until it is done once more."""
        await asyncio.wait_for(self.told.wait(), 2)
        self.told.clear()


async def at_once() -> None:
    """Nothing to wait for."""


async def test_work_is_done_at_the_start_and_after_each_interval() -> None:
    """Again and again, until it is stopped."""
    work = Work()
    runner = Runner("work", work, every=0.01)
    runner.start(after=at_once)
    for _ in range(3):
        await work.next()
    await runner.stop()
    done = work.done
    await asyncio.sleep(0.05)

    assert work.done == done


async def test_woken_work_does_not_wait_for_its_interval() -> None:
    """Not even where it was woken in the middle of a round."""
    work, woken = Work(), asyncio.Event()
    runner = Runner("work", work, every=LONG, woken=woken)
    runner.start(after=at_once)
    for _ in range(3):
        await work.next()
        woken.set()
    await work.next()
    await runner.stop()

    assert work.done == 4


async def test_an_error_ends_nothing() -> None:
    """It is logged, and the work is tried again."""
    work = Work(fails=2)
    runner = Runner("work", work, every=0.01)
    runner.start(after=at_once)
    for _ in range(3):
        await work.next()
    await runner.stop()

    assert work.done >= 3


async def test_it_begins_only_when_it_can() -> None:
    """Such as once Discord is connected; and it can be stopped before that."""
    work, ready = Work(), asyncio.Event()
    runner = Runner("work", work, every=LONG)
    runner.start(after=ready.wait)
    await asyncio.sleep(0.02)
    assert work.done == 0
    ready.set()
    await work.next()
    await runner.stop()

    never = Runner("work", work, every=LONG)
    never.start(after=asyncio.Event().wait)
    await never.stop()
    assert work.done == 1
