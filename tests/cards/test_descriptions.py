"""Every command is described once, within Discord's limits, and the README lists what there is."""

from pathlib import Path

import pytest

from bot.cards.descriptions import ASK, ASK_QUESTION, DESCRIPTIONS, GROUPS, readme_table
from bot.domain.verb import Verb, arguments_of, commands

LIMIT = 100
README = Path(__file__).parent.parent.parent / "README.md"


def test_every_command_is_described_and_nothing_else_is() -> None:
    """So that neither a description nor a command is forgotten."""
    assert set(DESCRIPTIONS) == set(commands())
    assert set(GROUPS) == {kind.command.partition(" ")[0] for kind in commands() if " " in kind.command}


@pytest.mark.parametrize("kind", list(commands()), ids=lambda kind: str(kind.command))
def test_descriptions_fit_and_options_are_fields(kind: type[Verb]) -> None:
    """All that a verb needs can be typed; Discord takes 100 characters, and no two options of one name."""
    described, arguments = DESCRIPTIONS[kind], {argument.name: argument for argument in arguments_of(kind)}
    options = described.options

    assert set(options) <= set(arguments)
    assert {name for name, argument in arguments.items() if argument.is_needed} <= set(options)
    assert len({option.name for option in options.values()}) == len(options)
    for text in (described.text, *(option.text for option in options.values())):
        assert 0 < len(text) <= LIMIT


def test_what_is_not_a_verb_fits_too() -> None:
    """Asking, and the groups."""
    assert all(0 < len(text) <= LIMIT for text in (ASK, ASK_QUESTION, *GROUPS.values()))


def test_the_readme_lists_the_commands() -> None:
    """Copy the table from `readme_table()` where this fails."""
    assert readme_table() in README.read_text(encoding="utf-8")
