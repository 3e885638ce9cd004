"""Shows a card to everyone in a channel, under the name of the person who asked for it."""

from typing import Any

import discord

from bot.cards.card import Said
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import layout_of
from bot.discord_ui.transport.ids_as_text import reply
from bot.discord_ui.transport.retry import FAILED, send
from bot.domain.errors import CannotPost
from bot.domain.verb import Verb

_Postable = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


async def post(context: Context, interaction: discord.Interaction[Any], verb: Verb, said: Said) -> None:
    """Post the card, or give the share back and say what is missing. Raises CannotPost."""
    channel = interaction.channel
    if said.public is None:
        return
    view = layout_of(said.public, by_line=f"Shared by {interaction.user.mention}")
    # It is asked for again where Discord fails; with the same nonce, Discord posts it once.
    nonce = interaction.id
    try:
        if not isinstance(channel, _Postable):
            raise CannotPost("I cannot write messages in a channel of this kind. Ask me in another one.")
        if said.reply_to is None:
            await send(channel, view=view, nonce=nonce)
        else:
            await reply(channel, said.reply_to, view, nonce=nonce)
    except (*FAILED, CannotPost) as error:
        await context.disk.call(context.app.feedback.unshare, int(verb.arguments[0]))
        raise (error if isinstance(error, CannotPost) else CannotPost(_what_to_do(error))) from error


def _what_to_do(error: Exception) -> str:
    if isinstance(error, discord.Forbidden):
        return "I may not write in this channel. Ask an administrator to let me send messages here."
    return "Discord did not take the message. Nothing was shared; please try again."
