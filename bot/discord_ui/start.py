"""Starts the Discord client, stops it in good order, and says in one line why it could not."""

import asyncio
import logging
import signal

import discord

from bot.cards.discord import INTENT_REFUSED, TOKEN_REFUSED, closed, not_reached, start_refused
from bot.discord_ui.client import Client
from bot.discord_ui.transport.retry import LOST

log = logging.getLogger(__name__)

FINISH_WITHIN = 4.0
"""Seconds for what is in hand once the host has asked us to leave; hosts kill soon after that."""

_GONE_WITHIN = 4.8
"""Seconds after which we are ended even in the middle of something, such as a disk that never answers."""

_FAILED, _BAD_SETTING = 1, 2


async def run(client: Client, token: str) -> int:
    """Run until the host or Discord ends it; returns the exit code, 0 where we were asked to leave."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    started = asyncio.create_task(_start(client, token))
    asked = asyncio.create_task(stopping.wait())
    await asyncio.wait({started, asked}, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    if started.done():
        return started.result()
    await _leave(client, started)
    return 0


async def _start(client: Client, token: str) -> int:
    """Run the client to its end; what keeps it from running is one line in the log."""
    try:
        async with client:
            await client.start(_sendable(token))
    except discord.LoginFailure:
        return _failed(TOKEN_REFUSED, _BAD_SETTING)
    except discord.PrivilegedIntentsRequired:
        return _failed(INTENT_REFUSED)
    except discord.HTTPException as error:
        return _failed(start_refused(error.status, error.code))
    except LOST as error:
        return _failed(not_reached(type(error).__name__))
    except discord.ConnectionClosed as error:
        return _failed(closed(error.code))
    return 0


def _sendable(token: str) -> str:
    """The token, if it can stand in a header. Raises LoginFailure: with a line break it is none."""
    if not token.strip().isprintable():
        raise discord.LoginFailure("a token has no control characters in it")
    return token


async def _leave(client: Client, started: "asyncio.Task[int]") -> None:
    """Let what is in hand be finished, then close."""
    signal.setitimer(signal.ITIMER_REAL, _GONE_WITHIN)
    log.info("stopping")
    client.context.leaving.set()
    left = await _finished(asyncio.get_running_loop().time() + FINISH_WITHIN)
    if left:
        log.warning("leaving in the middle of something unfinished=%s", left)
    await client.close()
    await asyncio.wait({started})
    signal.setitimer(signal.ITIMER_REAL, 0)
    log.info("stopped unfinished=%s", left)


async def _finished(deadline: float) -> int:
    """Wait for every answer in the making, also those that begin meanwhile; returns how many were late."""
    loop = asyncio.get_running_loop()
    while pending := {task for task in asyncio.all_tasks() if _is_answering(task)}:
        if (left := deadline - loop.time()) <= 0:
            return len(pending)
        await asyncio.wait(pending, timeout=left)
    return 0


def _is_answering(task: "asyncio.Task[object]") -> bool:
    return task.get_name().startswith(("CommandTree", "discord.py: on_"))


def _failed(line: str, code: int = _FAILED) -> int:
    log.error("%s", line)
    return code
