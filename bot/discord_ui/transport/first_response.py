"""Gives Discord the first response to a press or a command within the three seconds that it allows."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord
from discord.http import Route, json_or_text
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.discord_ui.transport.retry import FAILED, worth_retrying

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

WITHIN = 2.7
"""Seconds in which the first response is tried again; soon after them Discord has given up."""

_HEAR_WITHIN = 1.3
"""Seconds after which a try that hears nothing is given up for another. Two fit in the time that there is."""

_PAUSE, _LONGEST_PAUSE = 0.05, 0.2
_ALREADY_ACKNOWLEDGED = 40060
_TAKEN = "taken"


async def respond(interaction: Interaction, call: Callable[[], Awaitable[object]]) -> None:
    """Give the first response. It is taken only once, so trying again is safe where nothing was heard.

    Raises what Discord last said. Where it said nothing it has probably taken the response, and what comes
    next relies on that.
    """
    end = asyncio.get_running_loop().time() + WITHIN
    before = async_context.set(_AT_ONCE)
    try:
        for attempt in itertools.count(1):
            if await _is_taken(interaction, call, attempt, end):
                return
            await asyncio.sleep(min(_PAUSE * attempt, _LONGEST_PAUSE))
    finally:
        async_context.reset(before)


def has_responded(interaction: Interaction) -> bool:
    """Discord has the first response, even where its answer to that was lost."""
    return interaction.response.is_done() or _TAKEN in interaction.extras


async def _is_taken(
    interaction: Interaction, call: Callable[[], Awaitable[object]], attempt: int, end: float
) -> bool:
    """Try once; returns false where another try could succeed and there is time for it."""
    try:
        async with asyncio.timeout(_HEAR_WITHIN):
            await call()
    except discord.InteractionResponded:
        return True
    except FAILED as error:
        if isinstance(error, discord.HTTPException) and error.code == _ALREADY_ACKNOWLEDGED:
            interaction.extras[_TAKEN] = True
            return True
        log.warning("discord stumbles error=%s attempt=%s", type(error).__name__, attempt)
        if worth_retrying(error) and asyncio.get_running_loop().time() < end:
            return False
        if not isinstance(error, TimeoutError):
            raise
        interaction.extras[_TAKEN] = True
    return True


class _Once:
    """A session that raises a temporary refusal at once, instead of letting the library wait."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, method: str, url: str, **options: Any) -> AsyncIterator[aiohttp.ClientResponse]:  # noqa: ANN401 - aiohttp's own
        """One request. Raises HTTPException where Discord is busy or broken."""
        async with self._session.request(method, url, **options) as response:
            if response.status == 429 or response.status >= 500:
                raise discord.HTTPException(response, await json_or_text(response))
            yield response


class _AtOnce(AsyncWebhookAdapter):
    """Asks Discord once. The library's own adapter waits a second or more after a refusal: too long here."""

    async def request(self, route: Route, session: Any, **options: Any) -> Any:  # noqa: ANN401 - as above it
        """Make one request of the route. Raises HTTPException."""
        return await super().request(route, session=_Once(session), **options)  # type: ignore[arg-type]


_AT_ONCE = _AtOnce()  # type: ignore[no-untyped-call]
