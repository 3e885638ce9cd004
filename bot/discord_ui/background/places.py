"""Where a notice goes: to a person, to a channel of the settings, or to a private thread.

A notice to a person goes by direct message. Where those are closed, it goes into the thread of the two
people it is about, or else into a thread of the person's own.
"""

from contextlib import suppress

import discord

from bot.cards.card import Card
from bot.cards.discord import for_person, from_server
from bot.discord_ui.background.threads import make_own_thread, make_thread, nonce_of
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import files_of, layout_of
from bot.discord_ui.transport.ids_as_text import Mentions, direct_channel
from bot.domain.notices import Notice, Place, Privacy
from bot.domain.server import ServerSettings


class NotDeliverable(Exception):
    """There is no place to put a notice, and trying again would not change that."""


class PersonUnreached(Exception):
    """The person's direct messages are closed, and the notice is for no one else to see."""


async def send_notice(context: Context, notice: Notice, card: Card) -> None:
    """Send a notice to its place. Raises NotDeliverable, PersonUnreached, or what Discord raises."""
    settings = await context.disk.call(context.app.servers.settings, notice.guild_id)
    match notice.place:
        case Place.PERSON:
            await _to_person(context, notice, card, settings)
        case Place.THREAD:
            await make_thread(context, notice, card, settings)
        case Place.QUEUE:
            await _to_channel(context, notice, card, settings.queue_channel_id)
        case Place.NOTES:
            await _to_channel(context, notice, card, settings.notes_channel_id)


async def _to_person(context: Context, notice: Notice, card: Card, settings: ServerSettings) -> None:
    try:
        channel = await direct_channel(context.discord, notice.to)
        guild = context.discord.get_guild(notice.guild_id)
        by_line = from_server(guild.name) if guild else ""
        view = layout_of(card, by_line=by_line, server=notice.guild_id)
        await channel.send(view=view, files=files_of(card), nonce=nonce_of(notice))
    except (discord.Forbidden, discord.NotFound) as error:
        if notice.privacy is Privacy.SECRET:
            raise PersonUnreached from error
        if isinstance(error, discord.NotFound):
            raise
        await _to_thread(context, notice, card, settings)


async def _to_thread(context: Context, notice: Notice, card: Card, settings: ServerSettings) -> None:
    """In the thread of the two, or in their own, made where there is none or where it was deleted."""
    shared = await context.disk.call(context.app.dialogue.notices.thread, notice)
    if shared is not None:
        await _post(context, shared, notice, card, to=notice.to)
        return
    own = await context.disk.call(context.app.outbox.own_thread, notice)
    if own is not None:
        with suppress(discord.NotFound):
            await _post(context, own, notice, card, to=notice.to)
            return
    made = await make_own_thread(context, notice, settings)
    if made is None:
        raise NotDeliverable
    await _post(context, made, notice, card, to=notice.to)


async def _to_channel(context: Context, notice: Notice, card: Card, channel_id: int | None) -> None:
    """In a channel of the settings, if it is in the notice's own server, since a setting can be forged."""
    guild = context.discord.get_guild(notice.guild_id)
    if channel_id is None or guild is None or guild.get_channel(channel_id) is None:
        raise NotDeliverable
    await _post(context, channel_id, notice, card)


async def _post(context: Context, channel_id: int, notice: Notice, card: Card, to: int | None = None) -> None:
    channel = context.discord.get_partial_messageable(channel_id, guild_id=notice.guild_id)
    await channel.send(
        view=layout_of(card, by_line=for_person(to) if to else ""),
        files=files_of(card),
        nonce=nonce_of(notice),
        allowed_mentions=Mentions(users=[discord.Object(to)]) if to else discord.utils.MISSING,
    )
