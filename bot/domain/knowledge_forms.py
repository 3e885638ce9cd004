"""What moderators and readers fill in about the answers."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.domain.entry_blocks import Cues, Links, Sources
from bot.domain.entry_kinds import FIELD_LIMIT, Body, Choice, Day, Lines, Part, Section
from bot.domain.entry_parts import ID_LIMIT, PARTS, parts_in
from bot.domain.forms import Reading, Wrong, choice, form, line, paragraph, yes_or_no
from bot.domain.topics import TOPICS

SHORT_ANSWER, REST = "short_answer", "rest"
"""The two fields in which the text is filled in."""


class KnowledgeFormFault(StrEnum):
    """What can be wrong with what a moderator fills in."""

    NO_SUCH_ENTRY = "no-such-entry"
    NOT_A_TOPIC = "not-a-topic"


def _topics(text: str, _reading: Reading) -> tuple[str, ...]:
    topics = tuple(dict.fromkeys(text.replace(",", " ").split()))
    for topic in topics:
        if topic not in TOPICS:
            raise Wrong(KnowledgeFormFault.NOT_A_TOPIC, typed=topic, options=tuple(TOPICS))
    return topics


def _lines(text: str, _reading: Reading) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in text.splitlines() if each.strip())


@form
class NewEntryForm:
    """The id of a new answer."""

    entry_id: str = line(limit=ID_LIMIT + 20)


@form
class ReasonForm:
    """Why something is done, and its source if there is one."""

    reason: str = paragraph(limit=500)
    source: str = line(limit=300, default="")


@form
class PhrasingsForm:
    """The answer that questions belong to, and how people ask them."""

    entry_id: str = line(limit=ID_LIMIT + 20)
    phrasings: tuple[str, ...] = paragraph(read=_lines)


@form
class SetAsideForm:
    """Why questions are left without an answer."""

    reason: str = paragraph(limit=500)


@form
class MustAnswerForm:
    """A question that must be answered; without an entry it is taken off the list."""

    question: str = line(limit=300)
    entry_id: str | None = line(limit=ID_LIMIT + 20, default=None)
    reason: str = paragraph(limit=500)


@form
class TwoModeratorsForm:
    """The subjects that need two moderators, and whether one has to be from each side."""

    topics: tuple[str, ...] = line(read=_topics, default=())
    sides: bool = yes_or_no()


@form
class ImportForm:
    """The name and the text of a file of answers."""

    name: str = line()
    text: str = paragraph(limit=FIELD_LIMIT)


@form
class SuggestForm:
    """What a reader finds wrong with an answer."""

    wrong: str = paragraph()
    source: str = line(limit=300, default="")
    credit: bool = yes_or_no(default=False)


_LONG = (Lines, Links, Cues, Sources)


def _field(part: Part) -> dict[str, Any]:
    """The fields in which a part is filled in. None is needed: a draft is saved however far it has come."""
    match part:
        case Body():
            return {key: paragraph(limit=FIELD_LIMIT, default="") for key in (SHORT_ANSWER, REST)}
        case Choice():
            return {part.key: choice(part.options, default="")}
        case Day():
            return {part.key: line(default="")}
        case _ if isinstance(part, _LONG):
            return {part.key: paragraph(limit=FIELD_LIMIT, default="")}
        case _:
            return {part.key: line(limit=max(part.limit, 200), default="")}


_FIELDS = {key: made for part in PARTS for key, made in _field(part).items()}

DraftForm: type = form(type("DraftForm", (), {"__annotations__": dict.fromkeys(_FIELDS, str), **_FIELDS}))
"""A draft as it is filled in, a section at a time: a field for each part, made from the list of parts."""


def keys_in(section: Section) -> tuple[str, ...]:
    """The fields of a section."""
    return tuple(key for part in parts_in(section) for key in _field(part))


def held_in(fields: Mapping[str, str], key: str) -> str:
    """The text that a field of a draft's form begins with."""
    short, _, rest = fields.get("body", "").partition("\n\n")
    return {SHORT_ANSWER: short, REST: rest.strip()}.get(key, fields.get(key, ""))


def filled_parts(section: Section, filled: object) -> dict[str, str]:
    """The parts of an entry, from the form of a section."""
    texts: dict[str, str] = {key: getattr(filled, key) for key in keys_in(section)}
    if section is Section.TEXT:
        texts["body"] = f"{texts.pop(SHORT_ANSWER)}\n\n{texts.pop(REST)}".strip()
    return texts
