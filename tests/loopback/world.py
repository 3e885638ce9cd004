"""What the loopback Discord keeps: servers, channels, people, messages, commands, interactions."""

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

APPLICATION_ID = 900000000000000001
EVERYTHING = str((1 << 53) - 1)
ADMINISTRATOR = 1 << 3
"""The permission that no channel can take away."""
_ids = itertools.count(1_200_000_000_000_000_000)


def new_id() -> int:
    """A snowflake that nothing else has."""
    return next(_ids)


@dataclass
class Person:
    """Someone with an account. `closed` means that their direct messages are closed."""

    name: str
    id: int = field(default_factory=new_id)
    closed: bool = False

    def user(self) -> Json:
        """As Discord sends users."""
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "avatar": None,
            "global_name": None,
        }


@dataclass
class Channel:
    """A text channel, a thread or a direct-message channel."""

    name: str
    guild_id: int | None
    kind: int = 0
    id: int = field(default_factory=new_id)
    recipient: Person | None = None
    parent_id: int | None = None
    denied: int = 0
    members: set[int] = field(default_factory=set)

    def payload(self) -> Json:
        """As Discord sends channels. `denied` is the permissions that the bot lacks here."""
        made: Json = {"id": str(self.id), "type": self.kind, "name": self.name, "position": 0, "nsfw": False}
        made |= {"topic": None, "rate_limit_per_user": 0, "parent_id": self.parent_id and str(self.parent_id)}
        made |= {"permission_overwrites": [], "last_message_id": None, "flags": 0}
        if self.denied:
            made["permission_overwrites"] = [
                {"id": str(APPLICATION_ID), "type": 1, "allow": "0", "deny": str(self.denied)}
            ]
        if self.guild_id is not None:
            made["guild_id"] = str(self.guild_id)
        if self.recipient is not None:
            made["recipients"] = [self.recipient.user()]
        if self.kind == 12:
            made |= {"owner_id": str(APPLICATION_ID), "message_count": 0, "member_count": len(self.members)}
            made["thread_metadata"] = {
                "archived": False, "auto_archive_duration": 1440, "locked": False, "invitable": False,
                "archive_timestamp": "2026-11-23T00:00:00+00:00",
            }  # fmt: skip
        return made


@dataclass
class Guild:
    """A Discord server with its channels and roles."""

    name: str
    id: int = field(default_factory=new_id)
    channels: list[Channel] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)
    given: dict[int, set[int]] = field(default_factory=dict)
    managers: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)

    def add_channel(self, name: str) -> Channel:
        """Make a text channel."""
        channel = Channel(name, self.id)
        self.channels.append(channel)
        return channel

    def give(self, person: Person, role: str) -> None:
        """Give someone a role, made if need be."""
        self.given.setdefault(person.id, set()).add(self.role(role))

    def role(self, name: str) -> int:
        """The id of a role, made if need be."""
        return self.roles.setdefault(name, new_id())

    def member(self, person: Person) -> Json:
        """As Discord sends a member inside an interaction."""
        permissions = EVERYTHING if person.id in self.managers else str(1 << 11 | 1 << 10)
        return {
            "user": person.user(),
            "roles": [str(role) for role in self.given.get(person.id, ())],
            "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0, "nick": None,
            "permissions": permissions, "avatar": None,
        }  # fmt: skip

    def payload(self) -> Json:
        """As Discord sends a server when the bot connects."""
        roles = [_role(self.id, "@everyone"), *(_role(role_id, name) for name, role_id in self.roles.items())]
        bot = Person("Parley", APPLICATION_ID)
        return {
            "id": str(self.id), "name": self.name, "owner_id": str(new_id()), "roles": roles, "emojis": [],
            "features": [], "channels": [channel.payload() for channel in self.channels], "threads": [],
            "members": [{**self.member(bot), "permissions": EVERYTHING}], "member_count": 2, "presences": [],
            "voice_states": [], "stage_instances": [], "guild_scheduled_events": [], "large": False,
            "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
            "mfa_level": 0, "premium_tier": 0, "preferred_locale": "en-GB", "nsfw_level": 0, "stickers": [],
            "system_channel_flags": 0, "afk_timeout": 300, "joined_at": "2026-01-01T00:00:00+00:00",
            "icon": None, "splash": None, "soundboard_sounds": [],
        }  # fmt: skip


@dataclass
class Message:
    """A message that the bot or a person has written."""

    channel: Channel
    body: Json
    author: Person | None = None
    id: int = field(default_factory=new_id)
    ephemeral_for: int | None = None
    files: dict[str, bytes] = field(default_factory=dict)

    def payload(self) -> Json:
        """As Discord sends messages."""
        author = (
            self.author.user() if self.author else {**Person("Parley", APPLICATION_ID).user(), "bot": True}
        )
        made: Json = {
            "id": str(self.id), "channel_id": str(self.channel.id), "author": author,
            "content": self.body.get("content") or "", "timestamp": "2026-11-23T10:00:00+00:00",
            "edited_timestamp": None, "tts": False, "mention_everyone": False,
            "mentions": self.body.get("mentions") or [], "mention_roles": [], "attachments": [], "embeds": [],
            "pinned": False, "type": 0, "components": self.body.get("components") or [],
            "flags": self.body.get("flags") or 0,
        }  # fmt: skip
        if self.channel.guild_id is not None:
            made["guild_id"] = str(self.channel.guild_id)
        if self.body.get("message_reference"):
            made["message_reference"] = self.body["message_reference"]
        return made


@dataclass
class Exchange:
    """One interaction: what was sent to the bot, and all that came back."""

    payload: Json
    channel: Channel
    person: Person
    token: str
    message: Message | None = None
    started_at: float = field(default_factory=time.monotonic)
    acknowledged_after: float | None = None
    kind: int | None = None
    modal: Json | None = None
    choices: list[Json] | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    settled: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class World:
    """Everything that this Discord knows, and what it will do to the bot next."""

    guilds: list[Guild] = field(default_factory=list)
    direct: dict[int, Channel] = field(default_factory=dict)
    threads: list[Channel] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    command_writes: int = 0
    exchanges: dict[str, Exchange] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    requests: list[tuple[str, str, Json]] = field(default_factory=list)
    refused_token: bool = False
    refused_intents: int = 0
    fail_every: int = 0
    cut_messages: int = 0
    cut_callbacks: int = 0
    cut_everything: bool = False
    fail_with: int = 500
    retry_after: float = 0.3
    slow: float = 0.0
    lose_callbacks: int = 0

    def guild(self, guild_id: int) -> Guild:
        """The server with that id."""
        return next(guild for guild in self.guilds if guild.id == guild_id)

    def channel(self, channel_id: int) -> Channel | None:
        """The channel with that id, of any kind."""
        every = [channel for guild in self.guilds for channel in guild.channels]
        every += [*self.threads, *self.direct.values()]
        return next((channel for channel in every if channel.id == channel_id), None)

    def in_channel(self, channel: Channel) -> list[Message]:
        """What anyone can read in a channel, oldest first."""
        return [m for m in self.messages.values() if m.channel.id == channel.id and m.ephemeral_for is None]


def _role(role_id: int, name: str) -> Json:
    return {
        "id": str(role_id), "name": name, "permissions": str(int(EVERYTHING) & ~ADMINISTRATOR),
        "position": 0, "color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    }  # fmt: skip
