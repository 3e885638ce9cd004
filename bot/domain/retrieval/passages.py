"""What a message asks: its questions, and the sentences in which a long one may say what it is about."""

import re

from bot.domain.retrieval.normalise import words

_LONG = 24
"""Words from which a message is likely to tell a story around its question."""
_SHORTEST = 3
_MOST_QUESTIONS = 3
_MOST_SENTENCES = 5

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_ASKS = re.compile(r"\?\W*$")


def questions(message: str) -> list[str]:
    """The questions of a message, in order, each with what was said before it; else the message.

    A question of fewer than three words, such as `Why?`, goes with the one before.
    """
    asked: list[str] = []
    gathered: list[str] = []
    for sentence in _sentences(message):
        if asked and not gathered and _is_short(sentence) and _ASKS.search(sentence):
            asked[-1] = f"{asked[-1]} {sentence}"
            continue
        gathered.append(sentence)
        if _ASKS.search(sentence) and len(asked) < _MOST_QUESTIONS:
            asked.append(" ".join(gathered))
            gathered = []
    if len(asked) < 2:
        return [message]
    asked[-1] = " ".join((asked[-1], *gathered))
    return asked


def passages(question: str) -> list[str]:
    """The question, and where it is long each of its first sentences, in any of which the point may lie."""
    if len(words(question)) < _LONG:
        return [question]
    sentences = [sentence for sentence in _sentences(question) if not _is_short(sentence)]
    return [question, *(sentences[:_MOST_SENTENCES] if len(sentences) > 1 else ())]


def _sentences(text: str) -> list[str]:
    return [sentence for part in _SENTENCE_END.split(text) if (sentence := part.strip())]


def _is_short(sentence: str) -> bool:
    return len(words(sentence)) < _SHORTEST
