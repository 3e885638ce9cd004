"""The private threads: that of a conversation, and that of somebody who takes no direct messages."""

from typing import TYPE_CHECKING

import discord

from bot.cards.card import Card
from bot.discord_ui.layout import layout_of
from bot.domain.dialogue.messages import Message, Place
from bot.domain.server import ServerSettings
from bot.services.app import App

if TYPE_CHECKING:
    from bot.discord_ui.client import Client


def open_room(app: App, message: Message) -> int | None:
    """The thread of the conversation that a message is about, if it has one and is theirs.

    Who waits for a slot that came free is told of somebody else's conversation, and stays out of its thread.
    """
    booking = message.booking
    if booking is None:
        return None
    both = booking.charity_id, booking.commissioner_id
    return app.dialogue.bookings.room(booking) if message.place is Place.ROOM or message.to in both else None


async def make_room(client: "Client", message: Message, card: Card, settings: ServerSettings) -> None:
    """Make the thread, let both in, and say first who can read it. Raises Forbidden or NotFound.

    Where an earlier try made the thread and got no further, it goes on from there.
    """
    assert message.booking is not None  # noqa: S101 - this message is of a booking
    thread = await _made_before(client, message) or await _made_now(client, message, settings)
    if thread is None:
        return
    for person in (message.booking.charity_id, message.booking.commissioner_id):
        await thread.add_user(discord.Object(person))
    await thread.send(view=layout_of(card), nonce=nonce_of(message))


async def make_own_room(client: "Client", message: Message, settings: ServerSettings) -> int | None:
    """Make the thread in which one person is told what is of no booked conversation.

    Raises Forbidden, or NotFound where they are not in the server any more.
    """
    guild = client.get_guild(message.guild_id)
    channel = _channel(guild, settings)
    if guild is None or channel is None:
        return None
    member = await guild.fetch_member(message.to)
    thread = await channel.create_thread(
        name="Messages from Parley", type=discord.ChannelType.private_thread, invitable=False
    )
    await client.call(client.app.dialogue.messages.has_own_room, message, thread.id)
    await thread.add_user(member)
    return thread.id


async def _made_before(client: "Client", message: Message) -> discord.Thread | None:
    thread_id = await client.call(open_room, client.app, message)
    if thread_id is None:
        return None
    thread = client.get_channel(thread_id) or await client.fetch_channel(thread_id)
    return thread if isinstance(thread, discord.Thread) else None


async def _made_now(client: "Client", message: Message, settings: ServerSettings) -> discord.Thread | None:
    assert message.booking is not None  # noqa: S101 - this message is of a booking
    channel = _channel(client.get_guild(message.guild_id), settings)
    if channel is None:
        return None
    thread = await channel.create_thread(
        name=f"Conversation {message.booking.id}", type=discord.ChannelType.private_thread, invitable=False
    )
    await client.call(client.app.dialogue.bookings.has_room, message.booking, thread.id)
    return thread


def nonce_of(message: Message) -> str:
    """The same for the same message, so that Discord shows it once."""
    return f"news-{message.id}"


def _channel(guild: discord.Guild | None, settings: ServerSettings) -> discord.TextChannel | None:
    """Where the thread can hang: where notes go, or else the first channel that lets us make one."""
    if guild is None:
        return None
    chosen = guild.get_channel(settings.notes_channel_id or 0)
    candidates = [*([chosen] if isinstance(chosen, discord.TextChannel) else []), *guild.text_channels]
    return next((c for c in candidates if c.permissions_for(guild.me).create_private_threads), None)
