"""Who is acting, read from what Discord sends."""

import discord

from bot.discord_ui.context import Context
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.errors import NotAMember
from bot.services.servers import Servers


def actor_of(interaction: discord.Interaction[discord.Client], servers: Servers) -> Actor:
    """The person behind an interaction, with the roles that this server's settings give them."""
    manages = interaction.guild_id is not None and interaction.permissions.manage_guild
    return _actor(interaction.user, interaction.guild_id, servers, manages=manages)


async def member_actor(context: Context, user_id: int, guild_id: int) -> Actor:
    """The person who presses something in a direct message, as a member of the server that it names.

    Their roles are asked of Discord, since the message says nothing of them. Raises NotAMember.
    """
    guild = context.discord.get_guild(guild_id)
    try:
        member = await guild.fetch_member(user_id) if guild else None
    except discord.NotFound:
        member = None
    if member is None:
        raise NotAMember
    manages = member.guild_permissions.manage_guild
    return await context.disk.call(_actor, member, guild_id, context.app.servers, manages=manages)


def _actor(
    user: discord.User | discord.Member, guild_id: int | None, servers: Servers, *, manages: bool
) -> Actor:
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return servers.actor(user.id, guild_id or NO_SERVER, roles, manages=manages)
