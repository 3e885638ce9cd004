"""Sends what is in the outbox, each notice once, also after a restart, and where another process runs too.

A notice is claimed in the database before it is sent, and settled after Discord took it. If the process dies
in between, it is sent again with the same nonce, and Discord does not show it twice.
"""

import asyncio
import logging
from typing import Any

import discord

from bot.discord_ui.background.places import PersonUnreached, send_notice
from bot.discord_ui.background.runner import Runner
from bot.discord_ui.context import Context
from bot.discord_ui.transport.delivery import tell
from bot.discord_ui.transport.retry import worth_retrying
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.notices import Notice

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks for what has become due; what a person does is looked for at once."""


class OutboxWorker:
    """Sends while the client is connected."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._outbox = context.app.outbox
        self.runner = Runner("outbox", self.send_due, every=EVERY, woken=context.performed)

    async def prepare(self) -> None:
        """Wait for the connection, and find the people who have a notice waiting until they next ask."""
        await self._context.discord.wait_until_ready()
        await self._context.disk.call(self._context.app.dialogue.availability.prepare)
        kept = await self._context.disk.call(self._outbox.kept_back)
        self._context.unreached.update(notice.to for notice in kept)

    async def send_due(self) -> None:
        """Send all that is due; what comes meanwhile too."""
        while await self._round():
            pass

    async def _round(self) -> bool:
        """Send what is due; returns whether any of it was settled, so that there could be more."""
        due = await self._context.disk.call(self._outbox.due)
        return any([await self._deliver(notice) for notice in due])

    async def _claim(self, notice: Notice) -> bool:
        """Claim a notice; where the bot is stopped meanwhile, the claim is given up again."""
        claiming = asyncio.ensure_future(self._context.disk.call(self._outbox.claim, notice))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            if await claiming:
                await self._context.disk.call(self._outbox.put_off, notice)
            raise

    async def _deliver(self, notice: Notice) -> bool:
        """Send one notice and settle it; where Discord stumbles it stays for later."""
        call = self._context.disk.call
        if not await self._claim(notice):
            return False
        try:
            card = await call(self._context.dispatcher.notice, notice)
            if card is None:
                await call(self._outbox.dropped, notice)
                return True
            await send_notice(self._context, notice, card)
        except PersonUnreached:
            self._context.unreached.add(notice.to)
            await call(self._outbox.keep_back, notice)
            log.info("kept back id=%s: direct messages are closed", notice.id)
            return False
        except asyncio.CancelledError:
            await call(self._outbox.put_off, notice)
            raise
        except Exception as error:
            if worth_retrying(error):
                log.warning("put off id=%s error=%s", notice.id, type(error).__name__)
                await call(self._outbox.put_off, notice)
                return False
            log.warning("not deliverable id=%s kind=%s", notice.id, notice.kind, exc_info=error)
            await call(self._outbox.failed, notice)
        else:
            await call(self._outbox.sent, notice)
        return True


async def show_kept_back(context: Context, interaction: discord.Interaction[Any]) -> None:
    """Show someone who asks something what no direct message could tell them from this server."""
    if interaction.user.id not in context.unreached:
        return
    call, outbox = context.disk.call, context.app.outbox
    by = Actor(interaction.user.id, interaction.guild_id or NO_SERVER)
    for notice in await call(outbox.kept_back_for, by=by):
        if await call(outbox.claim, notice):
            card = await call(context.dispatcher.notice, notice)
            if card is not None:
                await tell(interaction, card)
            await call(outbox.sent, notice)
