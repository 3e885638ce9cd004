"""The private threads: that of a conversation, and that of someone whose direct messages are closed."""

import discord

from bot.cards.card import Card
from bot.cards.discord import OWN_THREAD, thread_name
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import layout_of
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.messages import about_of
from bot.domain.notices import Notice
from bot.domain.server import ServerSettings


async def make_thread(context: Context, notice: Notice, card: Card, settings: ServerSettings) -> None:
    """Make the thread, let both in, and say first who can read it. Raises Forbidden or NotFound.

    Where an earlier try made the thread and got no further, this continues from there.
    """
    booking = about_of(notice).booking
    assert booking is not None  # noqa: S101 - this notice is of a booking
    thread = await _made_before(context, notice) or await _made_now(context, booking, settings)
    if thread is None:
        return
    for person in (booking.charity_id, booking.commissioner_id):
        await thread.add_user(discord.Object(person))
    await thread.send(view=layout_of(card), nonce=nonce_of(notice))


async def make_own_thread(context: Context, notice: Notice, settings: ServerSettings) -> int | None:
    """Make the thread in which one person is told what is of no booked conversation.

    Raises Forbidden, or NotFound where they are not in the server any more.
    """
    guild = context.discord.get_guild(notice.guild_id)
    channel = _channel(guild, settings)
    if guild is None or channel is None:
        return None
    member = await guild.fetch_member(notice.to)
    thread = await channel.create_thread(
        name=OWN_THREAD, type=discord.ChannelType.private_thread, invitable=False
    )
    await context.disk.call(context.app.outbox.has_own_thread, notice, thread.id)
    await thread.add_user(member)
    return thread.id


def nonce_of(notice: Notice) -> str:
    """The same for the same notice, so that Discord shows it once."""
    return f"news-{notice.id}"


async def _made_before(context: Context, notice: Notice) -> discord.Thread | None:
    thread_id = await context.disk.call(context.app.dialogue.notices.thread, notice)
    if thread_id is None:
        return None
    thread = context.discord.get_channel(thread_id) or await context.discord.fetch_channel(thread_id)
    return thread if isinstance(thread, discord.Thread) else None


async def _made_now(context: Context, booking: Booking, settings: ServerSettings) -> discord.Thread | None:
    channel = _channel(context.discord.get_guild(booking.guild_id), settings)
    if channel is None:
        return None
    thread = await channel.create_thread(
        name=thread_name(booking.id), type=discord.ChannelType.private_thread, invitable=False
    )
    await context.disk.call(context.app.dialogue.notices.has_thread, booking, thread.id)
    return thread


def _channel(guild: discord.Guild | None, settings: ServerSettings) -> discord.TextChannel | None:
    """Where the thread can hang: where notes go, or else the first channel that lets us make one."""
    if guild is None:
        return None
    chosen = guild.get_channel(settings.notes_channel_id or 0)
    candidates = [*([chosen] if isinstance(chosen, discord.TextChannel) else []), *guild.text_channels]
    return next((c for c in candidates if c.permissions_for(guild.me).create_private_threads), None)
