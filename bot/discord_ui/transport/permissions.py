"""Which permissions the bot lacks in the channels that a server has given it."""

import discord

from bot.cards.discord import NEEDED, missing_permission
from bot.domain.server import ServerSettings


def lacking(guild: discord.Guild | None, settings: ServerSettings) -> list[str]:
    """A line for each permission that is missing in a channel that was set, or for a channel that is gone."""
    if guild is None:
        return []
    lines: list[str] = []
    for channel_id in dict.fromkeys((settings.queue_channel_id, settings.notes_channel_id)):
        if channel_id is not None:
            lines += _lacking_in(guild, channel_id)
    return lines


def _lacking_in(guild: discord.Guild, channel_id: int) -> list[str]:
    channel = guild.get_channel(channel_id)
    if channel is None:
        return [missing_permission(channel_id, "")]
    held = channel.permissions_for(guild.me)
    return [missing_permission(channel_id, name) for name in NEEDED if not getattr(held, name)]
