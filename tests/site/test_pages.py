"""The answers as web pages: every one is there, whole, linked and safe."""

import html.parser
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.settings import SHIPPED_KNOWLEDGE
from bot.site.pages import Site

TODAY = date(2026, 11, 27)
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Checker(html.parser.HTMLParser):
    """Gathers links, ids and headings, and sees that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labels.append(values["for"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It closes what was opened last."""
        assert self.open.pop() == tag


def read(text: str) -> Checker:
    """A page, checked."""
    checker = Checker()
    checker.feed(text)
    checker.close()
    assert checker.open == []
    return checker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped answers."""
    made = tmp_path_factory.mktemp("site")
    Site(load_knowledge(SHIPPED_KNOWLEDGE), TODAY).write(made)
    return made


def test_each_answer_has_a_page_and_each_link_leads_somewhere(folder: Path) -> None:
    """Nothing is missing, nothing is dead, and each page is well formed."""
    base = load_knowledge(SHIPPED_KNOWLEDGE)
    assert {path.stem for path in (folder / "answers").glob("*.html")} == set(base.entries)
    pages = {path: read(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        assert page.headings[0] == 1, path
        assert all(
            after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        ), path
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            target, _, fragment = link.partition("#")
            found = (path.parent / target).resolve() if target else path
            assert found in pages, f"{path}: {link}"
            assert not fragment or fragment in pages[found].ids, f"{path}: {link}"


def test_the_search_field_has_its_label(folder: Path) -> None:
    """A screen reader says what to type."""
    page = read((folder / "index.html").read_text(encoding="utf-8"))

    assert page.labels == ["question"]
    assert "question" in page.ids


def test_what_an_answer_holds_cannot_become_markup(tmp_path: Path) -> None:
    """Text of moderators is shown as text."""
    base = load_knowledge(SHIPPED_KNOWLEDGE)
    entry = next(iter(base.entries.values()))
    bad = replace(
        entry, title="<script>alert(1)</script>", body="Short </script><script>alert(2)</script>\n\n<b>x</b>"
    )
    Site(base.with_entries([bad]), TODAY).write(tmp_path)
    every = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))

    assert "alert(1)" in every
    assert "<script>alert" not in every
    assert "</script><script>" not in (tmp_path / "answers.js").read_text(encoding="utf-8")
