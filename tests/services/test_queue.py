"""Questions without a good answer, what readers suggest, and what people teach by picking."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import running
from bot.domain.actor import Actor
from bot.domain.errors import AlreadyClaimed, Changed, DraftInTheWay, ServerNeeded
from bot.domain.unanswered import Case, CaseKey, CaseKind, grouped
from bot.services.app import App
from bot.services.knowledge.knowledge import Knowledge
from bot.settings import Settings
from tests.services.conftest import ADA, ELSEWHERE, HERE, MEG, SAM, answer, proposed, published

MAP = "great-british-toilet-map"
TIMETABLE = "is there a mobile library timetable"


def test_alike_questions_stand_together_most_asked_first() -> None:
    """Word order, case and a slip do not part them; another subject does."""
    asked = [
        "opening hours of the library",
        "tax",
        "Library opening hours?",
        "the library opening hour",
        "tax",
    ]
    cases = [
        Case(CaseKey(CaseKind.ASKED, n), text) for n, text in enumerate([*asked, "library opening hours"])
    ]

    groups = grouped(cases)

    assert [len(group.cases) for group in groups] == [4, 2]
    assert groups[1].wordings == ("tax",)


def test_what_cannot_be_seen_is_left_out_of_a_wording() -> None:
    """It would be refused in an answer, and no one could find it to take it out."""
    (group,) = grouped([Case(CaseKey(CaseKind.ASKED, 1), "library\u200b hours\u202e ?\n")])

    assert group.question == "library hours ?"
    assert group.wordings == ("library hours ?",)


def test_thousands_of_different_questions_are_grouped_at_once() -> None:
    """Everyone waits for it, so a full log must not hold them up."""
    words = [f"{letter}{number}word" for letter in "abcdefgh" for number in range(500)]
    texts = [
        " ".join(words[n * step % 4000] for step in (7, 11, 13, 17, 19, 23, 29, 31)) for n in range(1, 6001)
    ]
    cases = [Case(CaseKey(CaseKind.ASKED, n), text) for n, text in enumerate(texts)]

    started = time.process_time()
    grouped(cases)

    assert time.process_time() - started < 1.5


def test_keys_are_read_back_and_nonsense_is_not() -> None:
    """A button means what it carries."""
    key = CaseKey(CaseKind.REFERRED, 12)

    assert CaseKey.of(str(key)) == key
    assert [CaseKey.of(text) for text in ("", "r", "x1", "r-1", "r1x", "r" + "9" * 30)] == [None] * 6


def unanswered(app: App, question: str = TIMETABLE, *, tell: Actor | None = None) -> CaseKey:
    """Someone asks in vain, and perhaps passes it on and wants to be told."""
    asked = app.answering.ask(question, guild_id=HERE)
    assert asked.id is not None
    if tell is None:
        return CaseKey(CaseKind.ASKED, asked.id)
    return CaseKey(CaseKind.REFERRED, app.feedback.refer(question, tell=True, by=tell, asked_id=asked.id))


def test_the_queue_holds_what_was_not_answered_here(app: App, knowledge_of: Knowledge) -> None:
    """No answer, or called not helpful; a question that was passed on is there once."""
    unanswered(app)
    unanswered(app, tell=ADA)
    asked = app.answering.ask("staff transfer", guild_id=HERE)
    app.answering.ask("toilet map", guild_id=HERE)
    app.answering.ask("something from another place entirely", guild_id=ELSEWHERE)
    assert asked.id is not None
    app.feedback.vote(asked.id, helpful=False, by=ADA)

    groups = knowledge_of.queue.groups(by=MEG)
    assert [(group.question, len(group.cases)) for group in groups] == [(TIMETABLE, 2), ("staff transfer", 1)]


def test_who_cannot_be_told_for_a_month_is_forgotten(settings: Settings) -> None:
    """No one's name is kept for ever because they take no messages."""
    moment = datetime(2026, 11, 23, 10, tzinfo=UTC)
    with running(settings, lambda: moment) as app:
        key = unanswered(app, tell=ADA)
        app.knowledge.queue.claim(key, by=MEG)
        app.knowledge.queue.set_aside(key, "It is not for us.", by=MEG)
        for days, left in ((30, 1), (1, 0)):
            moment += timedelta(days=days)
            app.outbox.forget_secrets()
            assert len(app.outbox.due()) == left


def test_who_asked_is_told_once_and_forgotten(app: App, knowledge_of: Knowledge) -> None:
    """Only when the phrasing is live; then no row says who they were."""
    key = unanswered(app, tell=ADA)
    draft = knowledge_of.queue.add_phrasing(key, MAP, [TIMETABLE], by=MEG)
    assert app.outbox.due() == []
    published(knowledge_of, draft.id)
    due = app.outbox.due()

    assert [(notice.to, notice.payload["entry_id"]) for notice in due] == [(ADA.user_id, MAP)]
    assert [app.outbox.sent(due[0]) for _ in range(2)] == [True, False]
    assert app.outbox.due() == []
    assert knowledge_of.queue.groups(by=MEG) == []
    assert "public toilets" in answer(app, TIMETABLE)


def test_what_one_has_taken_on_no_other_takes(app: App, knowledge_of: Knowledge) -> None:
    """Until it is settled; a discarded draft gives it back to who took it on."""
    key = unanswered(app)
    assert knowledge_of.queue.claim(key, by=MEG).claimed_by == MEG.user_id
    with pytest.raises(AlreadyClaimed):
        knowledge_of.queue.add_phrasing(key, MAP, ["x"], by=SAM)
    draft = knowledge_of.queue.start_entry(key, "library-timetable", by=MEG)
    assert TIMETABLE in draft.fields["questions"]
    knowledge_of.drafting.discard(draft.id, by=MEG)
    group = knowledge_of.queue.group(key, by=MEG)

    assert (group.claimed_by, group.cases[0].draft_id) == (MEG.user_id, None)


def test_what_somebody_left_lying_can_be_taken_over(settings: Settings, now: Callable[[], datetime]) -> None:
    """Else a moderator who is gone would keep a question, and all that are like it, for ever."""
    with running(settings, now) as early:
        key = unanswered(early)
        assert early.knowledge is not None
        early.knowledge.queue.claim(key, by=MEG)
    with running(settings, lambda: now() + timedelta(days=6)) as later:
        assert later.knowledge is not None
        with pytest.raises(AlreadyClaimed):
            later.knowledge.queue.claim(key, by=SAM)
    with running(settings, lambda: now() + timedelta(days=7)) as latest:
        assert latest.knowledge is not None
        assert latest.knowledge.queue.claim(key, by=SAM).claimed_by == SAM.user_id
        with pytest.raises(AlreadyClaimed):
            latest.knowledge.queue.claim(key, by=MEG)


def test_what_is_set_aside_says_why(app: App, knowledge_of: Knowledge) -> None:
    """To those who asked to be told, once; and it is off the list."""
    key = unanswered(app, tell=ADA)
    knowledge_of.queue.set_aside(key, "Ask the library itself.", by=MEG)
    with pytest.raises(Changed):
        knowledge_of.queue.set_aside(key, "Again.", by=MEG)

    assert [(due.payload["entry_id"], due.payload["reason"]) for due in app.outbox.due()] == [
        (None, "Ask the library itself.")
    ]
    assert knowledge_of.queue.groups(by=MEG) == []


def test_a_pick_teaches_only_when_a_moderator_accepts(app: App, knowledge_of: Knowledge) -> None:
    """The phrasing goes into a draft, and live through the gate; a declined one does not come back."""
    for question in ("personnel novation", "Personnel novation", "loo paper"):
        asked = app.answering.ask(question, guild_id=HERE)
        assert asked.id is not None
        app.feedback.pick(asked.id, "tupe", by=ADA)
    learned = knowledge_of.suggesting.learned(by=MEG)
    assert [(one.question, one.picks) for one in learned] == [("personnel novation", 2), ("loo paper", 1)]
    assert answer(app, "personnel novation") in ("no_answer", "suggestions")
    draft = knowledge_of.suggesting.accept_phrasing(learned[0].asked_id, by=MEG)
    knowledge_of.suggesting.decline_phrasing(learned[1].asked_id, by=MEG)
    with pytest.raises(Changed):
        knowledge_of.suggesting.accept_phrasing(learned[1].asked_id, by=SAM)
    published(knowledge_of, draft.id)

    assert knowledge_of.suggesting.learned(by=MEG) == []
    assert "assigned" in answer(app, "personnel novation")


def test_a_phrasing_that_cannot_be_added_now_is_not_lost(app: App, knowledge_of: Knowledge) -> None:
    """It stays proposed while the moderator's draft of that answer waits for someone else."""
    asked = app.answering.ask("personnel novation", guild_id=HERE)
    assert asked.id is not None
    app.feedback.pick(asked.id, "tupe", by=ADA)
    retiring = knowledge_of.drafting.retire("tupe", by=MEG)
    proposed(knowledge_of, retiring.id)
    with pytest.raises(DraftInTheWay):
        knowledge_of.suggesting.accept_phrasing(asked.id, by=MEG)

    assert [one.question for one in knowledge_of.suggesting.learned(by=MEG)] == ["personnel novation"]


def test_a_suggestion_has_a_name_only_if_it_was_given(knowledge_of: Knowledge) -> None:
    """Anyone may suggest in a server; the version that they read is kept with it."""
    for credited in (True, False):
        knowledge_of.suggesting.suggest("tupe", "It is wrong.", "", credited=credited, by=ADA)
    with pytest.raises(ServerNeeded):
        knowledge_of.suggesting.suggest("tupe", "Wrong.", "", credited=False, by=Actor(1, 0))
    waiting = knowledge_of.suggesting.waiting(by=MEG)

    assert [one.user_id for one in waiting] == [ADA.user_id, None]
    assert knowledge_of.suggesting.accept(waiting[0].id, by=MEG) == waiting[0]
    with pytest.raises(Changed):
        knowledge_of.suggesting.decline(waiting[0].id, by=SAM)
