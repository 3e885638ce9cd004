"""Whatever moderators do, in whatever order: what is live is what its history says, and nothing is lost."""

import itertools
import os
from contextlib import suppress

from hypothesis import HealthCheck, Phase
from hypothesis import settings as measured
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.actions.registry import finished
from bot.app import load_knowledge, read_engine
from bot.domain.actor import Actor, Role
from bot.domain.engine import Engine
from bot.domain.errors import Changed, DraftInTheWay, EntryInvalid, Invalid, NotFound, NothingChanged
from bot.domain.knowledge import KnowledgeBase
from bot.domain.revision import ChangeNote, Kind, Revision, overlaid
from bot.services.app import App
from bot.services.knowledge.drafting import EditConflict
from bot.settings import Settings

STEPS = int(os.environ.get("PARLEY_RANDOM_STEPS", "240"))
"""How many random steps are taken in all; set it to 1000 for the full measure."""

LONG = 40
"""Steps that are taken in one server."""

EXPECTED = (Changed, DraftInTheWay, EntryInvalid, Invalid, NothingChanged, NotFound)
"""Refusals that a random step may meet; anything else is a fault."""

IDS = st.sampled_from(["tupe", "great-british-toilet-map", "notice-of-ending-funding", "new-one", "new-two"])
WHO = st.integers(1, 2)
FIELDS = st.sampled_from(
    [
        {"body": "Other words."},
        {"body": "=1+1 is no formula.\n\n## For commissioners\n\nText."},
        {"questions": "what is tupe\nstaff transfer\nwho pays"},
        {"questions": "'quoted\n@home\nwhere are the toilets", "title": "Toilets | where"},
        {"sources": "A \\| B | C | 2026 | https://example.org | not confirmed"},
        {"topic": "rec-2", "related": "next-step: tupe", "checks": "anything"},
        {"body": ""},
    ]
)
QUESTIONS = ["staff transfer", "who pays", "toilet map", "three months notice", "where are the toilets", "42"]
SOUND = {
    "title": "Something new",
    "topic": "rec-1",
    "questions": "something quite new",
    "checks": "novelty",
    "sources": "A | B",
    "body": "It is new.",
}
_guilds = itertools.count(100)


class Moderators(RuleBasedStateMachine):
    """Two moderators of one server, doing anything."""

    def __init__(self, app: App, shipped: KnowledgeBase, engine: Engine) -> None:
        super().__init__()
        self.app, self.knowledge, self.shipped, self.engine = app, app.knowledge, shipped, engine
        self.guild_id = next(_guilds)
        self.drafts: list[tuple[int, Actor]] = []
        self.compared = shipped

    def by(self, who: int) -> Actor:
        """One of the moderators."""
        return Actor(who, self.guild_id, frozenset({Role.MODERATOR}))

    @rule(entry_id=IDS, who=WHO, fields=FIELDS)
    def edit(self, entry_id: str, who: int, fields: dict[str, str]) -> None:
        """Write a draft of an answer, new or not."""
        by, drafting = self.by(who), self.knowledge.drafting
        known = entry_id in self.app.answering.finder.base(self.guild_id).entries
        with suppress(*EXPECTED):
            draft = (drafting.edit if known else drafting.add)(entry_id, by=by)
            self.drafts.append((draft.id, by))
            drafting.fill(draft.id, {**(SOUND if draft.kind is Kind.ADD else {}), **fields}, by=by)

    @rule(entry_id=IDS, who=WHO, fields=FIELDS)
    def edit_and_publish(self, entry_id: str, who: int, fields: dict[str, str]) -> None:
        """The usual way."""
        self.edit(entry_id, who, fields)
        if self.drafts:
            with suppress(*EXPECTED):
                self._publish(*self.drafts[-1])

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        """Put one of the drafts live, as it is now."""
        number, by = data.draw(st.sampled_from(self.drafts))
        with suppress(*EXPECTED):
            self._publish(number, by)

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def keep_mine(self, data: st.DataObject) -> None:
        """See what someone else published, and keep one's own words."""
        number, by = data.draw(st.sampled_from(self.drafts))
        with suppress(*EXPECTED):
            self._keep_mine(number, by)

    @rule(entry_id=IDS, who=WHO)
    def retire(self, entry_id: str, who: int) -> None:
        """Take an answer out."""
        with suppress(*EXPECTED):
            self._publish(self.knowledge.drafting.retire(entry_id, by=self.by(who)).id, self.by(who))

    @rule(entry_id=IDS, number=st.integers(0, 4), who=WHO)
    def restore(self, entry_id: str, number: int, who: int) -> None:
        """Bring a version back."""
        with suppress(*EXPECTED):
            note = ChangeNote(who, "Back.")
            finished(self.knowledge.publishing.restore(entry_id, number, note, by=self.by(who)))

    @rule(entry_id=IDS, who=WHO)
    def review(self, entry_id: str, who: int) -> None:
        """Say that an answer is still right."""
        with suppress(*EXPECTED):
            self.knowledge.publishing.review(entry_id, by=self.by(who))

    @rule(form=st.sampled_from(["csv", "jsonl"]), who=WHO)
    def carry_elsewhere(self, form: str, who: int) -> None:
        """Export all, and take it in in another server: there it is the same."""
        by, service = self.by(who), self.knowledge.import_export
        there = Actor(by.user_id, next(_guilds), by.roles)
        _, plan = finished(service.plan_text(f"all.{form}", service.table(form, by=by), by=there))
        if plan.entries:
            service.accept(plan, "all", by=there)
        base = self.app.answering.finder.base
        ours, theirs = (base(guild).entries for guild in (self.guild_id, there.guild_id))
        own = [revision.entry_id for revision in self.knowledge.history.own(by=by) if revision.entry]
        assert [theirs[entry_id] for entry_id in own] == [ours[entry_id] for entry_id in own]

    @invariant()
    def history_replays_to_what_is_live(self) -> None:
        """Taking every revision in its order gives what people see."""
        replayed = overlaid(self.shipped.entries, self._all())
        assert dict(self.app.answering.live(self.guild_id).entries) == replayed

    @invariant()
    def every_entry_has_one_live_version(self) -> None:
        """The numbers of each run from 1 without a gap, so one is the highest."""
        numbers: dict[str, list[int]] = {}
        for revision in self._all():
            numbers.setdefault(revision.entry_id, []).append(revision.number)
        assert all(some == list(range(1, len(some) + 1)) for some in numbers.values())

    @invariant()
    def the_index_equals_one_built_afresh(self) -> None:
        """Every question finds the same, with the same scores."""
        shown = self.app.answering.finder.base(self.guild_id)
        if shown is self.compared:
            return
        self.compared = shown
        built = KnowledgeBase.of(shown.entries.values(), (), self.engine)
        for question in QUESTIONS:
            assert shown.answer(question) == built.answer(question)

    @invariant()
    def export_then_import_changes_nothing(self) -> None:
        """Every form of file says what is live already."""
        by, service = self.by(1), self.knowledge.import_export
        for form in ("csv", "jsonl"):
            _, plan = finished(service.plan_text(f"all.{form}", service.table(form, by=by), by=by))
            assert plan.entries == ()
        for entry_id, text in service.files(by=by).items():
            if text is not None:
                assert finished(service.plan_text(f"{entry_id}.md", text, by=by))[1].same == 1

    def _publish(self, number: int, by: Actor) -> None:
        draft = self.knowledge.drafting.own(number, by=by)
        note = ChangeNote(by.user_id, "Because.")
        finished(self.knowledge.publishing.publish(number, draft.fingerprint, note, by=by))

    def _keep_mine(self, number: int, by: Actor) -> None:
        conflict = finished(self.knowledge.publishing.check(number, by=by))
        if isinstance(conflict, EditConflict):
            self.knowledge.drafting.rebase(number, conflict.theirs.number, by=by)

    def _all(self) -> list[Revision]:
        entries = {revision.entry_id for revision in self.knowledge.history.own(by=self.by(1))}
        return [
            r
            for entry_id in sorted(entries)
            for r in self.knowledge.history.revisions(entry_id, by=self.by(1))
        ]


def test_any_order(app: App, settings: Settings) -> None:
    """Random steps of two moderators, in one server after another."""
    shipped, engine = load_knowledge(settings.knowledge), read_engine(settings.knowledge)
    run_state_machine_as_test(
        lambda: Moderators(app, shipped, engine),  # type: ignore[arg-type]
        settings=measured(
            max_examples=max(1, STEPS // LONG),
            stateful_step_count=LONG,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
