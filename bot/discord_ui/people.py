"""Who is acting, read from what Discord sends."""

import discord

from bot.domain.actor import NO_SERVER, Actor
from bot.services.servers import Servers


def actor_of(interaction: discord.Interaction[discord.Client], servers: Servers) -> Actor:
    """The person behind an interaction, with the roles that this server's settings give them."""
    manages = interaction.guild_id is not None and interaction.permissions.manage_guild
    return _actor(interaction.user, interaction.guild_id, servers, manages=manages)


def author_of(message: discord.Message, servers: Servers) -> Actor:
    """The person who wrote a message."""
    return _actor(message.author, message.guild.id if message.guild else None, servers, manages=False)


def _actor(
    user: discord.User | discord.Member, guild_id: int | None, servers: Servers, *, manages: bool
) -> Actor:
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return servers.actor(user.id, guild_id or NO_SERVER, roles, manages=manages)
