"""Whatever a card holds, what Discord is sent stays within its limits and pings no one."""

from datetime import UTC, datetime
from timeit import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app import load_knowledge
from bot.cards.answers import full_card
from bot.cards.card import Action, Card, Fact
from bot.cards.pages import pages
from bot.discord_ui.rendering.layout import Layout, layout_of
from bot.domain.verb import parse
from bot.settings import SHIPPED_KNOWLEDGE
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.limits import COMPONENTS_V2, message_complaints
from tests.loopback.openapi import published
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Json, Person

HOSTILE = [
    "@everyone",
    "<@&123456789012345678>",
    "[free money](https://example.org)",
    "x" * 2000,
    "\u202etupe\u202c",
    "t\u200bupe",
]
words = st.text(max_size=5000)
labels = st.text(min_size=1, max_size=200).filter(str.strip)


def actions(most: int) -> st.SearchStrategy[tuple[Action, ...]]:
    """Different things to do, with long labels."""
    numbered = st.lists(labels, max_size=most)
    return numbered.map(lambda texts: tuple(Action(t, parse(f"show:{n}")) for n, t in enumerate(texts)))


def body_of(layout: Layout) -> Json:
    """The message as it is sent."""
    return {"flags": COMPONENTS_V2, "components": layout.to_components()}


@settings(max_examples=60, deadline=None)
@given(title=labels, text=words, detail=words, note=words, value=words, todo=actions(12), choices=actions(30))
def test_any_card_is_within_the_limits(
    title: str,
    text: str,
    detail: str,
    note: str,
    value: str,
    todo: tuple[Action, ...],
    choices: tuple[Action, ...],
) -> None:
    """4,000 characters, 40 components, labels and options, by our own list and by the published document."""
    moment = Fact("When", datetime(2026, 11, 23, tzinfo=UTC))
    card = Card(title, text, detail, (Fact("What", value), moment), note, actions=todo, choices=choices)
    body = body_of(layout_of(card, by_line="Shared by <@1>"))

    assert list(message_complaints(body)) == []
    assert list(published().complaints("POST", "/channels/1/messages", body)) == []


def test_every_page_of_every_answer_fits_and_is_whole() -> None:
    """No page is cut by the layout, and no word by the paging."""
    base, today = load_knowledge(SHIPPED_KNOWLEDGE), datetime(2026, 11, 23, tzinfo=UTC).date()
    for entry in base.entries.values():
        assert " ".join(" ".join(pages(entry.detail)).split()) == " ".join(entry.detail.split())
        for page in range(1, len(pages(entry.detail)) + 1):
            body = body_of(layout_of(full_card(entry, base, today, page=page)))
            assert list(message_complaints(body)) == []
            assert not any(str(part.get("content", "")).endswith(" …") for part in body["components"])


LETTERS = "ab cd ef gh ij kl mn op qr st uv wx yz "


@pytest.mark.parametrize(
    "typed",
    ["", "[", "t", "tupe grant notice", "x" * 100, "x y z " * 16, LETTERS * 3, "@everyone", "\u202e🎉\\"],
)
def test_completion_is_quick_on_the_shipped_answers(typed: str) -> None:
    """Under 50 milliseconds at the quickest of five, 25 at most, each of which Discord can show."""
    base = load_knowledge(SHIPPED_KNOWLEDGE)
    base.prepare()
    offered = base.complete(typed)

    assert min(repeat(lambda: base.complete(typed), number=1, repeat=5)) < 0.05
    assert len(offered) <= 25
    assert all(len(text) <= 100 for text in offered)


@pytest.mark.parametrize("question", HOSTILE)
async def test_a_hostile_question_pings_nobody(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person, question: str
) -> None:
    """By command, by mention, by message menu and passed on: no message that goes out may ping."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question=question)
        asked = await loopback.say(question, by=ada, at=general, mention=True)
        answer = Reading(await loopback.reply_to(asked))
        preview = await loopback.menu("Answer this", asked, by=ada)
        form = await loopback.press(said, "Ask a moderator", by=ada)
        sent = await loopback.submit(form, by=ada, question=question[:1000])

    for text in (said.text, answer.text, preview.text, sent.text):
        assert "example.org" not in text
        assert "@everyone" not in text
    showing = [body.get("data") or body for _, _, body in loopback.world.requests]
    showing = [body for body in showing if body.get("components") and "title" not in body]
    assert len(showing) >= 4
    assert all(body["allowed_mentions"]["parse"] == [] for body in showing)
