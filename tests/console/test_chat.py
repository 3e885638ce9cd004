"""A conversation in the terminal continues, whatever is typed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.actions.dispatcher import Dispatcher
from bot.app import running
from bot.console.chat import Chat
from bot.console.render import show
from bot.domain.actor import in_the_terminal
from bot.settings import read_settings


@pytest.fixture(scope="module")
def chat() -> Iterator[Chat]:
    """A conversation over the shipped answers, of which nothing is kept."""
    with running(read_settings({}), lambda: datetime.now(UTC), keep=False) as app:
        yield Chat(Dispatcher(app), in_the_terminal())


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=1000) | st.text(max_size=30).map(lambda text: f"/{text}") | st.integers().map(str))
def test_every_line_gets_a_card_that_can_be_shown(chat: Chat, line: str) -> None:
    """Text, commands that do not exist, and numbers of nothing; at sixty columns."""
    cards = chat.reply(line)

    printed = StringIO()
    for card in cards:
        show(card, Console(file=printed, width=60))
    assert all(card.title for card in cards)
    assert printed.getvalue().strip()


def test_a_number_takes_the_choice_that_it_stands_beside(chat: Chat) -> None:
    """Of the last card that offered any."""
    chat.reply("/cancel")  # a number above may have opened a form
    browse = chat.reply("/browse")[0]
    subject = chat.reply("8")[0]

    assert subject.title.startswith(browse.everything_to_do[7].label)
