"""Reads from the source what the bot can say, and what docstrings and comments say, each with its place."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.storage.plain_english import read_plain_english

ROOT = Path(__file__).parent.parent
_FILLED = re.compile(r"\{[^{}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"[A-Za-z0-9£’'-]+")  # noqa: RUF001 - as people write
_SQL = re.compile(
    r"\b(select|insert|update|delete|create|alter|drop|pragma|begin|commit|where|values|exists|order by"
    r"|coalesce)\b"
)
_LOG = re.compile(r"\w+=(%|\{\})")


@dataclass(frozen=True, slots=True)
class Text:
    """One string and its place. Values that are filled in are left as `{}`."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.text[:100]}"


def texts_of(path: Path) -> Iterator[Text]:
    """The strings of a module, but for docstrings, what an assert says, and parts of larger strings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    ignored = {id(node) for node in _docstrings(tree)}
    ignored |= {id(part) for node in _messages(tree) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in ignored:
            ignored |= {id(part) for part in ast.walk(node) if part is not node}
            yield Text(path, node.lineno, _joined(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored:
            yield Text(path, node.lineno, _FILLED.sub("{}", node.value))


def prose_of(path: Path) -> Iterator[Text]:
    """The docstrings and comments of a module; comments on lines that follow each other are one text."""
    source = path.read_text(encoding="utf-8")
    for node in _docstrings(ast.parse(source)):
        if isinstance(node.value, str):
            yield Text(path, node.lineno, " ".join(node.value.split()))
    first, last, words = 0, -1, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            line = token.start[0]
            if line != last + 1:
                yield Text(path, first, words)
                first, words = line, ""
            last, words = line, f"{words} {token.string.lstrip('# ')}".strip()
    yield Text(path, first, words)


def is_for_people(text: str) -> bool:
    """It looks like a sentence or a label: it begins as one does, has several words, and is no SQL."""
    stripped = text.strip()
    if _SQL.search(stripped) or _LOG.search(stripped):
        return False
    return bool(re.match(r"[A-Z“*{]", stripped)) and bool(re.search(r"[a-z]{2,} [a-z]{2,}", stripped))


def not_plain(texts: Iterator[Text]) -> Iterator[str]:
    """Each place whose wording is not plain English, and what to write instead."""
    for text in texts:
        for pattern in read_plain_english():
            if found := pattern.found.search(text.text):
                yield f"{text.path.relative_to(ROOT)}:{text.line}: {found[0]!r}, write {pattern.write}"


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without marks that Markdown gives a meaning."""
    for part in _SENTENCE_END.split(text):
        if part.strip():
            yield part.strip(" -*_`>#")


def words(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence.replace("{}", "x")))


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        for each in body:
            if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
                yield each.value


def _messages(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.msg is not None:
            yield node.msg


def _joined(node: ast.JoinedStr) -> str:
    parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
    return "".join(str(part) for part in parts)
