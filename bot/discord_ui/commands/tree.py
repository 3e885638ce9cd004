"""The command tree: each command once, and every error told to the person."""

from collections.abc import Callable

import discord
from discord import app_commands

from bot.discord_ui.transport.delivery import tell
from bot.discord_ui.transport.errors import card_of
from bot.domain.errors import StaleCommand

_STALE = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class Tree(app_commands.CommandTree[discord.Client]):
    """Runs a command only the first time that Discord delivers it, as `first_time` says."""

    first_time: Callable[[int], bool]

    async def interaction_check(self, interaction: discord.Interaction[discord.Client]) -> bool:
        """Skip what was delivered before; autocomplete can come as often as it likes."""
        return interaction.type is discord.InteractionType.autocomplete or self.first_time(interaction.id)

    async def on_error(
        self, interaction: discord.Interaction[discord.Client], error: app_commands.AppCommandError
    ) -> None:
        """Turn an error into words for the person, and a line for the log."""
        cause = _cause(error)
        name = interaction.command.qualified_name if interaction.command else "unknown"
        if interaction.type is not discord.InteractionType.autocomplete:
            await tell(interaction, card_of(cause, doing=name))


def _cause(error: app_commands.AppCommandError) -> BaseException:
    """What went wrong; a phone that offers yesterday's commands is no fault of ours."""
    if isinstance(error, _STALE):
        return StaleCommand(type(error).__name__)
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error
