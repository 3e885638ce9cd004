"""The context that the modules of this front end get, instead of the client itself."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import discord

from bot.actions.dispatcher import Dispatcher
from bot.discord_ui.transport.deduplicator import Deduplicator
from bot.discord_ui.transport.disk import Disk
from bot.domain.actor import Actor
from bot.services.answering import Asked
from bot.services.app import App
from bot.services.rate_limiter import RateLimiter

Ask = Callable[[str, Actor], Awaitable[Asked]]


@dataclass(frozen=True, slots=True)
class Context:
    """The services, the connection to Discord, the disk's thread and what is remembered for a while.

    `ask` finds an answer and records the question. `performed` is set when someone has done something, of
    which others must perhaps be told; `leaving` when the bot is asked to stop. `unreached` holds the people
    who have a secret notice waiting.
    """

    app: App
    dispatcher: Dispatcher
    discord: discord.Client
    disk: Disk
    ask: Ask
    questions: RateLimiter
    writing: RateLimiter
    first_time: Deduplicator = field(default_factory=Deduplicator)
    performed: asyncio.Event = field(default_factory=asyncio.Event)
    leaving: asyncio.Event = field(default_factory=asyncio.Event)
    unreached: set[int] = field(default_factory=set)
