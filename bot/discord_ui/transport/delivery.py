"""Shows people what the bot has to say in time, whatever Discord does meanwhile.

Discord waits three seconds for the first response. Work that is done sooner is shown at once, in one call;
work that takes longer is acknowledged first and shown when it is done.
"""

import asyncio
import logging
from collections.abc import Awaitable

import discord

from bot.cards.card import Card, Form, Said
from bot.cards.notices import press_again_card
from bot.discord_ui.rendering.layout import files_of, layout_of
from bot.discord_ui.rendering.modals import modal_of
from bot.discord_ui.transport.first_response import has_responded, respond
from bot.discord_ui.transport.retry import FAILED, insist

log = logging.getLogger(__name__)

Interaction = discord.Interaction[discord.Client]

PATIENCE = 1.2
"""Seconds that work can take before the person is shown that it is going on."""


async def deliver(
    interaction: Interaction,
    work: Awaitable[Card | Form | Said],
    *,
    in_place: bool,
    server: int | None = None,
) -> Card | Form | Said:
    """Wait for the work and show its result, privately; returns it.

    `in_place` replaces the message that was pressed, where it is the person's own private one. `server` is
    the one that was meant in a direct message.
    """
    patience = _Patience(interaction, in_place=in_place)
    try:
        result = await work
    finally:
        acknowledged = await patience.end()
    late = acknowledged or has_responded(interaction)
    if isinstance(result, Form):
        await _open(interaction, result, late=late, server=server)
    elif late:
        await _show_late(interaction, _own(result), in_place=in_place, server=server)
    else:
        await _show(interaction, _own(result), in_place=in_place, server=server)
    return result


class _Patience:
    """Acknowledges an interaction once its work has taken longer than people should wait without a sign."""

    def __init__(self, interaction: Interaction, *, in_place: bool) -> None:
        self._interaction = interaction
        self._in_place = in_place
        self._acknowledging: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._acknowledge)

    def _acknowledge(self) -> None:
        response = self._interaction.response
        self._acknowledging = asyncio.create_task(
            respond(self._interaction, lambda: response.defer(ephemeral=True, thinking=not self._in_place))
        )

    async def end(self) -> bool:
        """The work is done; returns whether it was acknowledged before, as far as can be known."""
        self._timer.cancel()
        if self._acknowledging is None:
            return False
        try:
            await self._acknowledging
        except FAILED as error:
            log.warning("not acknowledged error=%s", type(error).__name__)
        return True


def _own(result: Card | Said) -> Card:
    return result.card if isinstance(result, Said) else result


async def _show(interaction: Interaction, card: Card, *, in_place: bool, server: int | None) -> None:
    view, response = layout_of(card, server=server), interaction.response
    if in_place and card.replaces:
        await respond(interaction, lambda: response.edit_message(view=view, attachments=files_of(card)))
    else:
        await respond(
            interaction, lambda: response.send_message(view=view, files=files_of(card), ephemeral=True)
        )


async def _show_late(interaction: Interaction, card: Card, *, in_place: bool, server: int | None) -> None:
    """Show a card where the press or command has been acknowledged already."""
    view = layout_of(card, server=server)
    if in_place and not card.replaces:
        await insist(lambda: interaction.followup.send(view=view, files=files_of(card), ephemeral=True))
    else:
        await insist(lambda: interaction.edit_original_response(view=view, attachments=files_of(card)))


async def _open(interaction: Interaction, form: Form, *, late: bool, server: int | None) -> None:
    """Open a form. After an acknowledgement Discord allows none, so the person is asked to press again."""
    if not late:
        await respond(interaction, lambda: interaction.response.send_modal(modal_of(form, server=server)))
    else:
        view = layout_of(press_again_card())
        await insist(lambda: interaction.followup.send(view=view, ephemeral=True))


async def tell(interaction: Interaction, card: Card) -> None:
    """Show a card privately, whether or not something was shown before."""
    view = layout_of(card)
    if has_responded(interaction):
        await insist(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await respond(interaction, lambda: interaction.response.send_message(view=view, ephemeral=True))
