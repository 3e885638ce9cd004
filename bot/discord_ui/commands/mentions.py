"""Answers a mention, and a direct message. Neither needs the message-content intent."""

import logging
import re

import discord

from bot.cards.card import Card
from bot.cards.help import short_help_card
from bot.discord_ui.context import Context
from bot.discord_ui.rendering.layout import layout_of
from bot.discord_ui.transport.errors import card_of
from bot.discord_ui.transport.ids_as_text import reply
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.answer import name_of

log = logging.getLogger(__name__)


async def answer_message(context: Context, message: discord.Message) -> None:
    """Answer what was said to the bot; leave everything else unread."""
    if message.author.bot or not _is_for_us(context, message) or not context.first_time(message.id):
        return
    try:
        card = await _card(context, message)
    except Exception as error:  # noqa: BLE001 - the last line of defence: every error becomes words
        card = card_of(error, doing="mention")
    try:
        await reply(message.channel, message.id, layout_of(card), nonce=message.id)
    except discord.HTTPException as error:
        log.warning("cannot reply channel=%s status=%s", message.channel.id, error.status)


async def _card(context: Context, message: discord.Message) -> Card:
    context.questions.count(message.author.id)
    question = _question(context, message)
    if not question:
        return short_help_card()
    by = Actor(message.author.id, message.guild.id if message.guild else NO_SERVER)
    asked = await context.ask(question, by)
    log.info("mentioned guild=%s outcome=%s", by.guild_id, name_of(asked.outcome))
    return context.dispatcher.say(asked, by=by, in_public=True)


def _is_for_us(context: Context, message: discord.Message) -> bool:
    me = context.discord.user
    return message.guild is None or (me is not None and me in message.mentions)


def _question(context: Context, message: discord.Message) -> str:
    """What was said, without our own name."""
    me = context.discord.user
    return re.sub(rf"<@!?{me.id if me else 0}>", " ", message.content).strip()
