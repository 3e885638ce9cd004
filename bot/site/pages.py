"""Writes the answers as pages: one for each answer, and one that lists and searches them all."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.cards.site import WORDS, related_links, version_line
from bot.cards.standing import source_line, standing
from bot.cards.topics import topic_title
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.domain.topics import TOPICS

DATA = Path(__file__).parent / "data"
_COPIED = ("style.css", "search.js")
_SUMMARY = 155
"""Characters of a description that search engines show."""


class Site:
    """The pages of one knowledge base."""

    def __init__(self, base: KnowledgeBase, today: date) -> None:
        self._base = base
        self._today = today
        self._markdown = MarkdownIt("commonmark", {"html": False})

    def write(self, folder: Path) -> int:
        """Write all pages into the folder; returns how many answers there are. Raises OSError."""
        (folder / "answers").mkdir(parents=True, exist_ok=True)
        for name, text in self.files():
            (folder / name).write_text(text, encoding="utf-8")
        return len(self._base.entries)

    def files(self) -> Iterator[tuple[str, str]]:
        """Each file's name below the folder, and its text."""
        for name in _COPIED:
            yield name, (DATA / name).read_text(encoding="utf-8")
        yield "answers.js", f"window.ANSWERS = {self._index()};\n"
        yield "index.html", self._page("index.html.j2", root="", title=WORDS["title"], topics=self._topics())
        for entry in self._base.entries.values():
            yield f"answers/{entry.id}.html", self._entry(entry)

    def _entry(self, entry: Entry) -> str:
        return self._page(
            "entry.html.j2",
            root="../",
            title=entry.title,
            summary=entry.short_answer[:_SUMMARY],
            topic={"id": entry.topic, "title": topic_title(entry.topic)},
            short=self._html(entry.short_answer),
            standing=standing(entry, self._base, self._today),
            detail=self._html(entry.detail),
            related=related_links(entry, self._base),
            sources=[{"line": source_line(source), "url": source.url} for source in entry.sources],
            version=version_line(entry),
        )

    def _topics(self) -> list[dict[str, object]]:
        """The subjects that have answers, each with them by title."""
        by_title = sorted(self._base.entries.values(), key=lambda entry: entry.title.casefold())
        listed = {topic: [entry for entry in by_title if entry.topic == topic] for topic in TOPICS}
        return [
            {"id": topic, "title": topic_title(topic), "entries": entries}
            for topic, entries in listed.items()
            if entries
        ]

    def _index(self) -> str:
        entries = [
            {
                "id": entry.id,
                "title": entry.title,
                "short": entry.short_answer,
                "questions": "\n".join(entry.questions),
            }
            for entry in self._base.entries.values()
        ]
        words = {"found": WORDS["found"], "nothing": WORDS["nothing"]}
        # A script element would end at "</", wherever that is.
        return json.dumps({"entries": entries, "words": words}, ensure_ascii=False).replace("</", "<\\/")

    def _page(self, template: str, **values: object) -> str:
        filled = {"words": WORDS, "summary": WORDS["about"], **values}
        return self._templates.get_template(template).render(filled)

    def _html(self, markdown: str) -> Markup:
        return Markup(self._markdown.render(markdown))  # noqa: S704 - rendered with HTML switched off

    @cached_property
    def _templates(self) -> jinja2.Environment:
        return jinja2.Environment(
            loader=jinja2.FileSystemLoader(DATA), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
