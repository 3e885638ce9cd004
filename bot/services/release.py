"""Remakes what is shipped with the answers: vectors of their phrasings, trained heads and fitted limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.domain.knowledge import KnowledgeBase
from bot.domain.retrieval import Index, Limits
from bot.services.fitting import Fitter, fingerprint
from bot.storage import engine_settings as settings
from bot.storage import heads as kept_heads
from bot.storage.encoder import NOTHING_KEPT, KeptVectors, MiniLM, can_encode, write_vectors
from bot.storage.engine import read_engine
from bot.storage.entry_files import read_entries
from bot.storage.signposts import read_signposts


class Step(StrEnum):
    """What is remade, one after another."""

    PHRASINGS = "phrasings"
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
    posts = read_signposts(folder)
    plain = replace(read_engine(folder, encoder=False), heads=None)
    limits = dict(_kept_limits())
    if can_encode():
        encoder = _encoder(KnowledgeBase.of(entries, posts, plain), write=write)
        yield Done(Step.PHRASINGS, len(encoder.kept.hashes))
        full = replace(plain, encoder=lambda: encoder)
        if write:
            yield _train(KnowledgeBase.of(entries, posts, full), kept_heads.WITH_ENCODER)
        limits[settings.WITH_ENCODER] = Fitter(entries, posts, full).fit()
        limits.setdefault(settings.OWN, limits[settings.WITH_ENCODER])
        yield Done(Step.LIMITS, limits=limits[settings.WITH_ENCODER])
    if write:
        yield _train(KnowledgeBase.of(entries, posts, plain), kept_heads.WITHOUT)
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
    made = replace(index.heads, fingerprint=kept_heads.fingerprint_of(index.documents))
    kept_heads.write_heads(made, path)
    kept_heads.read_heads.cache_clear()
    return Done(Step.HEADS, len(made.documents), file=path.name)


def _kept_limits() -> Mapping[str, Limits]:
    try:
        return {settings.OWN: settings.read_limits(settings.SETTINGS, settings.OWN)}
    except KeyError:
        return {}
