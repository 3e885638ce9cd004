"""Every command in the terminal, in every part, with every choice that follows it."""

from pathlib import Path

import pytest

from bot.actions.commands import every_command
from bot.cards.descriptions import DESCRIPTIONS
from bot.domain.actor import PARTS
from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder
from tests.terminal import AtTerminal, Time, at_work

WORDS = {"entry_id": "tupe", "version": "0", "number": "1", "before": "0", "after": "0", "part": "text"}


@pytest.mark.parametrize("part", PARTS)
def test_every_command_does_or_asks_or_refuses_in_words(
    tmp_path: Path, three_answers: KnowledgeFolder, part: str
) -> None:
    """None is unknown, and neither is any choice by its number; a form is left with /cancel."""
    settings = Settings(database=tmp_path / "parley.db", knowledge=three_answers.path)
    with at_work(settings, Time()) as app:
        person = AtTerminal(app, part)
        for name, kind in every_command().items():
            line = " ".join((f"/{name}", *(WORDS[field] for field in DESCRIPTIONS[kind].options)))
            for number in range(1, 1 + max(1, choices_after(person, line))):
                person.types(line)
                assert person.read.strip(), line
                assert "I do not know" not in person.read, line
                person.types(str(number), "/cancel")
                assert "I do not know that choice" not in person.read, (line, number)


def choices_after(person: AtTerminal, line: str) -> int:
    """How many numbered choices the answer to a line has."""
    person.types(line)
    found = len(person.chat._offered)
    person.types("/cancel")
    return found
