"""Shows a card to everyone in a channel, under the name of the person who asked for it."""

from typing import Any

import discord

from bot.cards.card import Said
from bot.cards.discord import shared_by
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import layout_of
from bot.discord_ui.transport.ids_as_text import reply
from bot.discord_ui.transport.retry import FAILED, send
from bot.domain.errors import Blocked, CannotPost
from bot.domain.verb import Verb

_Postable = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


async def post(context: Context, interaction: discord.Interaction[Any], verb: Verb, said: Said) -> None:
    """Post the card, or give the share back and say what is missing. Raises CannotPost."""
    channel = interaction.channel
    if said.public is None:
        return
    view = layout_of(said.public, by_line=shared_by(interaction.user.mention))
    # It is asked for again where Discord fails; with the same nonce, Discord posts it once.
    nonce = interaction.id
    try:
        if not isinstance(channel, _Postable):
            raise CannotPost(Blocked.KIND)
        if said.reply_to is None:
            await send(channel, view=view, nonce=nonce)
        else:
            await reply(channel, said.reply_to, view, nonce=nonce)
    except (*FAILED, CannotPost) as error:
        await context.disk.call(context.app.feedback.unshare, int(verb.arguments[0]))
        raise (error if isinstance(error, CannotPost) else CannotPost(_why(error))) from error


def _why(error: Exception) -> Blocked:
    return Blocked.PERMISSION if isinstance(error, discord.Forbidden) else Blocked.FAILED
