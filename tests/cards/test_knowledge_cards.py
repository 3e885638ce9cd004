"""What moderators are shown fits a message, with all that they decide about."""

from dataclasses import replace
from pathlib import Path

from bot.app import load_knowledge
from bot.cards.answers import answer_card, sources_card
from bot.cards.knowledge.entries import entry_card
from bot.cards.plain import plain
from bot.discord_ui.rendering.layout import Layout, layout_of
from bot.domain.entry import Source


def words_of(layout: Layout) -> str:
    """All that it says."""
    return "\n".join(part.get("content", "") for part in layout.to_components())


def test_every_shipped_answer_shows_its_state_in_one_message() -> None:
    """Dozens of phrasings leave room for the version, the votes and the sources."""
    for entry in load_knowledge(Path("knowledge")).entries.values():
        shown = words_of(layout_of(entry_card(entry, None, (3, 4), None)))
        assert "3 helpful, 4 not" in shown, entry.id
        assert all(plain(source.title) in shown for source in entry.sources[-1:]), entry.id


def test_a_source_cannot_pass_for_a_link_or_a_mention() -> None:
    """Its title and publisher are shown as they were typed."""
    source = Source("[gov.uk](https://evil.example)", "<@1> @everyone ||now||", 2026)
    shipped = load_knowledge(Path("knowledge"))
    entry = replace(next(iter(shipped.entries.values())), sources=(source,))
    for card in (answer_card(entry, shipped, entry.reviewed), sources_card(entry, shipped, entry.reviewed)):
        shown = words_of(layout_of(card))
        assert "\\[gov.uk\\](https://evil.example), \\<\\@1\\> \\@everyone \\|\\|now\\|\\|, 2026" in shown
