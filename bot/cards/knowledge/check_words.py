"""The words for what `check` finds between entries and in how they are written."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from bot.cards.quoting import shortened
from bot.domain.entry_style import StyleCode
from bot.services.checking import BaseCode

CHECK_WORDS: Mapping[StrEnum, Callable[[Mapping[str, Any]], str]] = {
    StyleCode.LONG_TITLE: lambda f: (
        f"has {f['length']} characters; shorten it to {f['limit']}, the telling word first"
    ),
    StyleCode.BARE_OPENING: lambda _: (
        "opens with a bare yes or no; open with the fact, since the same answer is found by questions put"
        " the other way round"
    ),
    StyleCode.HARD_TO_READ: lambda f: (
        f"has a {'text' if f['whole'] else 'short answer'} with reading age {f['age']:.1f}, over"
        f" {f['limit']}; use shorter sentences and plainer words"
    ),
    StyleCode.LONG_SENTENCE: lambda f: (
        f"has a sentence of {f['words']} words in the short answer (“{f['begins']} …”); split it"
    ),
    StyleCode.PROVENANCE: lambda f: (
        f"has a remark about the source in brackets: {f['found']}; say what was not confirmed in the note"
    ),
    StyleCode.WHOSE_ARTICLE: lambda _: (
        "speaks of “the article” without saying whose; write NCVO's 2012 article"
    ),
    StyleCode.NOT_PLAIN: lambda f: f"has “{f['found']}”, which is not plain English; write {f['write']}",
    StyleCode.FEW_QUESTIONS: lambda f: (
        f"number {f['number']}, so many people will not find this; write {f['wanted']} or more"
    ),
    StyleCode.LONG_PHRASING: lambda f: (
        f"include one of {f['length']} characters (“{f['begins']} …”); shorten it to {f['limit']}"
    ),
    StyleCode.LIGHT_EDIT: lambda f: (
        f"“{shortened(f['check'])}” only repeats the question “{shortened(f['question'])}” and tests nothing;"
        " ask it in quite different words"
    ),
    StyleCode.NO_REAL_SOURCE: lambda f: (
        f"“{shortened(f['title'])}” is no source that anyone can look up; name a real one or take it out"
    ),
    StyleCode.FRONT_PAGE: lambda f: f"{f['url']} is a site's front page; give the page that says it",
    StyleCode.NO_LAW: lambda _: (
        "have no address on legislation.gov.uk or gov.uk, although the status is in force; add one"
    ),
    StyleCode.AS_OF_WITHOUT_SOURCES: lambda _: "is the date of a source, and there is none; take it out",
    BaseCode.NO_SUCH_ENTRY: lambda f: (
        f"names `{f['id']}`, and there is no such answer; correct the id or take it out"
    ),
    BaseCode.CHECK_MISLED: lambda f: (
        f"“{shortened(f['check'])}” finds {f['found'] or 'nothing'}; add questions to the right answer, or"
        " reword the check"
    ),
    BaseCode.CHECK_UNANSWERED: lambda f: (
        f"“{shortened(f['check'])}” gets no answer; add questions to the right answer, or reword the check"
    ),
    BaseCode.OVERDUE: lambda f: (
        f"passed on {f['day']}; read the answer, then set `reviewed` and `review_after`"
    ),
    BaseCode.REPEATED: lambda f: (
        f"“{shortened(f['phrasing'])}” is also in `{f['id']}`; keep it in the one that answers it"
    ),
}
