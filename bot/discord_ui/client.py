"""The Discord client: it loads the cogs, owns the one thread that touches the disk, and remembers nothing."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

import discord
from discord.ext import commands

from bot.actions.dispatcher import Dispatcher
from bot.discord_ui import (
    ask,
    browse,
    conversation,
    dialogue,
    housekeeping,
    knowledge,
    roll_call,
    rounds,
    setup,
)
from bot.discord_ui.as_published import Mentions
from bot.discord_ui.commands_in_step import sync_if_changed
from bot.discord_ui.permissions import lacking
from bot.discord_ui.postman import Postman
from bot.discord_ui.router import take_in
from bot.discord_ui.seen import Seen
from bot.discord_ui.tellings import Teller
from bot.discord_ui.together import Together
from bot.discord_ui.tree import Tree
from bot.domain.actor import Actor
from bot.services.answering import Asked
from bot.services.app import App
from bot.services.finding import Found
from bot.services.rate_limiter import RateLimiter
from bot.services.servers import Servers

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

_COGS = (ask, browse, conversation, dialogue, housekeeping, knowledge, roll_call, rounds, setup)


class Client(commands.Bot):
    """Parley on Discord. Asks for no privileged intent: it needs none."""

    def __init__(self, app: App, **options: Any) -> None:  # noqa: ANN401 - discord.py's own
        super().__init__(
            commands.when_mentioned,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=Mentions.none(),
            help_command=None,
            max_messages=None,
            chunk_guilds_at_startup=False,
            **options,
        )
        self.app = app
        self.desk = Dispatcher(app, lambda settings: lacking(self.get_guild(settings.guild_id), settings))
        self.pace = RateLimiter(app.now)
        self.writing_pace = RateLimiter(app.now)
        self.seen = Seen()
        self.is_leaving = False
        self.postman = Postman(self)
        self.teller = Teller(self, app.knowledge.tellings)
        self._asking = Together[Found, Asked](lambda found: self.call(self.desk.record, found))
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")

    @property
    def servers(self) -> Servers:
        """How servers are set up; on Discord there always are settings."""
        return self.app.servers

    async def call(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Run a service on the one thread that touches the disk, so that the heartbeat never waits."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._disk, lambda: function(*arguments, **named))

    async def ask(self, question: str, *, by: Actor) -> Asked:
        """Answer a question. The answer is found here, in memory; what is to be kept crosses to the disk."""
        if self.app.answering.finder.is_ready:
            return await self._asking.do(self.desk.find(question, by=by))
        return await self._asking.do(await self.call(self.desk.find, question, by=by))

    async def setup_hook(self) -> None:
        """Load the cogs, then bring Discord's commands into step."""
        for module in _COGS:
            await module.setup(self)
        await sync_if_changed(self.tree)
        self.postman.start()

    async def on_connect(self) -> None:
        """Index the answers, which need not be done before Discord is reached."""
        await self.call(self.app.answering.prepare)

    async def on_ready(self) -> None:
        """Say so in the log."""
        log.info("ready servers=%s", len(self.guilds))

    async def on_resumed(self) -> None:
        """Say so in the log."""
        log.info("resumed")

    async def on_disconnect(self) -> None:
        """Say so in the log."""
        log.warning("disconnected")

    async def on_message(self, message: discord.Message) -> None:
        """Leave messages to the conversation cog: there are no prefix commands."""

    async def on_interaction(self, interaction: discord.Interaction[discord.Client]) -> None:
        """Take in what is pressed, chosen and sent, even on messages from before a restart."""
        await take_in(self, interaction)

    async def close(self) -> None:
        """Finish what the disk has in hand, then leave."""
        await self.postman.stop()
        await super().close()
        await asyncio.to_thread(self._disk.shutdown)
