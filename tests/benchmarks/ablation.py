"""Measures what each part of the engine is worth, by leaving it out.

    python -m tests.benchmarks.ablation DATA [--split dev] [--questions FILE]

DATA as for `tests.benchmarks.retrieval`; FILE as for `python -m bot evaluate`, asked of the shipped answers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import click
from rich.console import Console
from rich.table import Table

from bot.app import load_knowledge, read_engine
from bot.domain.retrieval import Document, Index, Vocabulary, WordVectors
from bot.domain.retrieval.ranking import DEFAULT, Fusion
from bot.domain.retrieval.spelling import Speller
from bot.domain.searched import as_document
from bot.settings import SHIPPED_KNOWLEDGE
from bot.storage.question_files import ExpectedQuestion, read_questions
from tests.benchmarks.question_sets import QuestionSet, read_sets

Build = Callable[[Sequence[Document], Vocabulary, WordVectors], Index]


def built(fusion: Fusion) -> Build:
    """An engine with these weights."""
    return lambda documents, vocabulary, words: Index.build(
        documents, vocabulary=vocabulary, words=words, fusion=fusion
    )


def without_meaning(documents: Sequence[Document], vocabulary: Vocabulary, _: WordVectors) -> Index:
    """An engine that knows no English but the base's."""
    return Index.build(documents, vocabulary=vocabulary)


def without_field(documents: Sequence[Document], _: Vocabulary, words: WordVectors) -> Index:
    """An engine that knows neither abbreviations nor synonyms."""
    return Index.build(documents, words=words)


def without_spelling(documents: Sequence[Document], vocabulary: Vocabulary, words: WordVectors) -> Index:
    """An engine that repairs no slip."""
    index = built(DEFAULT)(documents, vocabulary, words)
    return replace(index, analyser=replace(index.analyser, speller=Speller({}, {})))


PARTS: Mapping[str, Build] = {
    "everything": built(DEFAULT),
    "without BM25F": built(replace(DEFAULT, words=0.0)),
    "without likeness to the mean": built(replace(DEFAULT, mean=0.0)),
    "without likeness to the nearest": built(replace(DEFAULT, nearest=0.0)),
    "without word vectors": without_meaning,
    "without the field's vocabulary": without_field,
    "without spelling": without_spelling,
}


def figures(build: Build, sets: Sequence[QuestionSet], asked: Sequence[ExpectedQuestion]) -> list[str]:
    """Top-1 on the sets as typed and with slips, then on the shipped answers, in percent."""
    engine = read_engine(SHIPPED_KNOWLEDGE)
    clean, slipped = [], []
    for each in sets:
        index = build(each.documents, engine.vocabulary, engine.words())
        covered = [question for question in each.questions if question.kind == "in"]
        clean.append(fmean(_found(index, q.text) == q.answer for q in covered))
        slipped.append(fmean(_found(index, q.slipped) == q.answer for q in covered))
    made = [f"{100 * fmean(clean):.1f}", f"{100 * fmean(slipped):.1f}"]
    if asked:
        base = load_knowledge(SHIPPED_KNOWLEDGE)
        index = build([as_document(e) for e in base.entries.values()], engine.vocabulary, engine.words())
        topics = {document.id: document.topic for document in index.documents}
        right = [topics.get(_found(index, q.question) or "") in q.expect for q in asked if q.has_answer]
        made.append(f"{100 * fmean(right):.1f}")
    return made


def _found(index: Index, question: str) -> str | None:
    matches = index.search(question, 1).matches
    return matches[0].id if matches else None


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--split", type=click.Choice(["dev", "test"]), default="dev")
@click.option("--questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(data: Path, split: str, questions: Path | None) -> None:
    """Print a row for each part left out."""
    sets, asked = list(read_sets(data, split)), list(read_questions(questions)) if questions else []
    table = Table("engine", "top-1", "with slips", *(["shipped answers"] if asked else []))
    for name, build in PARTS.items():
        table.add_row(name, *figures(build, sets, asked))
    Console().print(table)


if __name__ == "__main__":
    main()
