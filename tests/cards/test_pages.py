"""Long lists and texts are shown in pages, and nothing of them is left out."""

import pytest

from bot.cards.pages import page_of, paged, text_page
from bot.domain.verbs.dialogue.bookings import SeeHistory
from bot.domain.verbs.dialogue.records import SeeRecord


def at(page: int) -> SeeRecord:
    """Leads to a page."""
    return SeeRecord(1, page=page)


def test_a_short_list_is_one_page() -> None:
    """Which says nothing of pages."""
    shown = paged(range(25), 1, at)

    assert (len(shown.items), shown.note, shown.actions) == (25, "", ())


def test_a_long_list_says_where_it_is_and_leads_on_and_back() -> None:
    """1 to 25 of 60, and so on to the end."""
    one, two, three = (paged(range(60), page, at) for page in (1, 2, 3))

    assert [shown.note for shown in (one, two, three)] == [
        "1 to 25 of 60",
        "26 to 50 of 60",
        "51 to 60 of 60",
    ]
    assert [action.label for action in one.actions] == ["Next"]
    assert [action.verb for action in two.actions] == [at(1), at(3)]
    assert [action.label for action in three.actions] == ["Back"]
    assert (*one.items, *two.items, *three.items) == tuple(range(60))


@pytest.mark.parametrize(("page", "first"), [(0, 1), (-3, 1), (99, 51)])
def test_a_page_that_is_not_there_is_the_nearest(page: int, first: int) -> None:
    """A button of a longer list still shows something."""
    assert paged(range(60), page, at).first == first


def test_a_list_that_nobody_counted_to_its_end() -> None:
    """It says so, and leads on as long as pages are full."""
    shown = page_of(range(25), 4, at, total=100, at_least=True)

    assert shown.note == "76 to 100 of at least 100"
    assert [action.label for action in shown.actions] == ["Back", "Next"]


def test_a_long_text_has_pages_too() -> None:
    """With their number."""
    text, note, actions = text_page("x" * 2300 + "\n\n" + "y" * 10, 2, at)

    assert (text, note, actions[0].verb) == ("y" * 10, "Page 2 of 2", at(1))
    assert text_page("short", 1, lambda page: SeeHistory(1)) == ("short", "", ())
