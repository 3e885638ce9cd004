"""The Discord client: it builds the context, the commands and the background work, and remembers nothing."""

import logging
from typing import Any

import discord
from discord.ext import commands

from bot.actions.dispatcher import Dispatcher
from bot.discord_ui.background import housekeeping, reminders, role_check
from bot.discord_ui.background.outbox_worker import OutboxWorker
from bot.discord_ui.background.runner import Runner
from bot.discord_ui.commands.ask import answer_menu, ask_command
from bot.discord_ui.commands.mentions import answer_message
from bot.discord_ui.commands.router import dispatch
from bot.discord_ui.commands.slash import slash_commands
from bot.discord_ui.commands.sync import sync_if_changed
from bot.discord_ui.commands.tree import Tree
from bot.discord_ui.context import Context
from bot.discord_ui.transport.batcher import Batcher
from bot.discord_ui.transport.disk import Disk
from bot.discord_ui.transport.ids_as_text import Mentions
from bot.discord_ui.transport.permissions import lacking
from bot.domain.actor import Actor
from bot.services.answering import Asked
from bot.services.app import App
from bot.services.finding import Found
from bot.services.rate_limiter import RateLimiter

log = logging.getLogger(__name__)


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
        self.disk = Disk()
        dispatcher = Dispatcher(app, lambda settings: lacking(self.get_guild(settings.guild_id), settings))
        self._recording = Batcher[Found, Asked](lambda found: self.disk.call(dispatcher.record, found))
        self.context = Context(
            app, dispatcher, self, self.disk, self._ask, RateLimiter(app.now), RateLimiter(app.now)
        )
        assert isinstance(self.tree, Tree)  # noqa: S101 - it was made of this class above
        self.tree.first_time = self.context.first_time
        self.outbox_worker = OutboxWorker(self.context)
        self._runners = (
            Runner("reminders", lambda: reminders.add_reminders(self.context), every=reminders.EVERY),
            Runner("role check", lambda: role_check.check_roles(self.context), every=role_check.EVERY),
            Runner("housekeeping", lambda: housekeeping.tidy(self.context), every=housekeeping.EVERY),
        )

    async def _ask(self, question: str, by: Actor) -> Asked:
        """Answer a question. The answer is found here, in memory; what is to be kept crosses to the disk."""
        dispatcher = self.context.dispatcher
        if self.app.answering.finder.is_ready:
            return await self._recording.do(dispatcher.find(question, by=by))
        return await self._recording.do(await self.disk.call(dispatcher.find, question, by=by))

    async def setup_hook(self) -> None:
        """Make the commands, bring Discord's into step with them, and begin the background work."""
        for command in (
            *slash_commands(self.context),
            ask_command(self.context),
            answer_menu(self.context),
        ):
            self.tree.add_command(command)
        await sync_if_changed(self.tree)
        self.outbox_worker.runner.start(after=self.outbox_worker.prepare)
        for runner in self._runners:
            runner.start(after=self.wait_until_ready)

    async def on_connect(self) -> None:
        """Index the answers, which need not be done before Discord is reached."""
        await self.disk.call(self.app.answering.prepare)

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
        """Answer mentions and direct messages: there are no prefix commands."""
        await answer_message(self.context, message)

    async def on_interaction(self, interaction: discord.Interaction[discord.Client]) -> None:
        """Dispatch what is pressed, chosen and sent, even on messages from before a restart."""
        await dispatch(self.context, interaction)

    async def close(self) -> None:
        """Finish what the disk has in hand, then leave."""
        for runner in (self.outbox_worker.runner, *self._runners):
            await runner.stop()
        await super().close()
        await self.disk.close()
