"""Puts what the passing of time calls for into the outbox: commitments and reviews whose day has come."""

import discord

from bot.discord_ui.context import Context

EVERY = 60.0
"""Seconds between two looks."""


async def add_reminders(context: Context) -> None:
    """Look once, in every server."""
    await context.disk.call(context.app.dialogue.notices.add_late)
    for guild in context.discord.guilds:
        settings = await context.disk.call(context.app.servers.settings, guild.id)
        if isinstance(guild.get_channel(settings.queue_channel_id or 0), discord.TextChannel):
            await context.disk.call(context.app.knowledge.review_reminders.add_due, guild.id)
