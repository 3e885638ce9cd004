"""Takes what is to be told out of the outbox and to the people, once each, also after a restart.

A message is settled after Discord took it. If the process dies in between, it is sent again with the same
nonce, which Discord does not show twice.
"""

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.cards.card import Card
from bot.discord_ui.as_published import Mentions, direct_channel
from bot.discord_ui.layout import files_of, from_server, layout_of
from bot.discord_ui.lost import may_pass
from bot.discord_ui.rooms import make_own_room, make_room, nonce_of, open_room
from bot.domain.dialogue.messages import Message, Place
from bot.domain.server import ServerSettings
from bot.services.dialogue.messages import Messages

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks for what has become due; what a person does is looked for at once."""


_FOR = "For <@{}>, who takes no direct messages. Those who may manage threads here can read it too."


class NotDeliverable(Exception):
    """There is no place to put a message, and trying again would not change that."""


class Postman:
    """Delivers while the client is connected."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._task: asyncio.Task[None] | None = None
        self._something = asyncio.Event()

    def start(self) -> None:
        """Begin the rounds."""
        self._task = asyncio.create_task(self._rounds(), name="postman")

    async def stop(self) -> None:
        """End the rounds; what is on its way is finished by the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def look(self) -> None:
        """There may be something to deliver now."""
        self._something.set()

    async def _rounds(self) -> None:
        await self._client.wait_until_ready()
        await self._client.call(self._client.app.dialogue.availability.prepare)
        while True:
            self._something.clear()
            try:
                while await self._round():
                    pass
            except Exception as error:
                log.error("delivery failed error=%s", type(error).__name__, exc_info=error)
            await self._pause()

    async def _pause(self) -> None:
        """Wait for something to do. Not with `wait_for`, which in Python 3.11 can miss being cancelled."""
        with suppress(TimeoutError):
            async with asyncio.timeout(EVERY):
                await self._something.wait()

    async def _round(self) -> bool:
        """Deliver what is due; whether any of it was settled, so that there may be more."""
        due = await self._client.call(self._messages.due)
        return any([await self._deliver(message) for message in due])

    async def _deliver(self, message: Message) -> bool:
        """Deliver one message and settle it; where Discord stumbles it stays for the next round."""
        try:
            await self._put(message, await self._client.call(self._client.desk.tell, message))
        except Exception as error:
            if may_pass(error):
                log.warning("delivery put off id=%s error=%s", message.id, type(error).__name__)
                return False
            log.warning("not deliverable id=%s news=%s", message.id, message.news, exc_info=error)
            await self._client.call(self._messages.failed, message)
        else:
            await self._client.call(self._messages.sent, message)
        return True

    async def _put(self, message: Message, card: Card) -> None:
        settings = await self._client.call(self._client.servers.settings, message.guild_id)
        match message.place:
            case Place.PERSON:
                await self._tell(message, card, settings)
            case Place.ROOM:
                await make_room(self._client, message, card, settings)
            case Place.QUEUE:
                await self._post(self._ours(settings.queue_channel_id, message), message, card)
            case Place.NOTES:
                await self._post(self._ours(settings.notes_channel_id, message), message, card)

    def _ours(self, channel_id: int | None, message: Message) -> int | None:
        """The channel, if it is one of the message's own server: a forged setting may name another's."""
        guild = self._client.get_guild(message.guild_id)
        return channel_id if guild is not None and guild.get_channel(channel_id or 0) else None

    async def _tell(self, message: Message, card: Card, settings: ServerSettings) -> None:
        """By direct message or, where they take none, in the thread of the two or in one of their own."""
        try:
            channel = await direct_channel(self._client, message.to)
            guild = self._client.get_guild(message.guild_id)
            view = layout_of(card, by_line=from_server(guild), server=message.guild_id)
            await channel.send(view=view, files=files_of(card), nonce=nonce_of(message))
        except discord.Forbidden:
            thread_id = await self._client.call(open_room, self._client.app, message)
            if thread_id is None:
                await self._tell_alone(message, card, settings)
            else:
                await self._post(thread_id, message, card, to=message.to)

    async def _tell_alone(self, message: Message, card: Card, settings: ServerSettings) -> None:
        """In the thread that they have for themselves, made where there is none or where it was deleted."""
        known = await self._client.call(self._messages.own_room, message)
        if known is not None:
            with suppress(discord.NotFound):
                await self._post(known, message, card, to=message.to)
                return
        made = await make_own_room(self._client, message, settings)
        await self._post(made, message, card, to=message.to)

    async def _post(
        self, channel_id: int | None, message: Message, card: Card, to: int | None = None
    ) -> None:
        if channel_id is None:
            raise NotDeliverable
        channel = self._client.get_partial_messageable(channel_id, guild_id=message.guild_id)
        await channel.send(
            view=layout_of(card, by_line=_FOR.format(to) if to else ""),
            files=files_of(card),
            nonce=nonce_of(message),
            allowed_mentions=Mentions(users=[discord.Object(to)]) if to else discord.utils.MISSING,
        )

    @property
    def _messages(self) -> Messages:
        return self._client.app.dialogue.messages
