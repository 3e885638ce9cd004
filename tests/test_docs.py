"""The documents: their links lead somewhere, and they are written in plain English."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.domain.entry_style import WORDS_LIMIT
from bot.storage.plain_english import read_plain_english

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "knowledge" / "README.md"
OURS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ALL = sorted([*OURS, GUIDE, *(ROOT / "bot").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
MARKDOWN = MarkdownIt("commonmark").enable("table")

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")  # noqa: RUF001 - as it is written
_WORD = re.compile(r"\S*\w\S*")


def name_of(path: Path) -> str:
    """The path as people write it."""
    return str(path.relative_to(ROOT))


def said(token: Token) -> str:
    """What a reader reads of a paragraph, a heading or a cell; code counts as one word."""
    shown = {"code_inline": "code", "softbreak": " ", "hardbreak": " "}
    return "".join(shown.get(each.type, each.content) for each in token.children or [])


def texts(markdown: str, *, tables: bool) -> Iterator[str]:
    """The paragraphs, list items and headings of a document and, if wanted, the cells of its tables."""
    in_table = False
    for token in MARKDOWN.parse(markdown):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        if token.type == "inline" and (tables or not in_table):
            yield said(token)


def long_sentences(markdown: str) -> list[str]:
    """The sentences, outside tables and code, that have too many words."""
    sentences = (each for text in texts(markdown, tables=False) for each in _SENTENCE_END.split(text))
    return [each for each in sentences if len(_WORD.findall(each)) > WORDS_LIMIT]


def not_plain(markdown: str) -> list[str]:
    """What is not plain English, each with what to write instead."""
    return [
        f"{found[0]!r} in {text[:60]!r}: write {pattern.write}"
        for text in texts(markdown, tables=True)
        for pattern in read_plain_english()
        for found in pattern.found.finditer(text)
    ]


def anchors(markdown: str) -> set[str]:
    """The names by which GitHub lets a link lead to a heading."""
    tokens, seen, made = MARKDOWN.parse(markdown), Counter[str](), set[str]()
    for opening, token in pairwise(tokens):
        if opening.type == "heading_open":
            text = "".join(each.content for each in token.children or [])
            slug = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
            made.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
    return made


def links(markdown: str) -> Iterator[str]:
    """Where the links and pictures of a document lead."""
    for token in MARKDOWN.parse(markdown):
        for each in token.children or []:
            target = each.attrGet("href") or each.attrGet("src")
            if target:
                yield unquote(str(target))


def broken(path: Path, markdown: str) -> list[str]:
    """The relative links that lead to no file, or to a heading that the file does not have."""
    wrong = []
    for link in links(markdown):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, heading = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not _is_there(target, heading):
            wrong.append(link)
    return wrong


def _is_there(target: Path, heading: str) -> bool:
    if not target.exists() or ROOT not in [target, *target.parents]:
        return False
    return not heading or heading in anchors(target.read_text(encoding="utf-8"))


def messages(markdown: str) -> Iterator[str]:
    """What the rows of the tables begin with, without their heads; several in one cell each by itself."""
    for opening, token in pairwise(MARKDOWN.parse(markdown)):
        if opening.type == "tr_open" and token.type == "td_open" and opening.map:
            first = markdown.splitlines()[opening.map[0]].strip("| ").split(" | ")[0]
            yield from (each.strip("` ") for each in first.split("`, `"))


def strings_of_the_bot() -> str:
    """Every text in the bot's code, one on each line; what is filled in divides a text."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "bot").rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return "\n".join(str(n.value) for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    """To a file of the repository and, where it names one, to a heading in it."""
    assert broken(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [*OURS, GUIDE], ids=name_of)
def test_sentences_are_short(path: Path) -> None:
    """At most 25 words, as in the answers."""
    assert long_sentences(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in ALL if path != GUIDE], ids=name_of)
def test_documents_are_in_plain_english(path: Path) -> None:
    """By the patterns that the answers are checked with."""
    assert not_plain(path.read_text(encoding="utf-8")) == []


def test_every_page_of_docs_can_be_reached() -> None:
    """From the README, by links alone."""
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for link in links(page.read_text(encoding="utf-8")):
            target = (page.parent / link.partition("#")[0]).resolve()
            pages = target.glob("*.md") if target.is_dir() else [target]
            waiting += [page for page in pages if page in OURS and page not in reached]

    assert set(OURS) - reached == set()


def test_the_messages_of_troubleshooting_are_what_the_bot_says() -> None:
    """Each is a text of the bot's code; the three dots are where something is filled in."""
    listed = list(messages((ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")))
    known = strings_of_the_bot()
    unknown = [one for one in listed if not all(part in known for part in one.split("…"))]

    assert len(listed) > 40
    assert unknown == ["application did not respond"]  # Discord says this


@pytest.mark.parametrize(
    "link", ["missing.md", "README.md#no-such-heading", "#no-such-heading", "../outside.md"]
)
def test_a_broken_link_is_found(link: str) -> None:
    """Whichever way it is broken."""
    assert broken(ROOT / "README.md", f"# Title\n\nSee [this]({link}).") == [link]


def test_a_long_sentence_is_found() -> None:
    """In a list too, but not in a table or in code, where there are no sentences."""
    words = "word " * (WORDS_LIMIT + 1)

    assert len(long_sentences(f"- Short. {words}.\n\n> {words}.")) == 2
    assert long_sentences(f"| a |\n|---|\n| {words} |\n\n```\n{words}\n```\n\nOne `{words}` two.") == []


def test_what_is_not_plain_is_found() -> None:
    """In text and in tables, but not where code is quoted."""
    assert len(not_plain("Ask whom you like.\n\n| a |\n|---|\n| Nobody |")) == 2
    assert not_plain("Type `whom`.") == []
