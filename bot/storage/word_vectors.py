"""Reads the table of word vectors that comes with Parley."""

from functools import cache
from pathlib import Path

import numpy as np

from bot.domain.retrieval import WordVectors

TABLE = Path(__file__).parent / "data" / "words.npz"


@cache
def read_word_vectors() -> WordVectors:
    """The table, read once; tests/benchmarks/word_vectors.py tells how it was made."""
    with np.load(TABLE) as table:
        words = str(table["words"]).split("\n")
        return WordVectors(
            {word: row for row, word in enumerate(words)},
            table["vectors"],
            table["scales"].astype(np.float32),
        )
