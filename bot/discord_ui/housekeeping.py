"""Once a day, forgets the questions and the people that have been kept for long enough."""

import logging
from typing import TYPE_CHECKING

from discord.ext import commands, tasks

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)


class Housekeeping(commands.Cog):
    """Keep nothing longer than was promised, however long the process lives."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    async def cog_load(self) -> None:
        """Begin."""
        self.tidy.start()

    async def cog_unload(self) -> None:
        """End."""
        self.tidy.cancel()

    @tasks.loop(hours=24)
    async def tidy(self) -> None:
        """Delete what is old; what fails today is tried again tomorrow."""
        try:
            gone = await self.client.call(self.client.app.answering.forget_old_questions)
            log.info("forgot questions=%s", gone)
            await self.client.call(self.client.app.knowledge.tellings.give_up)
        except Exception:
            log.exception("housekeeping failed")


async def setup(client: "Client") -> None:
    """Begin with the client."""
    await client.add_cog(Housekeeping(client))
