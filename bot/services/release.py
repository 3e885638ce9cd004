"""Remakes what is shipped with the answers: vectors of their phrasings, trained heads and fitted limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np

from bot.domain.distress import HelpCards
from bot.domain.knowledge import KnowledgeBase
from bot.domain.retrieval import HelpHead, Index, Limits
from bot.domain.retrieval.index import trained
from bot.services.fitting import Fitter, fingerprint
from bot.storage import engine_settings as settings
from bot.storage import heads as kept_heads
from bot.storage import prebuilt
from bot.storage.encoder import NOTHING_KEPT, KeptVectors, MiniLM, can_encode, write_vectors
from bot.storage.engine import read_engine
from bot.storage.entry_files import read_entries
from bot.storage.help_cards import read_help
from bot.storage.signposts import read_signposts


class Step(StrEnum):
    """What is remade, one after another."""

    PHRASINGS = "phrasings"
    PARTS = "parts"
    HELP = "help"
    HEADS = "heads"
    LIMITS = "limits"
    LIMITS_WITHOUT = "limits-without"


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is done: how many there are, the limits that were fitted, the file that heads are in."""

    step: Step
    count: int = 0
    limits: Limits | None = None
    file: str = ""


def release(folder: Path, *, write: bool = True) -> Iterator[Done]:
    """Do all of it, and yield after each step what was done. Some minutes for three hundred answers.

    Without `write` only the limits are fitted, to be shown.
    """
    entries = [file.entry for file in read_entries(folder).files]
    posts, cards = read_signposts(folder), read_help(folder)
    plain = replace(read_engine(folder, encoder=False), heads=None, parts=None)
    limits = dict(_kept_limits())
    if can_encode():
        encoder = _encoder(KnowledgeBase.of(entries, posts, plain), write=write)
        yield Done(Step.PHRASINGS, len(encoder.kept.hashes))
        if write:
            yield _prebuild(KnowledgeBase.of(entries, posts, plain), encoder.kept)
        full = replace(plain, encoder=lambda: encoder)
        if write:
            base = KnowledgeBase.of(entries, posts, full)
            yield _train(base, kept_heads.WITH_ENCODER)
            yield _train_help(base, cards, kept_heads.HELP_WITH_ENCODER)
        limits[settings.WITH_ENCODER] = Fitter(entries, posts, full).fit()
        limits.setdefault(settings.OWN, limits[settings.WITH_ENCODER])
        yield Done(Step.LIMITS, limits=limits[settings.WITH_ENCODER])
    if write:
        base = KnowledgeBase.of(entries, posts, plain)
        yield _train(base, kept_heads.WITHOUT)
        yield _train_help(base, cards, kept_heads.HELP_WITHOUT)
    limits[settings.WITHOUT_ENCODER] = Fitter(entries, posts, plain).fit()
    yield Done(Step.LIMITS_WITHOUT, limits=limits[settings.WITHOUT_ENCODER])
    text = settings.as_text(limits, fingerprint(plain.words()))
    if write:
        settings.SETTINGS.write_text(text, encoding="utf-8")


def _encoder(base: KnowledgeBase, *, write: bool) -> MiniLM:
    """Encode the phrasings as the index reads them, keep the vectors, and return the encoder with them."""
    analyser = base.index.analyser
    texts = [text for document in base.index.documents for text in document.examples]
    texts += [check for entry in base.entries.values() for check in entry.checks]
    kept = KeptVectors.of((analyser.analyse(text).sentence for text in texts), MiniLM(NOTHING_KEPT))
    if write:
        write_vectors(kept)
    return MiniLM(kept)


def _train(base: KnowledgeBase, path: Path) -> Done:
    index: Index = base.index
    heads = trained(index.segments[0], at_leisure=True)
    made = replace(heads, fingerprint=kept_heads.fingerprint_of(index.documents))
    kept_heads.write_heads(made, path)
    kept_heads.read_heads.cache_clear()
    return Done(Step.HEADS, len(made.documents), file=path.name)


def _prebuild(base: KnowledgeBase, kept: KeptVectors) -> Done:
    """Keep what is slow to make of the texts."""
    index = base.index
    sentences = [index.analyser.analyse(text).sentence for d in index.documents for text in d.examples]
    places = kept.places(sentences)
    parts = index.taken_apart(kept.rows[places])
    prebuilt.write_parts(parts, prebuilt.fingerprint_of(index.documents, index.analyser.vocabulary), places)
    return Done(Step.PARTS, parts.examples, file=prebuilt.INDEX.name)


def _train_help(base: KnowledgeBase, cards: HelpCards, path: Path) -> Done:
    """Train on the cards' questions against all that is ordinary."""
    if not cards.cards:
        return Done(Step.HELP, file=path.name)
    asked = [(question, place) for place, card in enumerate(cards.cards) for question in card.questions]
    ordinary = [text for document in base.index.documents for text in document.examples]
    innocent = [phrase for card in cards.cards for phrase in card.never]
    made = HelpHead.train(
        [card.id for card in cards.cards],
        base.index.vectors_of([question for question, _ in asked]),
        np.array([place for _, place in asked], np.intp),
        base.index.vectors_of(ordinary),
        base.index.vectors_of([*innocent, *kept_heads.read_innocent()]),
    )
    kept_heads.write_help_head(made, path)
    kept_heads.read_help_head.cache_clear()
    return Done(Step.HELP, len(made.cards), file=path.name)


def _kept_limits() -> Mapping[str, Limits]:
    try:
        return {settings.OWN: settings.read_limits(settings.SETTINGS, settings.OWN)}
    except KeyError:  # the file is of an older form
        return {}
