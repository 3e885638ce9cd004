"""Answers a message where it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from discord.abc import MessageableChannel


class Reference(discord.MessageReference):
    """The message that is answered. Where it is gone by then, the answer is posted all the same."""

    def __init__(self, message_id: int, channel_id: int) -> None:
        super().__init__(message_id=message_id, channel_id=channel_id, fail_if_not_exists=False)

    def to_message_reference_dict(self) -> Any:  # noqa: ANN401 - the library's own shape
        """The ids as text, as Discord's specification has them; the library sends numbers."""
        given: Mapping[str, Any] = self.to_dict()
        return {key: str(value) if key.endswith("_id") else value for key, value in given.items()}


async def reply(
    channel: "MessageableChannel", message_id: int, view: discord.ui.LayoutView, *, nonce: int
) -> None:
    """Post the view as an answer to the message, pinging nobody; the same nonce posts it once."""
    reference = Reference(message_id, channel.id)
    await channel.send(view=view, reference=reference, mention_author=False, nonce=nonce)
