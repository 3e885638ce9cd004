"""What the engine knows apart from the entries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.retrieval import Document, Encoder, Heads, HelpHead, Limits, Vocabulary, WordVectors
from bot.domain.retrieval.parts import Parts


@dataclass(frozen=True, slots=True)
class Engine:
    """All that the engine knows apart from the entries: words, their meaning, and the limits fitted for it.

    `words`, `encoder` and `heads` are called for what they give when that is first needed. `own` are the
    limits of a base that the heads were not trained for.
    """

    vocabulary: Vocabulary
    words: Callable[[], WordVectors]
    limits: Limits
    own: Limits | None = None
    encoder: Callable[[], Encoder] | None = None
    heads: Callable[[], Heads | None] | None = None
    help_head: Callable[[], HelpHead | None] | None = None
    parts: Callable[[Sequence[Document]], Parts | None] | None = None
