"""Whether an answer still applies is said in a sentence, and no date is claimed that is not true."""

from dataclasses import replace
from datetime import date

import pytest

from bot.app import load_knowledge
from bot.cards.standing import standing
from bot.domain.entry import Entry, Status
from bot.domain.knowledge import KnowledgeBase
from tests.knowledge_folder import KnowledgeFolder

TODAY = date(2026, 11, 27)


@pytest.fixture
def base(three_answers: KnowledgeFolder) -> KnowledgeBase:
    """A few answers."""
    return load_knowledge(three_answers.path)


@pytest.fixture
def entry(base: KnowledgeBase) -> Entry:
    """One of them."""
    return replace(base.entry("tupe"), status=Status.IN_FORCE, jurisdiction="UK", as_of=date(2026, 6, 30))


def test_it_says_when_the_sources_were_read(entry: Entry, base: KnowledgeBase) -> None:
    """Not when a file was last touched."""
    assert standing(entry, base, TODAY) == "In force. Applies in the UK. Sources read in June 2026."


def test_where_no_source_was_read_no_date_is_claimed(entry: Entry, base: KnowledgeBase) -> None:
    """Practical advice has no date."""
    advice = replace(entry, as_of=None, status=Status.GOOD_PRACTICE)

    assert standing(advice, base, TODAY) == "Good practice, not a rule. Applies in the UK."


def test_what_was_not_confirmed_is_said_once(entry: Entry, base: KnowledgeBase) -> None:
    """In the note, not in each sentence."""
    noted = replace(entry, note="We could not read section 71 itself.")

    assert standing(noted, base, TODAY).count("could not read") == 1


def test_replaced_does_not_read_as_withdrawn(entry: Entry, base: KnowledgeBase) -> None:
    """The Covenant's own sentence about what it followed is shown instead of a bare word."""
    successor = replace(entry, id="covenant", succession="The Covenant followed the Compact in July 2025.")
    old = replace(entry, status=Status.SUPERSEDED, superseded_by="covenant")
    both = base.with_entries([successor, old])

    assert standing(old, both, TODAY).startswith("The Covenant followed the Compact in July 2025.")
    assert "have been replaced; the answer says" in standing(old, base, TODAY)


@pytest.mark.parametrize("status", Status)
def test_every_status_is_a_sentence(entry: Entry, base: KnowledgeBase, status: Status) -> None:
    """None is missing."""
    assert standing(replace(entry, status=status), base, TODAY).partition(".")[0]
