"""What is shipped with the answers was made of these answers: else `python -m bot fit` has to be run."""

from dataclasses import astuple

import pytest

from bot.app import load_knowledge
from bot.domain.knowledge import KnowledgeBase
from bot.domain.retrieval import Index
from bot.domain.searched import as_document, as_post
from bot.settings import SHIPPED_KNOWLEDGE
from bot.storage import prebuilt
from bot.storage.encoder import shipped_encoder
from bot.storage.heads import (
    HELP_WITH_ENCODER,
    HELP_WITHOUT,
    WITH_ENCODER,
    WITHOUT,
    fingerprint_of,
    read_heads,
    read_help_head,
)

ASKED = ("how much notice before our grant ends", "wot is tupe", "the weather in Leeds", "can we canpaign")


@pytest.fixture(scope="module")
def shipped() -> KnowledgeBase:
    """The shipped answers."""
    return load_knowledge(SHIPPED_KNOWLEDGE)


@pytest.mark.parametrize("path", [WITH_ENCODER, WITHOUT])
def test_the_heads_are_those_of_the_answers(shipped: KnowledgeBase, path: object) -> None:
    """Each entry and each signpost, with every phrasing."""
    heads = read_heads(WITH_ENCODER if path == WITH_ENCODER else WITHOUT)
    documents = [*map(as_document, shipped.entries.values()), *map(as_post, shipped.signposts.values())]
    assert heads is not None
    assert heads.fingerprint == fingerprint_of(documents), "run `python -m bot fit`"


@pytest.mark.parametrize("with_encoder", [True, False])
def test_the_help_heads_know_every_card(shipped: KnowledgeBase, with_encoder: bool) -> None:
    """So that a new kind of distress is found too."""
    head = read_help_head(HELP_WITH_ENCODER if with_encoder else HELP_WITHOUT)
    assert head is not None
    assert head.cards == tuple(card.id for card in shipped.guide.help.cards), "run `python -m bot fit`"


def test_the_index_put_together_is_the_index_built(shipped: KnowledgeBase) -> None:
    """From the parts that are shipped, to the same signals."""
    documents = [*map(as_document, shipped.entries.values())]
    posts = [*map(as_post, shipped.signposts.values())]
    mark = prebuilt.fingerprint_of([*documents, *posts], shipped.engine.vocabulary)
    parts = prebuilt.read_parts(mark, shipped_encoder().kept)
    assert parts is not None, "run `python -m bot fit`"
    built = Index.build(
        documents,
        vocabulary=shipped.engine.vocabulary,
        words=shipped.engine.words(),
        signposts=posts,
        encoder=shipped.engine.encoder() if shipped.engine.encoder else None,
        heads=shipped.engine.heads() if shipped.engine.heads else None,
    )
    for question in ASKED:
        one, other = shipped.index.search(question), built.search(question)
        assert [match.id for match in one.matches] == [match.id for match in other.matches]
        assert astuple(one.signals) == pytest.approx(astuple(other.signals), abs=2e-3)
