"""Times the gate that shows moderators what a change would do, on a base and a question log of any size.

    python -m tests.benchmarks.gate [ENTRIES] [QUESTIONS]

The baseline is asking the live answers the same questions one by one, as people do.
"""

import os
import sys
import tempfile
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is imported

from bot.actions.dispatcher import Dispatcher
from bot.actions.registry import step
from bot.app import running
from bot.domain.actor import Actor, Role
from bot.domain.verb import parse
from bot.services.answering import Answering
from bot.settings import Settings
from bot.storage.database import open_database
from bot.storage.word_vectors import read_word_vectors
from tests.benchmarks.question_sets import made_set
from tests.knowledge_folder import KnowledgeFolder

MODERATOR = Actor(1, 7, frozenset({Role.MODERATOR}))


def main() -> None:
    """Print how long the gate takes the first time after a start, and after that."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    questions = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    words = sorted(word for word in read_word_vectors().rows if word.isalpha() and len(word) > 3)
    made = made_set(entries, words)
    logged = [question.text for question in made_set(questions, words, seed=2).questions]
    logged = [f"{logged[n % len(logged)]} {words[n % len(words)]}" for n in range(questions)]
    with tempfile.TemporaryDirectory() as place:
        folder = KnowledgeFolder(Path(place) / "knowledge")
        for document in made.documents:
            folder.write(document.id, title=document.title, questions=list(document.questions))
        settings = Settings(database=Path(place) / "parley.db", knowledge=folder.path)
        with running(settings, lambda: datetime.now(UTC)) as app:
            fill(settings.database, logged, app.answering)
            base = app.answering.finder.base(MODERATOR.guild_id)
            start = time.perf_counter()
            for question in logged:
                base.answer(question)
            baseline = time.perf_counter() - start
            print(f"asked one by one: {baseline:.2f} s")
            desk = Dispatcher(app)
            for name in ("first gate", "later gate"):
                draft = app.knowledge.drafting.edit("entry-1", by=MODERATOR)
                app.knowledge.drafting.fill(draft.id, {"questions": f"something new\n{name}"}, by=MODERATOR)
                took, longest = gate(desk, draft.id)
                share = took / baseline
                print(f"{name}: {took:.2f} s, {share:.2f} of the baseline; longest step {longest:.2f} s")


def fill(database: Path, logged: list[str], answering: Answering) -> None:
    """Log questions in one go."""
    from bot.storage.questions import AskedQuestion, QuestionLog

    with open_database(database) as opened:
        QuestionLog(opened).add(
            AskedQuestion(7, question, "no_answer", None, None, (), 0.0, datetime.now(UTC))
            for question in logged
        )


def gate(desk: Dispatcher, draft: int) -> tuple[float, float]:
    """Seconds until the gate's card is there, and the longest that others waited meanwhile."""
    start, longest = time.perf_counter(), 0.0
    work = desk.begin(parse(f"knowledge-gate:{draft}"), by=MODERATOR)
    assert isinstance(work, Generator)
    while True:
        began = time.perf_counter()
        done = step(work) is not None
        longest = max(longest, time.perf_counter() - began)
        if done:
            break
    return time.perf_counter() - start, longest


if __name__ == "__main__":
    main()
