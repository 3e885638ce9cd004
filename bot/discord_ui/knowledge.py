"""The /knowledge commands, with which moderators keep the answers right."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import legacy
from bot.discord_ui.router import run

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

Interaction = discord.Interaction[Any]
_OFFERED = 25


@app_commands.guild_only()
class Knowledge(
    commands.GroupCog, group_name="knowledge", group_description="Keep the answers right (moderators)"
):
    """Each command is a verb: what it does and who may do it is decided where the terminal's are."""

    def __init__(self, client: "Client") -> None:
        self.client = client
        super().__init__()

    async def _do(self, interaction: Interaction, verb: str, *arguments: object) -> None:
        given = tuple(str(argument) for argument in arguments if argument is not None)
        await run(self.client, interaction, legacy("", f"knowledge-{verb}", given).verb)

    @app_commands.command()
    async def show(self, interaction: Interaction, answer: str) -> None:
        """An answer as it is live: its version, votes, questions."""
        await self._do(interaction, "show", answer)

    @app_commands.command()
    @app_commands.choices(
        part=[
            app_commands.Choice(name=name, value=name)
            for name in ("text", "questions", "sources", "label", "dates")
        ]
    )
    async def edit(self, interaction: Interaction, answer: str, part: str = "text") -> None:
        """Change an answer: a draft, which goes live only when you publish it."""
        await self._do(interaction, "edit", answer, part)

    @app_commands.command()
    async def add(self, interaction: Interaction, answer: str) -> None:
        """Write a new answer; give it an id such as `notice-of-closure`."""
        await self._do(interaction, "add", answer)

    @app_commands.command()
    async def retire(self, interaction: Interaction, answer: str) -> None:
        """Take an answer out, once you have seen what that would do."""
        await self._do(interaction, "retire", answer)

    @app_commands.command()
    async def restore(
        self, interaction: Interaction, answer: str, version: app_commands.Range[int, 0, 1_000_000]
    ) -> None:
        """Bring an earlier version back; 0 is the shipped text."""
        await self._do(interaction, "restore", answer, version)

    @app_commands.command()
    async def history(self, interaction: Interaction, answer: str) -> None:
        """Every version of an answer: who, when and why."""
        await self._do(interaction, "history", answer)

    @app_commands.command()
    async def diff(
        self,
        interaction: Interaction,
        answer: str,
        before: app_commands.Range[int, 0, 1_000_000] | None = None,
        after: app_commands.Range[int, 0, 1_000_000] | None = None,
    ) -> None:
        """What changed between two versions, word by word; the last two if you name none."""
        await self._do(interaction, "diff", answer, before, after)

    @app_commands.command()
    async def review(self, interaction: Interaction) -> None:
        """What waits for you: a second person, files that changed, drafts, answers to read again."""
        await self._do(interaction, "review")

    @app_commands.command()
    async def unanswered(self, interaction: Interaction) -> None:
        """Questions that got no good answer, most asked first."""
        await self._do(interaction, "unanswered")

    @app_commands.command()
    async def suggestions(self, interaction: Interaction) -> None:
        """What readers suggested, and phrasings that people taught."""
        await self._do(interaction, "suggestions")

    @app_commands.command()
    async def test(self, interaction: Interaction) -> None:
        """Ask every check of the live answers."""
        await self._do(interaction, "test")

    @app_commands.command()
    async def export(self, interaction: Interaction, answer: str | None = None) -> None:
        """Your own answers as files."""
        await self._do(interaction, "export", answer)

    @app_commands.command(name="import")
    async def bring_in(self, interaction: Interaction) -> None:
        """Bring answers in; you see first what that would do."""
        await self._do(interaction, "import")

    @app_commands.command()
    async def rules(self, interaction: Interaction) -> None:
        """Questions that must be answered, and subjects that need two moderators."""
        await self._do(interaction, "rules")

    @show.autocomplete("answer")
    @edit.autocomplete("answer")
    @retire.autocomplete("answer")
    @restore.autocomplete("answer")
    @history.autocomplete("answer")
    @diff.autocomplete("answer")
    async def complete(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer ids that hold what was typed. Local and quick; the disk is not touched."""
        ids = self.client.app.answering.finder.at_hand(interaction.guild_id or 0).entries
        wanted = typed.strip().lower()
        found = sorted((i for i in ids if wanted in i), key=lambda i: (i.find(wanted), i))
        return [app_commands.Choice(name=entry_id, value=entry_id) for entry_id in found[:_OFFERED]]


async def setup(client: "Client") -> None:
    """Add the commands."""
    await client.add_cog(Knowledge(client))
