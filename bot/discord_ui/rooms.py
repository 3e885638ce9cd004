"""The private thread that the two sides of a conversation have for it."""

from typing import TYPE_CHECKING

import discord

from bot.cards.card import Card
from bot.discord_ui.layout import layout_of
from bot.domain.dialogue.messages import Message
from bot.domain.server import ServerSettings
from bot.services.app import App

if TYPE_CHECKING:
    from bot.discord_ui.client import Client


def open_room(app: App, message: Message) -> int | None:
    """The thread of the conversation that a message is about, if it has one."""
    if app.dialogue is None or message.booking is None:
        return None
    return app.dialogue.bookings.room(message.booking)


async def make_room(client: "Client", message: Message, card: Card, settings: ServerSettings) -> None:
    """Make the thread, let both in, and say first who can read it. Raises Forbidden or NotFound."""
    assert client.app.dialogue is not None  # noqa: S101 - this message is of a booking
    assert message.booking is not None  # noqa: S101 - this message is of a booking
    if await client.call(open_room, client.app, message) is not None:
        return
    channel = _channel(client.get_guild(message.guild_id), settings)
    if channel is None:
        return
    thread = await channel.create_thread(
        name=f"Conversation {message.booking.id}", type=discord.ChannelType.private_thread, invitable=False
    )
    await client.call(client.app.dialogue.bookings.has_room, message.booking, thread.id)
    for person in (message.booking.charity_id, message.booking.commissioner_id):
        await thread.add_user(discord.Object(person))
    await thread.send(view=layout_of(card))


def _channel(guild: discord.Guild | None, settings: ServerSettings) -> discord.TextChannel | None:
    """Where the thread can hang: where notes go, or else the first channel that lets us make one."""
    if guild is None:
        return None
    chosen = guild.get_channel(settings.notes_channel_id or 0)
    candidates = [*([chosen] if isinstance(chosen, discord.TextChannel) else []), *guild.text_channels]
    return next((c for c in candidates if c.permissions_for(guild.me).create_private_threads), None)
