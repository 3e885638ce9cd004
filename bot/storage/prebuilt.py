"""Reads and writes what is made of the shipped answers beforehand, so that an index takes little time."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval import Document, Vocabulary
from bot.domain.retrieval.bm25f import Postings
from bot.domain.retrieval.neighbours import Block
from bot.domain.retrieval.parts import Parts
from bot.storage.encoder import DATA, KeptVectors
from bot.storage.word_vectors import read_word_vectors

INDEX = DATA / "index.npz"


def fingerprint_of(documents: Sequence[Document], vocabulary: Vocabulary) -> str:
    """Sixteen hex digits that change whenever a document or the vocabulary does."""
    known = (sorted(vocabulary.groups.items()), sorted(vocabulary.shorthand.items()))
    made = hashlib.sha256(repr(known).encode())
    for document in documents:
        text = (document.id, *document.examples, document.short_answer, document.body)
        made.update("\n".join(text).encode())
    return made.hexdigest()[:16]


def read_parts(fingerprint: str, kept: KeptVectors | None, path: Path = INDEX) -> Parts | None:
    """What was made of the answers with this fingerprint; None where it is not there or of other answers.

    Without `kept`, the encoder's vectors are left out.
    """
    if not path.is_file():
        return None
    with np.load(path) as table:
        if str(table["fingerprint"]) != fingerprint:
            return None
        terms = _lines(table["terms"])
        rows = np.zeros(tuple(table["shape"]), np.int8)
        hashed, places = table["hashed"], table["places"]
        rows[np.repeat(np.arange(len(rows)), table["filled"]), places] = hashed
        rows[:, -table["meaning"].shape[1] :] = table["meaning"]
        return Parts(
            dict(zip(_lines(table["words"]), table["counts"].tolist(), strict=True)),
            dict(zip(_lines(table["slips"]), _lines(table["meant"]), strict=True)),
            dict(zip(_lines(table["held_terms"]), table["held"].tolist(), strict=True)),
            tuple(frozenset(line.split()) for line in str(table["alone"]).split("\n")),
            frozenset((a, b) for a, b in (line.split(" ") for line in _lines(table["references"]))),
            _postings(table, terms),
            tuple(table["owned"].tolist()),
            Block(rows, table["scales"]),
            kept.rows[table["encoded"]] if kept is not None else np.zeros((len(rows), 0), np.int8),
        )


def write_parts(parts: Parts, fingerprint: str, encoded: NDArray[np.int32], path: Path = INDEX) -> None:
    """Keep them; `encoded` tells the row of the kept vectors that each example has."""
    postings, meaning = parts.postings, read_word_vectors().dimensions
    rows = parts.by_words.rows
    filled = np.count_nonzero(rows[:, :-meaning], axis=1)
    where = np.nonzero(rows[:, :-meaning])
    by_term = list(postings.by_term.values())
    np.savez_compressed(
        path,
        fingerprint=fingerprint,
        shape=np.array(rows.shape),
        filled=filled.astype(np.int16),
        places=where[1].astype(np.int16),
        hashed=rows[where],
        meaning=rows[:, -meaning:],
        scales=parts.by_words.scales,
        encoded=encoded,
        owned=np.array(parts.owned, np.int32),
        alone="\n".join(" ".join(sorted(words)) for words in parts.alone),
        references="\n".join(sorted(" ".join(each) for each in parts.references)),
        words="\n".join(parts.counts),
        counts=np.array(list(parts.counts.values()), np.int32),
        slips="\n".join(parts.slips),
        meant="\n".join(parts.slips.values()),
        held_terms="\n".join(parts.held),
        held=np.array(list(parts.held.values()), np.int32),
        terms="\n".join(postings.by_term),
        sizes=np.array([len(numbers) for numbers, _ in by_term], np.int32),
        numbers=np.concatenate([numbers for numbers, _ in by_term]).astype(np.int32),
        values=np.concatenate([values for _, values in by_term]),
        idf=np.array([postings.idf[term] for term in postings.by_term]),
        fields="\n".join(postings.usual),
        usual=np.array(list(postings.usual.values())),
        rarest=postings.rarest,
        documents=postings.documents,
    )


def _postings(table: Mapping[str, NDArray[np.generic]], terms: Sequence[str]) -> Postings:
    ends = np.cumsum(table["sizes"])[:-1]
    numbers, values = np.split(table["numbers"], ends), np.split(table["values"], ends)
    return Postings(
        int(table["documents"]),
        dict(zip(terms, zip(numbers, values, strict=True), strict=True)),
        dict(zip(terms, table["idf"].tolist(), strict=True)),
        dict(zip(_lines(table["fields"]), table["usual"].tolist(), strict=True)),
        float(table["rarest"]),
    )


def _lines(text: object) -> list[str]:
    return str(text).split("\n") if str(text) else []
