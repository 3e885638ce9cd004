"""The sentence encoder that comes with Parley: texts of like meaning get vectors that are near."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.encoder import as_bytes, as_vectors
from bot.domain.retrieval.vectors import Floats

Bytes = NDArray[np.int8]

DATA = Path(__file__).parent / "data"
MODEL = DATA / "encoder.onnx"
PIECES = DATA / "pieces.txt"
VECTORS = DATA / "phrasings.npz"
LONGEST = 64
"""Pieces of a text that are read; the model has no places for more."""

_TOKEN = re.compile(r"[^\W_]+|[^\s\w]|_")
_LONGEST_WORD = 40
_REMEMBERED = 4096
"""Texts whose vectors are kept while the process runs: some three megabytes."""


class WordPieces:
    """Takes a text apart as BERT does: words, then the longest pieces of them that are in the vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """The numbers of a text's pieces, without the marks of its beginning and end."""
        return [number for word in _tokens(text) for number in self._of(word)]

    def framed(self, text: str, longest: int = LONGEST) -> list[int]:
        """The same between the marks, at most `longest` in all."""
        return [self._numbers["[CLS]"], *self.ids(text)[: longest - 2], self._numbers["[SEP]"]]

    def _of(self, word: str) -> list[int]:
        if word in self._numbers:
            return [self._numbers[word]]
        found = list(self._split(word[:_LONGEST_WORD]))
        return [self._unknown] if self._unknown in found else found

    def _split(self, word: str) -> Iterator[int]:
        start = 0
        while start < len(word):
            lead = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if lead + word[start:end] in self._numbers), None)
            if end is None:
                yield self._unknown
                return
            yield self._numbers[lead + word[start:end]]
            start = end


def _tokens(text: str) -> list[str]:
    """Words and marks, lower case, without accents."""
    if not text.isascii():
        apart = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return _TOKEN.findall(text.lower())


class MiniLM:
    """all-MiniLM-L6-v2 by onnxruntime on one thread, loaded when a text is asked for that is not kept.

    One text is encoded at a time: in a batch the bytes of one would depend on the others. `kept` are vectors
    that were computed before.
    """

    dimensions = 384

    def __init__(self, kept: "KeptVectors") -> None:
        self.kept = kept
        self._recent: OrderedDict[str, Bytes] = OrderedDict()
        self._lock = Lock()

    def __call__(self, texts: Sequence[str]) -> Floats:
        """One row of length 1 for each text; of zeros where there is no text."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        kept = self.kept.many(texts)
        rows = [self.row(text) if row is None else row for text, row in zip(texts, kept, strict=True)]
        return as_vectors(np.stack(rows))

    def row(self, text: str) -> Bytes:
        """The vector of one text, as bytes."""
        if not text:
            return np.zeros(self.dimensions, np.int8)
        kept = self.kept.get(text)
        if kept is not None:
            return kept
        with self._lock:
            if text in self._recent:
                self._recent.move_to_end(text)
                return self._recent[text]
        made: Bytes = as_bytes(_run(text))[0]
        self.remember(text, made)
        return made

    def remember(self, text: str, row: Bytes) -> None:
        """Keep a vector that was computed before, here or by another process."""
        with self._lock:
            self._recent[text] = row
            while len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors by the hash of their text: `hashes` in order, and a row of bytes for each."""

    hashes: NDArray[np.uint64]
    rows: Bytes

    def get(self, text: str) -> Bytes | None:
        """The vector of a text; None where it is not kept."""
        wanted = hash_of(text)
        place = int(np.searchsorted(self.hashes, wanted))
        held = place < len(self.hashes) and self.hashes[place] == wanted
        row: Bytes | None = self.rows[place] if held else None
        return row

    def many(self, texts: Sequence[str]) -> list[Bytes | None]:
        """The vectors of several texts, None for each that is not kept."""
        if not len(self.hashes):
            return [None] * len(texts)
        wanted = np.array([hash_of(text) for text in texts], np.uint64)
        places = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        held = self.hashes[places] == wanted
        return [self.rows[place] if here else None for place, here in zip(places, held, strict=True)]

    def places(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The row of each text. Raises KeyError where one is not kept."""
        wanted = np.array([hash_of(text) for text in texts], np.uint64)
        places = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        if (self.hashes[places] != wanted).any():
            raise KeyError("a text has no vector")
        return places.astype(np.int32)

    @classmethod
    def of(cls, texts: Iterable[str], encoder: MiniLM) -> "KeptVectors":
        """Encode texts: about a thousand a second."""
        by_hash = {hash_of(text): text for text in texts if text}
        ordered = sorted(by_hash)
        return cls(
            np.array(ordered, np.uint64), np.array([encoder.row(by_hash[h]) for h in ordered], np.int8)
        )


NOTHING_KEPT = KeptVectors(np.zeros(0, np.uint64), np.zeros((0, MiniLM.dimensions), np.int8))


def hash_of(text: str) -> np.uint64:
    """Sixty-four bits that name a text."""
    return np.uint64(int.from_bytes(sha256(text.encode("utf-8", "replace")).digest()[:8], "big"))


def can_encode() -> bool:
    """The encoder's file and onnxruntime are here."""
    return MODEL.is_file() and find_spec("onnxruntime") is not None


@cache
def shipped_encoder() -> MiniLM:
    """The encoder, which knows the vectors of the shipped phrasings."""
    if not VECTORS.is_file():
        return MiniLM(NOTHING_KEPT)
    with np.load(VECTORS) as kept:
        return MiniLM(KeptVectors(kept["hashes"], kept["rows"]))


def write_vectors(kept: KeptVectors, path: Path = VECTORS) -> None:
    """Keep vectors for the next start."""
    np.savez(path, hashes=kept.hashes, rows=kept.rows)


@cache
def _pieces() -> WordPieces:
    return WordPieces(PIECES.read_text(encoding="utf-8").splitlines())


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime has no types
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"])


def _run(text: str) -> Floats:
    made: Floats = _session().run(None, {"ids": np.array([_pieces().framed(text)], np.int64)})[0]
    return made
