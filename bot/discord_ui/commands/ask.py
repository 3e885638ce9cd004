"""The /ask command, and the message menu that answers someone's question."""

import logging
import time
from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.cards.descriptions import ASK, ASK_QUESTION
from bot.cards.discord import ANSWER_THIS
from bot.cards.notices import no_words_card
from bot.discord_ui.background.outbox_worker import show_kept_back
from bot.discord_ui.context import Context
from bot.discord_ui.transport.delivery import deliver, tell
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.answer import name_of

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]


def ask_command(context: Context) -> app_commands.Command[Any, ..., Any]:
    """The command. It is not made from a verb, since a question is no verb's argument."""

    @app_commands.command(name="ask", description=ASK)
    @app_commands.describe(question=ASK_QUESTION)
    async def ask(interaction: Interaction, question: app_commands.Range[str, 1, 2000]) -> None:
        await deliver(interaction, _answer(context, interaction, question), in_place=False)
        await show_kept_back(context, interaction)

    @ask.autocomplete("question")
    async def complete(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer questions that people ask. Local and quick; the disk is not touched."""
        offered = context.app.answering.finder.complete(typed, guild_id=interaction.guild_id or NO_SERVER)
        return [app_commands.Choice(name=text, value=text) for text in offered]

    return ask


def answer_menu(context: Context) -> app_commands.ContextMenu:
    """The entry in a message's menu."""

    async def answer_this(interaction: Interaction, message: discord.Message) -> None:
        if message.content.strip():
            work = _answer(context, interaction, message.content, reply_to=message.id)
            await deliver(interaction, work, in_place=False)
        else:
            await tell(interaction, no_words_card())

    return app_commands.ContextMenu(name=ANSWER_THIS, callback=answer_this)


async def _answer(
    context: Context, interaction: Interaction, question: str, reply_to: int | None = None
) -> Card:
    """Answer a question for the person behind the interaction. Raises TooFast."""
    context.questions.count(interaction.user.id)
    started = time.perf_counter()
    by = Actor(interaction.user.id, interaction.guild_id or NO_SERVER)
    asked = await context.ask(question, by)
    took = (time.perf_counter() - started) * 1000
    log.info("asked guild=%s outcome=%s ms=%.0f", interaction.guild_id, name_of(asked.outcome), took)
    return context.dispatcher.say(asked, by=by, reply_to=reply_to)
