"""Tells people what came of the questions that they passed on, and only then forgets who they are."""

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.actions.knowledge.telling import told
from bot.discord_ui.as_published import direct_channel
from bot.discord_ui.delivery import tell
from bot.discord_ui.layout import from_server, layout_of
from bot.discord_ui.lost import FAILED, send
from bot.services.knowledge.queue import Tellings
from bot.storage.knowledge.cases import Telling

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

_NONCE = 25
"""Characters of a nonce, by which Discord posts once what is sent again."""


class Teller:
    """Tells by direct message; who takes none is shown what waits for them when they next ask.

    They are told in no thread: whoever manages threads would learn there who had asked. `unreached` holds
    them until the bot is restarted, when each is tried once more.
    """

    def __init__(self, client: "Client", tellings: Tellings) -> None:
        self._client = client
        self._tellings = tellings
        self._unreached: set[int] = set()

    async def tell_everybody(self) -> None:
        """Send what is due."""
        for telling in await self._client.call(self._tellings.due):
            if telling.user_id not in self._unreached:
                await self._tell(telling)

    async def show_what_waits(self, interaction: discord.Interaction[Any]) -> None:
        """Show somebody who asks something what could not be sent to them from this server."""
        user_id = interaction.user.id
        if user_id not in self._unreached:
            return
        for telling in await self._client.call(self._tellings.due, user_id):
            if telling.guild_id == interaction.guild_id:
                await tell(interaction, await self._client.call(told, self._client.app, telling))
                await self._client.call(self._tellings.take, telling)

    async def _tell(self, telling: Telling) -> None:
        card = await self._client.call(told, self._client.app, telling)
        nonce = f"{telling.referral_id}-{telling.user_id}"[-_NONCE:]
        try:
            channel = await direct_channel(self._client, telling.user_id)
            view = layout_of(card, by_line=from_server(self._client.get_guild(telling.guild_id)))
            await send(channel, view=view, nonce=nonce)
        except (discord.Forbidden, discord.NotFound):
            self._unreached.add(telling.user_id)
            log.info("not told referral=%s: they take no messages", telling.referral_id)
        except FAILED as error:
            log.warning("telling put off referral=%s error=%s", telling.referral_id, type(error).__name__)
        else:
            await self._client.call(self._tellings.take, telling)
