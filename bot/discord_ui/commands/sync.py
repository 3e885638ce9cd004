"""Writes the commands to Discord only when they differ from what Discord has."""

import logging
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)

_DISCORDS_OWN = {
    "id",
    "application_id",
    "version",
    "dm_permission",
    "name_localized",
    "description_localized",
}
_WHERE = {"contexts", "integration_types"}
"""Filled in by Discord where we leave them out."""


async def sync_if_changed(tree: app_commands.CommandTree[discord.Client]) -> None:
    """Compare the tree with what Discord has, and write it if they differ."""
    client = tree.client
    assert client.application_id is not None, "commands are synchronised after the login"  # noqa: S101
    ours = [command.to_dict(tree) for command in tree.get_commands()]
    theirs = await client.http.get_global_commands(client.application_id)
    if same_commands(ours, theirs):
        log.info("commands unchanged count=%s", len(ours))
        return
    await tree.sync()
    log.info("commands written count=%s", len(ours))


def same_commands(ours: list[Any], theirs: list[Any]) -> bool:
    """Whether Discord's commands say what ours do, whatever Discord has added to them."""
    return _by_name(ours) == _by_name(theirs)


def _by_name(commands: list[Any]) -> dict[tuple[int, str], Any]:
    return {
        (command.get("type") or 1, command["name"]): _said({**command, "type": command.get("type") or 1})
        for command in commands
    }


def _said(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What was said, without what is empty, implied or Discord's own."""
    if isinstance(value, dict):
        kept = {key: _said(inner) for key, inner in value.items() if key not in _DISCORDS_OWN | _WHERE}
        return {key: inner for key, inner in kept.items() if inner not in (None, [], {}, False, "")}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
