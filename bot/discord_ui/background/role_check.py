"""Asks Discord now and then whether the people who can be booked are still commissioners.

The bot has no privileged intent, so no one tells it when someone loses a role.
"""

import logging

import discord

from bot.discord_ui.context import Context

log = logging.getLogger(__name__)

EVERY = 600.0
"""Seconds between two checks."""


async def check_roles(context: Context) -> None:
    """Look at everyone once; those who have lost the role can no longer be booked."""
    availability = context.app.dialogue.availability
    for guild_id, user_id in await context.disk.call(availability.on_duty):
        if await _has_lost_the_role(context, guild_id, user_id):
            await context.disk.call(availability.step_down, user_id, guild_id=guild_id)
            log.info("not a commissioner any more guild=%s", guild_id)


async def _has_lost_the_role(context: Context, guild_id: int, user_id: int) -> bool:
    """They lack the role, or have left. Where the role or Discord's answer is missing, they have not."""
    settings = await context.disk.call(context.app.servers.settings, guild_id)
    guild = context.discord.get_guild(guild_id)
    role = guild.get_role(settings.commissioner_role_id or 0) if guild else None
    if guild is None or guild.unavailable or role is None:
        return False
    try:
        member = await guild.fetch_member(user_id)
    except discord.NotFound:
        return True
    except discord.HTTPException:
        return False
    return role not in member.roles
