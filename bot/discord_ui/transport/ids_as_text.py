"""Sends ids as text, as Discord's published specification has them; the client library sends numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.discord_ui.transport.retry import send

if TYPE_CHECKING:
    from discord.abc import MessageableChannel, Snowflake


_NO_HISTORY = 160002
"""Discord's code for a reply where the bot is not allowed to read the history."""


class Attachment(discord.File):
    """A file that goes with a message."""

    def to_dict(self, index: int) -> dict[str, Any]:
        """Which file of the message it is."""
        return {**super().to_dict(index), "id": str(index)}


class Chosen(discord.SelectDefaultValue):
    """What a select of roles or channels holds already."""

    def to_dict(self) -> Any:  # noqa: ANN401 - the library's own shape
        """What it is, by its id."""
        return {**super().to_dict(), "id": str(self.id)}


class Mentions(discord.AllowedMentions):
    """The people and roles that a message can ping."""

    def to_dict(self) -> Any:  # noqa: ANN401 - the library's own shape
        """Their ids, as text."""
        given: Mapping[str, Any] = super().to_dict()
        return {key: _as_text(value) if key in ("users", "roles") else value for key, value in given.items()}

    def merge(self, other: discord.AllowedMentions) -> "Mentions":
        """What the other says, where it says anything."""
        made = super().merge(other)
        return Mentions(
            everyone=made.everyone, users=made.users, roles=made.roles, replied_user=made.replied_user
        )


class Reference(discord.MessageReference):
    """The message that is answered. Where it has been deleted, the answer is posted all the same."""

    def __init__(self, message_id: int, channel_id: int) -> None:
        super().__init__(message_id=message_id, channel_id=channel_id, fail_if_not_exists=False)

    def to_message_reference_dict(self) -> Any:  # noqa: ANN401 - the library's own shape
        """The message and its channel, by their ids."""
        given: Mapping[str, Any] = self.to_dict()
        return {key: str(value) if key.endswith("_id") else value for key, value in given.items()}


@dataclass(frozen=True, slots=True)
class _Named:
    id: str


async def direct_channel(client: discord.Client, user_id: int) -> discord.DMChannel:
    """The channel of direct messages with a person. Raises Forbidden."""
    return await client.create_dm(cast("Snowflake", _Named(str(user_id))))


async def reply(
    channel: "MessageableChannel", message_id: int, view: discord.ui.LayoutView, *, nonce: int
) -> None:
    """Post the view as a reply to the message, pinging no one; the same nonce posts it once.

    Where Discord refuses a reply, since the bot cannot read the history, the view is posted alone.
    """
    reference = Reference(message_id, channel.id)
    try:
        await send(channel, view=view, reference=reference, mention_author=False, nonce=nonce)
    except discord.Forbidden as error:
        if error.code != _NO_HISTORY:
            raise
        await send(channel, view=view, nonce=nonce)


def _as_text(ids: list[int]) -> list[str]:
    return [str(each) for each in ids]
