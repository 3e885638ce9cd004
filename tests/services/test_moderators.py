"""Only moderators, and only of the server that they act in: checked where the work is done."""

import inspect
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from bot.actions.dispatcher import Dispatcher
from bot.actions.registry import finished, step
from bot.cards.card import Card
from bot.domain.actor import Actor, Role
from bot.domain.errors import Changed, NotFound, NotYours, RoleNeeded
from bot.domain.unanswered import CaseKey, CaseKind
from bot.domain.verb import Verb
from bot.domain.verbs.knowledge.drafts import CheckDraft, SeeDraft
from bot.domain.verbs.knowledge.entries import SeeDifference, SeeVersions
from bot.services.app import App
from bot.services.knowledge.knowledge import Knowledge
from tests.services.conftest import (
    ADA,
    COMMISSIONER,
    ELSEWHERE,
    HERE,
    MEG,
    SAM,
    answer,
    mended,
    note,
    proposed,
    published,
)

KEY = CaseKey(CaseKind.ASKED, 1)
Do = Callable[[Knowledge, Actor], object]
EVERYTHING: dict[str, Do] = {
    "in the way": lambda knowledge, by: knowledge.drafting.in_the_way("tupe", by=by),
    "edit": lambda k, by: k.drafting.edit("tupe", by=by),
    "add": lambda k, by: k.drafting.add("new-one", by=by),
    "retire": lambda k, by: k.drafting.retire("tupe", by=by),
    "restore a draft": lambda k, by: k.drafting.restore("tupe", 0, by=by),
    "fill": lambda k, by: k.drafting.fill(1, {"body": "x"}, by=by),
    "draft": lambda k, by: k.drafting.draft(1, by=by),
    "rebase": lambda k, by: k.drafting.rebase(1, 0, by=by),
    "discard": lambda k, by: k.drafting.discard(1, by=by),
    "mine": lambda k, by: k.drafting.mine(by=by),
    "proposed": lambda k, by: k.drafting.proposed(by=by),
    "check": lambda k, by: finished(k.publishing.check(1, by=by)),
    "publish": lambda k, by: finished(k.publishing.publish(1, "0" * 12, note(), by=by)),
    "propose": lambda k, by: finished(k.publishing.propose(1, "0" * 12, note(), by=by)),
    "agree": lambda k, by: finished(k.publishing.agree(1, "0" * 12, by=by)),
    "restore": lambda k, by: finished(k.publishing.restore("tupe", 0, note(), by=by)),
    "review": lambda k, by: k.publishing.review("tupe", by=by),
    "keep": lambda k, by: k.publishing.keep_own("tupe", note(), by=by),
    "test": lambda k, by: k.gatekeeper.test(by=by),
    "must": lambda k, by: k.rules.must_answer(by=by),
    "set must": lambda k, by: k.rules.set_must_answer("q", "tupe", "x", by=by),
    "contested": lambda k, by: k.rules.contested(by=by),
    "set contested": lambda k, by: k.rules.set_contested([], both_sides=False, by=by),
    "entry": lambda k, by: k.history.entry("tupe", by=by),
    "revisions": lambda k, by: k.history.revisions("tupe", by=by),
    "is shipped": lambda k, by: k.history.is_shipped("tupe", by=by),
    "difference": lambda k, by: k.history.difference("tupe", 0, 0, by=by),
    "due": lambda k, by: k.history.due(by=by),
    "shipped changes": lambda k, by: k.history.shipped_changes(by=by),
    "shipped change": lambda k, by: k.history.shipped_change("tupe", by=by),
    "has text": lambda k, by: k.history.has_text("tupe", 0, by=by),
    "must have text": lambda k, by: k.history.must_have_text("tupe", 0, by=by),
    "own": lambda k, by: k.history.own(by=by),
    "groups": lambda k, by: k.queue.groups(by=by),
    "group": lambda k, by: k.queue.group(KEY, by=by),
    "claim": lambda k, by: k.queue.claim(KEY, by=by),
    "add phrasing": lambda k, by: k.queue.add_phrasing(KEY, "tupe", ["x"], by=by),
    "start entry": lambda k, by: k.queue.start_entry(KEY, "new-one", by=by),
    "set aside": lambda k, by: k.queue.set_aside(KEY, "x", by=by),
    "suggestions": lambda k, by: k.suggesting.waiting(by=by),
    "suggestion": lambda k, by: k.suggesting.suggestion(1, by=by),
    "accept": lambda k, by: k.suggesting.accept(1, by=by),
    "decline": lambda k, by: k.suggesting.decline(1, by=by),
    "learned": lambda k, by: k.suggesting.learned(by=by),
    "phrasing": lambda k, by: k.suggesting.phrasing(1, by=by),
    "accept phrasing": lambda k, by: k.suggesting.accept_phrasing(1, by=by),
    "decline phrasing": lambda k, by: k.suggesting.decline_phrasing(1, by=by),
    "plan a file": lambda k, by: finished(k.import_export.plan_file(Path("nothing.csv"), by=by)),
    "plan a text": lambda k, by: finished(k.import_export.plan_text("a.csv", "", by=by)),
    "take in": lambda k, by: finished(k.import_export.accept_text(1, "0" * 12, by=by)),
    "files": lambda k, by: k.import_export.files(by=by),
    "file": lambda k, by: k.import_export.file("tupe", by=by),
    "table": lambda k, by: k.import_export.table("csv", by=by),
}
MANAGER = Actor(9, HERE, frozenset({Role.ADMINISTRATOR}))
NO_MODERATORS = (ADA, COMMISSIONER, Actor(MEG.user_id, ELSEWHERE), MANAGER)


@pytest.mark.parametrize("do", EVERYTHING)
def test_nobody_else_may(knowledge_of: Knowledge, do: str) -> None:
    """A member, a commissioner, a moderator of another server here, even who manages the server."""
    mended(knowledge_of, "tupe", body="Hers.")
    for by in NO_MODERATORS:
        if do == "set contested" and by is MANAGER:
            continue  # the one thing that is theirs to decide
        with pytest.raises(RoleNeeded):
            EVERYTHING[do](knowledge_of, by)


def test_every_method_is_among_them(knowledge_of: Knowledge) -> None:
    """Methods that take an actor are tried above, or are for everyone."""
    services = (getattr(knowledge_of, name) for name in knowledge_of.__slots__)
    asked = sum(
        "by" in inspect.signature(method).parameters
        for service in services
        for name, method in inspect.getmembers(service, inspect.ismethod)
        if not name.startswith("_")
    )

    for_everybody, tried_through_others = {"about", "suggest"}, {"own", "accept"}
    assert asked == len(EVERYTHING) + len(for_everybody) + len(tried_through_others)


def test_another_servers_moderator_reaches_nothing_of_ours(knowledge_of: Knowledge, app: App) -> None:
    """In their own server they can do all, and find none of what is ours."""
    theirs = Actor(20, ELSEWHERE, frozenset({Role.MODERATOR}))
    number = mended(knowledge_of, "tupe", body="Hers.")
    draft = knowledge_of.drafting.own(number, by=MEG)
    proposed(knowledge_of, number)
    brought, _ = finished(knowledge_of.import_export.plan_text("a.csv", "", by=MEG))
    app.answering.ask("is there a mobile library timetable", guild_id=HERE)
    for refused in (
        lambda: knowledge_of.drafting.draft(number, by=theirs),
        lambda: finished(knowledge_of.publishing.agree(number, draft.fingerprint, by=theirs)),
        lambda: knowledge_of.drafting.discard(number, by=theirs),
    ):
        with pytest.raises(NotFound):
            refused()
    with pytest.raises(NotFound):
        finished(knowledge_of.import_export.accept_text(brought, "0" * 12, by=theirs))
    with pytest.raises(Changed):
        knowledge_of.queue.claim(KEY, by=theirs)

    assert knowledge_of.drafting.proposed(by=theirs) == []
    assert knowledge_of.history.own(by=theirs) == []


def test_a_draft_is_changed_only_by_its_author(knowledge_of: Knowledge) -> None:
    """Others see it once it is proposed, and can only agree."""
    number = mended(knowledge_of, "tupe", body="Hers.")
    with pytest.raises(NotFound):
        knowledge_of.drafting.draft(number, by=SAM)
    fingerprint = knowledge_of.drafting.own(number, by=MEG).fingerprint
    proposed(knowledge_of, number)
    assert knowledge_of.drafting.draft(number, by=SAM).fields["body"] == "Hers."
    with pytest.raises(NotYours):
        knowledge_of.drafting.fill(number, {"body": "His."}, by=SAM)
    knowledge_of.drafting.fill(number, {"body": "Hers, again."}, by=MEG)
    with pytest.raises(NotFound):
        finished(knowledge_of.publishing.agree(number, fingerprint, by=SAM))


def test_the_gate_lets_others_in_between(knowledge_of: Knowledge, app: App) -> None:
    """The work comes in steps, between which people are answered; then the card is there at once."""
    for number in range(450):
        app.answering.ask(f"question number {number}", guild_id=HERE)
    desk, draft = Dispatcher(app), mended(knowledge_of, "tupe", body="Hers.")
    work = desk.begin(CheckDraft(draft), by=MEG)
    assert isinstance(work, Generator)
    steps = 0
    while (card := step(work)) is None:
        steps += 1
        assert "assigned" in answer(app, "staff transfer")

    assert steps == 4
    assert isinstance(card, Card)
    assert "I asked 462 known questions" in card.text


LONG = "Short.\n\n" + " ".join(f"word{number}" for number in range(480))


def pages_of(desk: Dispatcher, verb: Verb, by: Actor) -> Iterator[str]:
    """The text of each page of something long."""
    onward: Verb | None = verb
    while onward is not None:
        card = desk.perform(onward, by=by)
        assert isinstance(card, Card)
        yield card.text
        onward = next((each.verb for each in card.actions if each.label == "Next"), None)


def test_a_second_moderator_can_read_every_word(app: App, knowledge_of: Knowledge) -> None:
    """And so can people who look back: long texts come in pages."""
    number = mended(knowledge_of, "tupe", body=LONG)
    proposed(knowledge_of, number)
    words = set(LONG.split()[1:])

    read = " ".join(pages_of(Dispatcher(app), SeeDraft(number), SAM))
    assert words <= set(read.replace("+}", " ").split())

    published(knowledge_of, number)
    read = " ".join(pages_of(Dispatcher(app), SeeDifference("tupe", before=0, after=1), SAM))
    assert words <= set(read.replace("+}", " ").split())


def test_a_long_history_can_be_read_to_its_beginning(app: App, knowledge_of: Knowledge) -> None:
    """Who, when and why, of every version."""
    for number in range(40):
        draft = knowledge_of.drafting.own(mended(knowledge_of, "tupe", body=f"Text {number}."), by=MEG)
        why = f"Reason {number}. " + "Because it was wrong. " * 9
        finished(knowledge_of.publishing.publish(draft.id, draft.fingerprint, note(why), by=MEG))

    read = " ".join(pages_of(Dispatcher(app), SeeVersions("tupe"), SAM))
    assert [f"Reason {number}." in read for number in range(40)] == [True] * 40
    assert "the shipped text" in read


def test_who_manages_the_server_but_is_no_moderator_changes_no_rule(knowledge_of: Knowledge) -> None:
    """Refused before anything is kept, not after."""
    owner = Actor(9, HERE, frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(RoleNeeded):
        knowledge_of.rules.set_contested(["rec-8"], both_sides=False, by=owner)

    assert knowledge_of.rules.contested(by=MEG) == {}
