"""Which permissions the bot lacks in the channels that a server has given it."""

import discord

from bot.domain.server import ServerSettings

_NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
    "create_private_threads": "Create Private Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "attach_files": "Attach Files",
}


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
        return [f"<#{channel_id}>: I cannot see this channel (View Channel), or it is gone"]
    held = channel.permissions_for(guild.me)
    return [
        f"{channel.mention}: {name}" for attribute, name in _NEEDED.items() if not getattr(held, attribute)
    ]
