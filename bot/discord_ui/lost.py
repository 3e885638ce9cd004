"""What is raised where the connection to Discord breaks in the middle of a call.

The client library tries again where Discord refuses or fails, but seldom where nothing comes back. That is
no word of Discord's: another try may succeed.
"""

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from discord.abc import Messageable

LOST = (aiohttp.ClientError, TimeoutError, OSError)
"""A host that closes a connection which it had kept open raises the first, which is no OSError."""

_TRIES = 3
_PAUSE = 0.2


async def send(channel: "Messageable", *, nonce: int | str, **message: Any) -> None:  # noqa: ANN401 - the library's
    """Send a message, again if the connection breaks; with the same nonce, Discord posts it once."""
    for attempt in range(1, _TRIES + 1):
        try:
            await channel.send(nonce=nonce, **message)
        except LOST:
            if attempt == _TRIES:
                raise
            await asyncio.sleep(_PAUSE * attempt)
        else:
            return
