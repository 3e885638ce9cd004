"""What moderators are shown fits a message, with all that they decide about."""

from pathlib import Path

from discord import ui

from bot.app import load_knowledge
from bot.cards.knowledge.entries import entry_card
from bot.discord_ui.layout import layout_of


def test_every_shipped_answer_shows_its_state_in_one_message() -> None:
    """Dozens of phrasings leave room for the version, the votes and the sources."""
    for entry in load_knowledge(Path("knowledge")).entries.values():
        items = layout_of(entry_card(entry, None, (3, 4))).children
        shown = "\n".join(item.content for item in items if isinstance(item, ui.TextDisplay))
        assert "3 helpful, 4 not" in shown, entry.id
        assert entry.sources[-1].title in shown, entry.id
