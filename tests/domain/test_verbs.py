"""Every verb writes itself into the id of a button and reads itself back, for as long as buttons live."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.actions.dispatcher  # noqa: F401 - it imports every verb
from bot.domain.errors import UnknownVerb
from bot.domain.verb import ID_LIMIT, LARGEST, VERBS, Argument, Verb, arguments_of, parse
from bot.domain.verbs.dialogue.availability import PauseAvailability
from bot.domain.verbs.dialogue.bookings import Book, Move, SendOffer
from bot.domain.verbs.knowledge.entries import SeeDifference
from bot.domain.verbs.reading import Browse, Read, Reply, Share, Vote

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)

POSTED = (Path(__file__).parent / "posted_ids.txt").read_text(encoding="utf-8").split()
"""An id of each verb, with few and with all of its arguments, as buttons have carried them since they exist.

Lines are added to it. One that is changed or taken out is a button that stops working.
"""


@pytest.mark.parametrize("custom_id", POSTED)
def test_a_button_that_was_posted_still_means_the_same(custom_id: str) -> None:
    """Read and written again, it is the same id."""
    assert parse(custom_id).custom_id == custom_id


def test_every_verb_stands_in_the_list() -> None:
    """So that none is renamed or loses an argument unnoticed."""
    assert {custom_id.partition(":")[0] for custom_id in POSTED} == set(VERBS)


@pytest.mark.parametrize(
    ("custom_id", "verb"),
    [
        ("book:12:34:29935260", Book(12, commissioner_id=34, starts_at=datetime(2026, 12, 1, 9, tzinfo=UTC))),
        ("offer-send:12:29935260", SendOffer(12, starts=(AT,))),
        ("move:5", Move(5)),
        ("move:5:29935260", Move(5, starts_at=AT)),
        ("vote:7:no", Vote(7, helpful=False)),
        ("vote:7:yes:99", Vote(7, helpful=True, reply_to=99)),
        ("read:tupe:2", Read("tupe", page=2)),
        ("read:tupe:1:7:99", Read("tupe", page=1, asked_id=7, reply_to=99)),
        ("share:7:tupe", Share(7, picked="tupe")),
        ("reply:7:99", Reply(7, reply_to=99)),
        ("browse:beside", Browse(below=True)),
        ("availability-pause:no", PauseAvailability(paused=False)),
        ("knowledge-diff:tupe:1:2:3", SeeDifference("tupe", before=1, after=2, page=3)),
    ],
)
def test_an_id_is_read_by_position(custom_id: str, verb: Verb) -> None:
    """The order has not changed since the ids were made of strings."""
    assert parse(custom_id) == verb


@pytest.mark.parametrize(
    "forged",
    ["", "bok:1", "book", "book:1:x:y", "book:1:2", "vote:7:perhaps", "claim:-1", "claim:²", "x" * 300],
)
def test_what_means_nothing_is_refused(forged: str) -> None:
    """A forged id is refused by its form, before anything is looked up."""
    with pytest.raises(UnknownVerb):
        parse(forged)


def values(argument: Argument) -> st.SearchStrategy[object]:
    """Values that an argument can have."""
    kinds: dict[type, st.SearchStrategy[object]] = {
        int: st.integers(0, LARGEST),
        bool: st.booleans(),
        str: st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fullmatch=True).filter(
            lambda text: len(text) <= 30
        ),
        datetime: st.integers(0, 10**7).map(
            lambda n: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=n)
        ),
    }
    if issubclass(argument.kind, StrEnum):
        kinds[argument.kind] = st.sampled_from(list(argument.kind))
    one = kinds[argument.kind]
    if argument.repeats:
        return st.lists(one, max_size=5).map(tuple)
    return one if argument.is_needed else st.one_of(st.just(argument.default), one)


@given(st.data())
def test_a_verb_comes_back_as_it_was(data: st.DataObject) -> None:
    """Whatever its arguments hold."""
    kind = data.draw(st.sampled_from(list(VERBS.values())))
    verb = kind(**{each.name: data.draw(values(each)) for each in arguments_of(kind)})

    assert parse(verb.custom_id) == verb


def test_an_id_fits_a_button() -> None:
    """The longest that a card makes: ids of answers have up to 60 characters."""
    assert len(Read("x" * 60, page=12).custom_id) <= ID_LIMIT - 5
    assert len(SendOffer(LARGEST, starts=(AT,) * 5).custom_id) <= ID_LIMIT
