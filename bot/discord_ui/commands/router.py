"""Dispatches every button, choice and form, by what its custom id says: nothing of them is remembered.

It listens to the interactions themselves and not through the library's dynamic items: those drop a press
without a word where the message no longer holds the button, as happens when two presses cross.
"""

import logging
import time
from collections.abc import Mapping
from typing import Any

import discord

from bot.actions.registry import Seen, Work, step
from bot.cards.card import Card, Form, Said
from bot.cards.knowledge.gate import working_card
from bot.discord_ui.commands.people import actor_of, member_actor
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import PREFIX, SELECT, meant_by
from bot.discord_ui.rendering.modals import values_of
from bot.discord_ui.transport.delivery import deliver, tell
from bot.discord_ui.transport.errors import card_of
from bot.discord_ui.transport.first_response import has_responded
from bot.discord_ui.transport.posting import post
from bot.domain.errors import Restarting
from bot.domain.verb import Verb

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

SAY_SO = 0.8
"""Seconds after which someone who waits for long work is told that it is going on."""


async def dispatch(context: Context, interaction: Interaction) -> None:
    """Do what a press, a choice or a form that was sent says. Commands go through the tree."""
    data: dict[str, Any] = dict(interaction.data or {})
    custom_id = str(data.get("custom_id", ""))
    if interaction.type is discord.InteractionType.modal_submit:
        await _perform(context, interaction, custom_id, values_of(data))
    elif interaction.type is discord.InteractionType.component:
        chosen = (data.get("values") or [""])[0] if custom_id.startswith(SELECT) else custom_id
        await _perform(context, interaction, chosen, None)


async def run(context: Context, interaction: Interaction, verb: Verb) -> None:
    """Do an action for a slash command; the tree turns errors into words."""
    await deliver(interaction, _work(context, interaction, verb, None), in_place=False)


async def _perform(
    context: Context, interaction: Interaction, custom_id: str, values: Mapping[str, str] | None
) -> None:
    """Do an action once and show its result; whatever goes wrong is told."""
    if not context.first_time(interaction.id):
        return
    in_place = interaction.message is not None and interaction.message.flags.ephemeral
    doing = custom_id.removeprefix(PREFIX).partition(":")[0][:20]
    try:
        verb, named = meant_by(custom_id.removeprefix(PREFIX))
        server = named if interaction.guild_id is None else None
        if values is not None:
            context.writing.count(interaction.user.id)
        work = _work(context, interaction, verb, values, server)
        await deliver(interaction, work, in_place=in_place, server=server)
        log.info("performed verb=%s guild=%s", verb.name, interaction.guild_id)
    except Exception as error:  # noqa: BLE001 - the last line of defence: every error becomes words
        await tell(interaction, card_of(error, doing=doing))


async def _work(
    context: Context,
    interaction: Interaction,
    verb: Verb,
    values: Mapping[str, str] | None,
    server: int | None = None,
) -> Card | Form | Said:
    """Do an action for the person who acted; in a direct message, in the server that it names."""
    if server is None:
        by = await context.disk.call(actor_of, interaction, context.app.servers)
    else:
        by = await member_actor(context, interaction.user.id, server)
    result = await context.disk.call(context.dispatcher.begin, verb, by=by, values=values)
    if not isinstance(result, Seen):
        result = await _done(context, interaction, result)
    context.performed.set()
    if isinstance(result, Said):
        await post(context, interaction, verb, result)
    return result


async def _done(context: Context, interaction: Interaction, work: Work) -> Seen:
    """Do long work step by step, so that others are answered in between; say so when it takes a while.

    Raises Restarting where the bot is asked to stop meanwhile: the rest would not be done in time.
    """
    started = time.monotonic()
    while (shown := await context.disk.call(step, work)) is None:
        if context.leaving.is_set():
            raise Restarting
        if time.monotonic() - started > SAY_SO and not has_responded(interaction):
            await tell(interaction, working_card())
    return shown
