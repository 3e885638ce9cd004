"""Shows a card to everyone in a channel, under the name of the person who asked for it."""

from typing import TYPE_CHECKING, Any

import discord

from bot.cards.card import Action, Said
from bot.discord_ui.layout import layout_of
from bot.domain.errors import CannotPost

if TYPE_CHECKING:
    from bot.discord_ui.client import Client


async def post(client: "Client", interaction: discord.Interaction[Any], action: Action, said: Said) -> None:
    """Post the card, or give the share back and say what is missing. Raises CannotPost."""
    channel = interaction.channel
    if said.public is None or not isinstance(
        channel, discord.TextChannel | discord.Thread | discord.VoiceChannel
    ):
        return
    view = layout_of(said.public, by_line=f"Shared by {interaction.user.mention}")
    try:
        if said.reply_to is None:
            await channel.send(view=view)
        else:
            await _reply(channel, said.reply_to, view)
    except discord.HTTPException as error:
        if client.app.feedback is not None:
            await client.call(client.app.feedback.unshare, int(action.arguments[0]))
        raise CannotPost(_what_to_do(error)) from error


async def _reply(
    channel: discord.TextChannel | discord.Thread | discord.VoiceChannel,
    message_id: int,
    view: discord.ui.LayoutView,
) -> None:
    reference = discord.MessageReference(
        message_id=message_id, channel_id=channel.id, fail_if_not_exists=False
    )
    await channel.send(view=view, reference=reference, mention_author=False)


def _what_to_do(error: discord.HTTPException) -> str:
    if isinstance(error, discord.Forbidden):
        return "I may not write in this channel. Ask an administrator to let me send messages here."
    return "Discord did not take the message. Nothing was shared; please try again."
