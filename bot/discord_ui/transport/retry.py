"""Retries what fails for a moment: Discord is busy or broken, or the connection to it is lost.

The client library retries where Discord refuses or fails, but rarely where nothing comes back.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

if TYPE_CHECKING:
    from discord.abc import Messageable

log = logging.getLogger(__name__)

LOST = (aiohttp.ClientError, TimeoutError, OSError)
"""A host that closes a connection which it had kept open raises the first, which is no OSError."""

FAILED = (discord.HTTPException, *LOST)
"""All that a call to Discord can raise; `worth_retrying` picks what another try could cure."""

_TRIES = 6
_PAUSE = 0.2


def worth_retrying(error: BaseException) -> bool:
    """Another try could succeed: nothing came back, or Discord is busy or broken."""
    if isinstance(error, discord.HTTPException):
        return error.status == 429 or error.status >= 500
    return isinstance(error, LOST)


async def insist(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call, up to six times while another try could succeed. The call must be safe to repeat."""
    for attempt in range(1, _TRIES + 1):
        try:
            await call()
        except FAILED as error:
            if attempt == _TRIES or not worth_retrying(error):
                raise
            log.warning("discord stumbles error=%s attempt=%s", type(error).__name__, attempt)
            await asyncio.sleep(_PAUSE * attempt)
        else:
            return


async def send(channel: "Messageable", *, nonce: int | str, **message: Any) -> None:  # noqa: ANN401 - the library's
    """Send a message, again if the connection breaks; with the same nonce, Discord posts it once."""
    await insist(lambda: channel.send(nonce=nonce, **message))
