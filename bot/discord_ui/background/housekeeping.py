"""Once a day, forgets the questions and the people that have been kept for long enough."""

import logging

from bot.discord_ui.context import Context

log = logging.getLogger(__name__)

EVERY = 24 * 3600.0
"""Seconds between two rounds; what fails today is tried again tomorrow."""


async def tidy(context: Context) -> None:
    """Delete what is old, so that nothing is kept longer than was promised, however long the bot runs."""
    gone = await context.disk.call(context.app.answering.forget_old_questions)
    log.info("forgot questions=%s", gone)
    await context.disk.call(context.app.outbox.forget_secrets)
