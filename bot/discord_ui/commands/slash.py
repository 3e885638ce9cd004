"""Makes the slash commands from the verbs that can be typed; what each does is decided by its handler."""

import inspect
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.actions.completion import OF_THE_PAST, complete_entry, entry_named
from bot.cards.descriptions import DESCRIPTIONS, GROUPS, Option
from bot.discord_ui.commands.router import run
from bot.discord_ui.context import Context
from bot.domain.actor import NO_SERVER
from bot.domain.verb import Argument, Verb, arguments_of, commands
from bot.domain.verbs.knowledge.drafts import AddEntry
from bot.domain.verbs.setup import Setup

Interaction = discord.Interaction[Any]
AnyCommand = app_commands.Command[Any, ..., Any]

_NUMBER = app_commands.Range[int, 0, 2**53 - 1]
"""Discord's whole numbers are those of JavaScript."""


def slash_commands(context: Context) -> list[AnyCommand | app_commands.Group]:
    """The commands with one word, and a group for each first word of those that have two."""
    made: dict[str, AnyCommand | app_commands.Group] = {}
    for kind in commands():
        if not kind.in_discord:
            continue
        first, _, second = kind.command.partition(" ")
        if second:
            group = made.setdefault(first, _group(first))
            assert isinstance(group, app_commands.Group)  # noqa: S101 - the first word is a group's
            group.add_command(_command(context, kind, second))
        else:
            made[first] = _for_administrators(_command(context, kind, first), kind)
    return list(made.values())


def _group(name: str) -> app_commands.Group:
    return app_commands.Group(name=name, description=GROUPS[name], guild_only=True)


def _for_administrators(command: AnyCommand, kind: type[Verb]) -> AnyCommand:
    """Setting up is offered to those who can manage the server; everything else to everyone."""
    if kind is Setup:
        command.guild_only = True
        command.default_permissions = discord.Permissions(manage_guild=True)
    return command


def _command(context: Context, kind: type[Verb], name: str) -> AnyCommand:
    described = DESCRIPTIONS[kind]
    fields = {option.name: field for field, option in described.options.items()}

    async def callback(interaction: Interaction, **given: Any) -> None:  # noqa: ANN401 - as Discord sends them
        values = {fields[n]: value for n, value in given.items() if value is not None}
        if "entry_id" in values:
            titles = context.dispatcher.titles(interaction.guild_id or NO_SERVER)
            values["entry_id"] = entry_named(values["entry_id"], titles)
        words = [str(values.get(argument.name, "")) for argument in arguments_of(kind)]
        await run(context, interaction, kind.read(words))

    typed = {argument.name: argument for argument in arguments_of(kind)}
    shown = [(option, typed[field]) for field, option in described.options.items()]
    # The library reads a command's options from the signature of its callback.
    callback.__signature__ = _signature(shown)  # type: ignore[attr-defined]
    app_commands.describe(**{option.name: option.text for option, _ in shown})(callback)
    app_commands.choices(**{option.name: _choices(option) for option, _ in shown if option.choices})(callback)
    command: AnyCommand = app_commands.Command(name=name, description=described.text, callback=callback)
    for option, argument in shown:
        if argument.name == "entry_id" and kind is not AddEntry:
            command.autocomplete(option.name)(_completion(context, kind))
    return command


def _choices(option: Option) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=label, value=value) for value, label in option.choices.items()]


def _signature(shown: Sequence[tuple[Option, Argument]]) -> inspect.Signature:
    plain = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter("interaction", plain, annotation=Interaction)]
    for option, argument in shown:
        annotation: Any = _NUMBER if argument.kind is int else str
        default = inspect.Parameter.empty if argument.is_needed else None
        if default is None:
            annotation = annotation | None
        parameters.append(inspect.Parameter(option.name, plain, annotation=annotation, default=default))
    return inspect.Signature(parameters)


def _completion(context: Context, kind: type[Verb]) -> Any:  # noqa: ANN401 - as the library takes it
    async def complete(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        guild_id = interaction.guild_id or NO_SERVER
        if kind in OF_THE_PAST:
            found = await context.disk.call(complete_entry, context.app, kind, typed, guild_id=guild_id)
        else:
            found = complete_entry(context.app, kind, typed, guild_id=guild_id)
        return [app_commands.Choice(name=label, value=entry_id) for entry_id, label in found]

    return complete
