"""Entries of every sound shape, for property tests."""

from datetime import date

from hypothesis import strategies as st

from bot.domain.entry import Entry, Related, Relation, Source, Status
from bot.domain.entry_parts import WITHOUT_SOURCES
from bot.domain.topics import TOPICS

_VISIBLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
_TRICKY = st.sampled_from([*"\\\"'|=+-@#,;:+", "+++", "\\n", "\\|", "''", '"""', "://"])


def lines(most: int = 60) -> st.SearchStrategy[str]:
    """One line of text that is not only space, as it is kept: no two spaces in a row, none at the ends."""
    pieces = st.lists(st.one_of(_VISIBLE, _TRICKY), min_size=1, max_size=most)
    return pieces.map(lambda some: " ".join("".join(some).split())[:most].strip()).filter(bool)


_IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
_CUES = st.lists(lines().filter(lambda cue: ";" not in cue), min_size=1, max_size=3).map(tuple)
_DAYS = st.dates(date(1998, 1, 1), date(2099, 12, 31))
_SOURCES = st.builds(
    Source,
    title=lines(),
    publisher=lines(),
    year=st.none() | st.integers(1, 9999),
    url=st.none() | st.from_regex(r"https?://[a-z./?=&%|\\-]{1,30}", fullmatch=True),
    confirmed=st.booleans(),
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A short answer and perhaps more, as it is kept."""
    first = draw(lines().filter(lambda line: not line.startswith("#")))
    more = draw(st.lists(lines() | st.just(""), max_size=6))
    text = "\n".join([first, *(["", *more] if more else [])])
    return "\n".join(text.splitlines()).strip()


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A sound entry."""
    status = draw(st.sampled_from(Status))
    relations = draw(st.lists(st.sampled_from(Relation), unique=True))
    entry_id = draw(_IDS)
    others = _IDS.filter(lambda other: other != entry_id)
    return Entry(
        id=entry_id,
        title=draw(lines(100)),
        topic=draw(st.sampled_from(sorted(TOPICS))),
        questions=tuple(draw(st.lists(lines(), min_size=1, max_size=5))),
        checks=tuple(draw(st.lists(lines(), min_size=1, max_size=3))),
        jurisdiction=draw(lines()),
        status=status,
        as_of=draw(st.none() | _DAYS),
        reviewed=draw(_DAYS),
        review_after=draw(_DAYS),
        sources=tuple(draw(st.lists(_SOURCES, min_size=0 if status in WITHOUT_SOURCES else 1, max_size=3))),
        body=draw(bodies()),
        related=tuple(
            Related(relation, entry_id)
            for relation in relations
            for entry_id in draw(st.lists(_IDS, min_size=1, max_size=3, unique=True))
        ),
        superseded_by=draw(others) if status is Status.SUPERSEDED else None,
        succession=draw(st.none() | lines()),
        note=draw(st.none() | lines(200)),
        contrasts=tuple(draw(st.dictionaries(others, _CUES, max_size=2)).items()),
    )
