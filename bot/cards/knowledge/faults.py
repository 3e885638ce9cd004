"""What is wrong with an entry or its file, in words: the cause, then what to do."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from bot.cards.knowledge.check_words import CHECK_WORDS
from bot.cards.knowledge.parts import label_of
from bot.cards.plain import count, plain
from bot.domain.faults import EntryCode, EntryFault, FileCode, FileFault, Severity
from bot.domain.wording import Trick

_TRICKS = {
    Trick.PICTURE: "holds a picture; take it out",
    Trick.LINK: "holds a link; put its address in the sources",
    Trick.HTML: "holds HTML; write plain paragraphs, headings and lists",
    Trick.TABLE: "holds a table; write a list",
    Trick.CODE: "holds a block of code; write plain paragraphs",
    Trick.MENTION: "holds a mention; write the name without @",
    Trick.HIDDEN: "holds hidden text; take out the ||",
}


def _options(facts: Mapping[str, Any]) -> str:
    return ", ".join(map(str, facts["options"]))


def _near(facts: Mapping[str, Any], name: str) -> str:
    near = get_close_matches(name, [str(option) for option in facts["options"]], n=1)
    return f"did you mean `{near[0]}`?" if near else "take it out"


_ENTRY: Mapping[StrEnum, Callable[[Mapping[str, Any]], str]] = {
    EntryCode.NEEDED: lambda _: "is missing; fill it in",
    EntryCode.NOT_TEXT: lambda _: "must be text in quotes, and not empty",
    EntryCode.NOT_A_LIST: lambda _: "must be a list of one or more texts in quotes, between square brackets",
    EntryCode.NOT_A_DATE: lambda _: "must be a date such as 2026-11-22, without quotes",
    EntryCode.NOT_A_BLOCK: lambda _: "must be a block; knowledge/README.md shows one",
    EntryCode.NOT_AN_OPTION: lambda f: f"cannot be “{f['typed']}”; use one of {_options(f)}",
    EntryCode.NOT_CUES: lambda f: (
        f"needs a list of words or phrases for `{f['id']}`, without semicolons in them"
    ),
    EntryCode.TOO_LONG: lambda f: f"has {f['length']:,} characters; shorten it to {f['limit']:,}",
    EntryCode.UNKNOWN_RELATION: lambda f: f"has no kind of link “{f['typed']}”; use one of {_options(f)}",
    EntryCode.SOURCES_NEEDED: lambda f: (
        f"are missing; add one, or use a status that needs none: {_options(f)}"
    ),
    EntryCode.SOURCE_LACKS: lambda f: f"a source has no {f['key']}; add it",
    EntryCode.SOURCE_KEY: lambda f: f"a source has no “{f['key']}”; use {_options(f)}",
    EntryCode.SOURCE_VALUE: lambda f: (
        f"the {f['key']} of a source is of the wrong kind; knowledge/README.md shows one"
    ),
    EntryCode.SOURCE_URL: lambda _: (
        "an address must begin with https:// and have no spaces or angle brackets"
    ),
    EntryCode.NO_SHORT_ANSWER: lambda _: (
        "has no short answer; begin with a paragraph that is complete in itself"
    ),
    EntryCode.SHORT_ANSWER_TOO_LONG: lambda f: (
        f"has a short answer of {f['length']} characters; shorten it to {f['limit']},"
        " or end the first paragraph sooner"
    ),
    EntryCode.SUCCESSOR_NEEDED: lambda _: (
        "is missing; a superseded answer needs the id of what took its place"
    ),
    EntryCode.SUCCESSOR_SELF: lambda _: "names this answer itself; name another",
    EntryCode.SUCCESSOR_UNWANTED: lambda _: "goes only with the status superseded; take it out",
    EntryCode.CONTRASTS_SELF: lambda _: "names this answer itself; take it out",
    EntryCode.UNSEEN: lambda f: f"holds a character that cannot be seen ({f['character']}); take it out",
    EntryCode.TRICK: lambda f: _TRICKS[f["trick"]],
    EntryCode.BAD_ID: lambda f: (
        f"an id is lower-case words joined by hyphens, at most {f['limit']} characters;"
        " a file's name is its id"
    ),
    EntryCode.ID_TAKEN: lambda f: (
        f"the id `{f['id']}` is taken{' by ' + str(f['where']) if 'where' in f else ''}; choose another"
    ),
    EntryCode.ID_RETIRED: lambda f: f"`{f['id']}` was retired here; restore it, or choose another id",
    EntryCode.LAST_ANSWER: lambda _: "this is the last answer here; add another before you retire it",
}

_FILE: Mapping[StrEnum, Callable[[Mapping[str, Any]], str]] = {
    FileCode.NO_FOLDER: lambda _: "there is no such folder; give --knowledge the folder that has the answers",
    FileCode.UNREADABLE: lambda f: (
        f"this cannot be read as UTF-8 text{_why(f)}; check the name, or save it as UTF-8"
    ),
    FileCode.NO_FENCE: lambda _: "the file must begin with a line +++; put the label between two of them",
    FileCode.OPEN_FENCE: lambda _: "the label is never closed; add a line +++ after its last line",
    FileCode.BROKEN_LABEL: lambda f: (
        f"the label cannot be read{_why(f)}; look for a missing quote, comma or bracket here"
    ),
    FileCode.BROKEN_LIST: lambda f: (
        f"the file cannot be read{_why(f)}; look for a missing quote, comma or bracket"
    ),
    FileCode.SIGNPOST: lambda f: (
        f"the signpost `{f['id']}` must have an id, a title, a text and questions;"
        " it can have links, each with a title and an https:// url"
    ),
    FileCode.TWICE: lambda f: f"`{f['id']}` is in line {f['first']} already; keep one of them",
    FileCode.TOO_LARGE: lambda f: f"the file is larger than {f['limit']} MB; split it",
    FileCode.TOO_MANY: lambda f: f"there are more than {f['limit']:,} answers; split the file",
    FileCode.UNKNOWN_KIND: lambda f: f"I cannot read this kind of file; bring one of {_options(f)}",
    FileCode.NOT_JSON: lambda f: f"this line is not JSON{_why(f)}; write one object on each line",
    FileCode.NOT_AN_OBJECT: lambda _: (
        "this line is not an object with an `id` and a `body`; an export shows one"
    ),
    FileCode.COLUMNS: lambda f: f"the first row must name these columns: {_options(f)}",
    FileCode.CELLS: lambda f: f"this row has {f['cells']} cells, not {f['columns']}; look for a stray comma",
    FileCode.ROW: lambda f: f"the row that begins here cannot be read{_why(f)}; look for a stray quote",
    FileCode.NO_ENTRY: lambda _: "there are no answers in this; give a file or folder that has some",
}

WORDS = {**_ENTRY, **_FILE, **CHECK_WORDS}


def _why(facts: Mapping[str, Any]) -> str:
    return f" ({facts['why']})" if "why" in facts else ""


def words_of(fault: EntryFault) -> str:
    """What is wrong and what to do, without the name of the part."""
    if fault.code is EntryCode.UNKNOWN_PART:
        return f"is not a part of an answer; {_near(fault.facts, fault.part)}"
    return WORDS[fault.code](fault.facts)


def line_of(fault: FileFault) -> str:
    """A fault as editors read it: file, line, the part by its key, what is wrong and what to do."""
    warning = "warning: " if fault.severity is Severity.WARNING else ""
    part = f"`{fault.fault.part}` " if fault.fault.part else ""
    where = f"{fault.path}:{fault.line}" if fault.line else fault.path
    return f"{where}: {warning}{part}{words_of(fault.fault)}"


def tally(errors: int, warnings: int) -> str:
    """How much is wrong in all."""
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}"


def in_chat(fault: EntryFault) -> str:
    """A fault as a moderator reads it, the part named as the form names it."""
    part = f"**{label_of(fault.part)}** " if fault.part else ""
    return part + plain(words_of(fault)).replace("\\`", "`")


def listed(faults: Iterable[EntryFault]) -> str:
    """The faults, one on each line."""
    return "\n".join(f"- {in_chat(fault)}." for fault in faults)
