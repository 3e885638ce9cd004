"""Starts the Discord client, stops it in good order, and says in one line why it could not."""

import asyncio
import logging
import signal
import sys

import discord

from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

STOP_WITHIN = 4.0
"""Seconds to leave in after the host has asked for it; hosts kill soon after that."""


def log_to_stdout() -> None:
    """One line an event, which a Procfile host collects. Nothing that was asked is ever in it."""
    logging.basicConfig(
        stream=sys.stdout,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        force=True,
    )
    logging.getLogger("discord").setLevel(logging.WARNING)


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
    log.info("stopping")
    await _leave(client, started)
    return 0


async def _start(client: Client, token: str) -> int:
    """Run the client to its end; what keeps it from running is one line in the log."""
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure:
        return _failed("Discord refuses the token. Set DISCORD_TOKEN to the one on the bot's page.")
    except discord.PrivilegedIntentsRequired:
        return _failed("Discord refuses an intent of this bot, though it asks for no privileged one.")
    except (OSError, discord.HTTPException, discord.GatewayNotFound) as error:
        return _failed(
            f"Discord cannot be reached ({type(error).__name__}). Check the network and try again."
        )
    except discord.ConnectionClosed as error:
        return _failed(f"Discord closed the connection (code {error.code}).")
    return 0


async def _leave(client: Client, started: "asyncio.Task[int]") -> None:
    """Let what is in hand be finished, then close."""
    pending = {task for task in asyncio.all_tasks() if _is_answering(task)}
    if pending:
        await asyncio.wait(pending, timeout=STOP_WITHIN / 2)
    await client.close()
    await asyncio.wait({started}, timeout=STOP_WITHIN / 2)
    log.info("stopped")


def _is_answering(task: "asyncio.Task[object]") -> bool:
    return task.get_name().startswith(("discord-ui-", "CommandTree", "discord.py: on_"))


def _failed(line: str) -> int:
    log.error("%s", line)
    return 1
