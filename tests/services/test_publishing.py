"""A change goes through the gate, goes live for one server, and can be taken back."""

import pytest

from bot.actions.registry import finished
from bot.domain.actor import Actor
from bot.domain.answer import Answer
from bot.domain.errors import (
    Changed,
    DraftInTheWay,
    EntryInvalid,
    Invalid,
    NothingChanged,
    NoVersion,
    SecondNeeded,
    WrongSecond,
)
from bot.domain.faults import EntryCode
from bot.domain.gate import Move
from bot.domain.revision import Kind, Revision
from bot.services.app import App
from bot.services.knowledge.drafting import EditConflict
from bot.services.knowledge.knowledge import Knowledge
from tests.services.conftest import (
    BOB,
    ELSEWHERE,
    HERE,
    MEG,
    SAM,
    answer,
    checked,
    mended,
    note,
    proposed,
    published,
    restored,
)

MAP = "great-british-toilet-map"
NEW = {
    "title": "Where can I find public toilets?",
    "topic": "rec-1",
    "questions": "where can I find public toilets\nfind a public toilet\nmobile library timetable\n"
    "public toilets near me",
    "checks": "where is the nearest loo",
    "sources": "A list of toilets | The council | 2026 | https://example.org",
    "body": "Ask at the library.",
}

ELSE = {
    "title": "Planning permission for a new hall",
    "questions": "planning permission\nhow do we get planning permission",
    "checks": "permission to build",
    "body": "Ask the planning officer.",
}
"""An edit after which an answer is about something else, so that its questions lose it."""


def about_something_else(knowledge: Knowledge) -> int:
    """A draft that does that to the answer on TUPE; returns its number."""
    return knowledge.drafting.fill(knowledge.drafting.edit("tupe", by=MEG).id, ELSE, by=MEG).id


def answered_by(app: App, question: str) -> str | None:
    """The entry that people are given."""
    outcome = app.answering.ask(question, guild_id=HERE).outcome
    return outcome.entry.id if isinstance(outcome, Answer) else None


def test_a_change_is_live_at_once_here_and_nowhere_else(app: App, knowledge_of: Knowledge) -> None:
    """The next question gets the new words; another server keeps the shipped ones."""
    draft = mended(knowledge_of, "tupe", body="They move, with their terms.")
    assert "assigned" in answer(app, "staff transfer")
    revision = published(knowledge_of, draft)

    assert (revision.number, revision.kind, revision.why.by) == (1, Kind.EDIT, MEG.user_id)
    assert answer(app, "staff transfer") == "They move, with their terms."
    assert "assigned" in answer(app, "staff transfer", ELSEWHERE)


def test_the_gate_shows_gains_losses_and_switches(knowledge_of: Knowledge, app: App) -> None:
    """What was asked here counts as much as what was written down."""
    for question in ("find a public toilet", "mobile library timetable"):
        app.answering.ask(question, guild_id=HERE)
    draft = knowledge_of.drafting.add("find-a-toilet", by=MEG)
    filled = knowledge_of.drafting.fill(draft.id, NEW, by=MEG)
    gained = checked(knowledge_of, filled.id).report
    lost = checked(knowledge_of, about_something_else(knowledge_of)).report

    assert Move("mobile library timetable", None, "find-a-toilet") in gained.gains
    assert Move("find a public toilet", MAP, "find-a-toilet") in gained.switches
    assert gained.text.duplicates == (("public toilets near me", MAP),)
    assert Move("what is tupe", "tupe", None) in lost.losses


def test_the_gate_asks_by_the_same_path_as_people(knowledge_of: Knowledge, app: App) -> None:
    """For every logged question, what the gate foresaw is what people are given afterwards."""
    questions = [
        q for e in app.answering.finder.base(HERE).entries.values() for q in (*e.questions, *e.checks)
    ]
    questions += ["toilets", "notice", "staf transfr", "", "42", "who made the map", "what is tupe notice"]
    for question in questions:
        app.answering.ask(question, guild_id=HERE)
    draft = about_something_else(knowledge_of)
    report = checked(knowledge_of, draft).report
    foreseen = {move.question: move.after for move in (*report.gains, *report.losses, *report.switches)}
    before = {question: answered_by(app, question) for question in questions}
    published(knowledge_of, draft)

    assert foreseen
    for question in questions:
        assert answered_by(app, question) == foreseen.get(question, before[question]), question


def test_a_must_answer_blocks_until_a_second_moderator_agrees(knowledge_of: Knowledge, app: App) -> None:
    """One alone cannot; the same person twice cannot; another can, of what they have seen."""
    knowledge_of.rules.set_must_answer("what is tupe", "tupe", "People lose jobs over it.", by=MEG)
    number = about_something_else(knowledge_of)
    draft = knowledge_of.drafting.own(number, by=MEG)
    with pytest.raises(SecondNeeded):
        published(knowledge_of, number)
    proposed(knowledge_of, number, "Too many phrasings.")
    with pytest.raises(WrongSecond):
        finished(knowledge_of.publishing.agree(number, draft.fingerprint, by=MEG))
    with pytest.raises(Changed):
        finished(knowledge_of.publishing.agree(number, "0" * 12, by=SAM))
    assert [waiting.id for waiting in knowledge_of.drafting.proposed(by=SAM)] == [number]
    revision = finished(knowledge_of.publishing.agree(number, draft.fingerprint, by=SAM))

    assert isinstance(revision, Revision)
    assert (revision.why.by, revision.why.agreed_by) == (MEG.user_id, SAM.user_id)
    assert answered_by(app, "what is tupe") is None


def test_a_must_answer_can_be_changed_with_a_reason(knowledge_of: Knowledge) -> None:
    """Then one moderator is enough again."""
    knowledge_of.rules.set_must_answer("staff transfer", "tupe", "It matters.", by=MEG)
    knowledge_of.rules.set_must_answer("Staff transfer?", None, "No one asks it so.", by=MEG)

    assert knowledge_of.rules.must_answer(by=MEG) == {}
    assert published(knowledge_of, about_something_else(knowledge_of)).number == 1


def test_a_contested_subject_needs_one_from_each_side(knowledge_of: Knowledge) -> None:
    """Two of the same side do not do; a commissioner and one who is not do."""
    knowledge_of.rules.set_contested(["compact-4"], both_sides=True, by=MEG)
    number = mended(knowledge_of, "notice-of-ending-funding", body="Six months.")
    draft = knowledge_of.drafting.own(number, by=MEG)
    assert checked(knowledge_of, number).second is not None
    proposed(knowledge_of, number, "New rule.")
    with pytest.raises(WrongSecond):
        finished(knowledge_of.publishing.agree(number, draft.fingerprint, by=SAM))

    agreed = finished(knowledge_of.publishing.agree(number, draft.fingerprint, by=BOB))
    assert isinstance(agreed, Revision)
    assert agreed.why.agreed_by == BOB.user_id
    assert published(knowledge_of, mended(knowledge_of, "tupe", body="Other.")).why.agreed_by is None


def test_two_who_edit_at_once_lose_nothing(knowledge_of: Knowledge, app: App) -> None:
    """The second is shown both versions and the words, and decides."""
    mine = mended(knowledge_of, "tupe", body="Mine, in my words.")
    theirs = mended(knowledge_of, "tupe", by=SAM, body="Theirs, in other words.")
    published(knowledge_of, theirs, by=SAM)
    fingerprint = knowledge_of.drafting.own(mine, by=MEG).fingerprint
    conflict = finished(knowledge_of.publishing.publish(mine, fingerprint, note(), by=MEG))

    assert isinstance(conflict, EditConflict)
    assert conflict.theirs.entry is not None
    assert conflict.theirs.entry.body == "Theirs, in other words."
    assert "[-Theirs,-] {+Mine,+} in [-other-] {+my+} words." in conflict.difference
    assert knowledge_of.drafting.own(mine, by=MEG).fields["body"] == "Mine, in my words."
    assert answer(app, "staff transfer") == "Theirs, in other words."
    with pytest.raises(Changed):
        knowledge_of.drafting.rebase(mine, 0, by=MEG)
    knowledge_of.drafting.rebase(mine, 1, by=MEG)
    assert published(knowledge_of, mine).number == 2
    assert [r.why.by for r in knowledge_of.history.revisions("tupe", by=MEG)] == [SAM.user_id, MEG.user_id]


def test_everything_can_be_taken_back(knowledge_of: Knowledge, app: App) -> None:
    """Retired, brought back, and back to the shipped text: each a revision of its own."""
    published(knowledge_of, mended(knowledge_of, "tupe", body="Edited."))
    published(knowledge_of, knowledge_of.drafting.retire("tupe", by=MEG).id)
    assert answer(app, "staff transfer") in ("no_answer", "suggestions")
    with pytest.raises(NoVersion):
        restored(knowledge_of, "tupe", 2, by=SAM)
    first = restored(knowledge_of, "tupe", 1, by=SAM)
    assert answer(app, "staff transfer") == "Edited."
    second = restored(knowledge_of, "tupe", 0, by=SAM)

    assert (first.number, second.number) == (3, 4)
    assert "assigned" in answer(app, "staff transfer")
    kinds = [revision.kind for revision in knowledge_of.history.revisions("tupe", by=MEG)]
    assert kinds == [Kind.EDIT, Kind.RETIRE, Kind.RESTORE, Kind.RESTORE]
    assert "[-Edited.-]" in knowledge_of.history.difference("tupe", 1, 4, by=MEG)


def test_versions_without_a_text_can_be_compared(knowledge_of: Knowledge) -> None:
    """An answer that was retired, and one that was not yet there."""
    published(knowledge_of, knowledge_of.drafting.retire("tupe", by=MEG).id)
    added = knowledge_of.drafting.add("find-a-toilet", by=MEG)
    published(knowledge_of, knowledge_of.drafting.fill(added.id, NEW, by=MEG).id)
    difference = knowledge_of.history.difference

    assert difference("tupe", 0, 1, by=MEG).startswith("[-")
    assert difference("find-a-toilet", 0, 1, by=MEG).startswith("{+")
    for entry_id, number in (("tupe", 2), ("find-a-toilet", 2), ("nothing-of-the-sort", 0)):
        with pytest.raises(NoVersion):
            difference(entry_id, number, number, by=MEG)


def test_what_somebody_wrote_is_in_nothings_way_but_their_own(knowledge_of: Knowledge) -> None:
    """Retiring, and bringing back, wait until one's own words are published or given up."""
    published(knowledge_of, mended(knowledge_of, "tupe", body="Edited."))
    mine = mended(knowledge_of, "tupe", body="An hour's work.")
    with pytest.raises(DraftInTheWay):
        knowledge_of.drafting.retire("tupe", by=MEG)
    with pytest.raises(DraftInTheWay):
        restored(knowledge_of, "tupe", 0, by=MEG)
    assert knowledge_of.drafting.own(mine, by=MEG).fields["body"] == "An hour's work."

    restored(knowledge_of, "tupe", 0, by=SAM)
    assert knowledge_of.drafting.own(mine, by=MEG).fields["body"] == "An hour's work."


def test_a_draft_that_nobody_wrote_in_makes_room(knowledge_of: Knowledge) -> None:
    """One that only retires can be edited over, so nothing is typed in vain; one that waits cannot."""
    knowledge_of.drafting.edit("tupe", by=MEG)
    retiring = knowledge_of.drafting.retire("tupe", by=MEG)
    assert knowledge_of.drafting.edit("tupe", by=MEG).kind is Kind.EDIT
    retiring = knowledge_of.drafting.retire("tupe", by=MEG)
    proposed(knowledge_of, retiring.id, "Wrong.")

    with pytest.raises(DraftInTheWay):
        knowledge_of.drafting.edit("tupe", by=MEG)
    assert [draft.id for draft in knowledge_of.drafting.proposed(by=SAM)] == [retiring.id]


def test_a_review_is_a_revision_and_moves_the_dates(knowledge_of: Knowledge) -> None:
    """The words stay; the next day to read it is as far ahead as the last was."""
    revision = knowledge_of.publishing.review("tupe", by=MEG)

    assert revision.entry is not None
    assert (str(revision.entry.reviewed), str(revision.entry.review_after)) == ("2026-11-23", "2027-11-23")
    assert knowledge_of.publishing.review("tupe", by=SAM).number == 2


BAD = [
    ({"body": ""}, "body", EntryCode.NO_SHORT_ANSWER),
    ({"body": "   \n  "}, "body", EntryCode.NO_SHORT_ANSWER),
    ({"questions": " \n "}, "questions", EntryCode.NEEDED),
    ({"body": "x" * 401}, "body", EntryCode.SHORT_ANSWER_TOO_LONG),
    ({"body": "Short.\n\n" + "x" * 4000}, "body", EntryCode.TOO_LONG),
    ({"body": "See [this](https://evil.example)."}, "body", EntryCode.TRICK),
    ({"body": "See https://evil.example now."}, "body", EntryCode.TRICK),
    ({"body": "![x](y)"}, "body", EntryCode.TRICK),
    ({"body": "Hi @everyone."}, "body", EntryCode.TRICK),
    ({"body": "<script>alert(1)</script>"}, "body", EntryCode.TRICK),
    ({"body": "Text.\n\n| a | b |\n|---|---|"}, "body", EntryCode.TRICK),
    ({"body": "Text.\n\n```\ncode\n```"}, "body", EntryCode.TRICK),
    ({"body": "||secret||"}, "body", EntryCode.TRICK),
    ({"note": "See https://evil.example now."}, "note", EntryCode.TRICK),
    ({"body": "# Heading first"}, "body", EntryCode.NO_SHORT_ANSWER),
    ({"body": "right\u202eto left"}, "body", EntryCode.UNSEEN),
    ({"title": "A\u200bB"}, "title", EntryCode.UNSEEN),
    ({"note": "n" * 201}, "note", EntryCode.TOO_LONG),
    ({"topic": "rec-99"}, "topic", EntryCode.NOT_AN_OPTION),
    ({"status": "in force", "sources": ""}, "sources", EntryCode.SOURCES_NEEDED),
    ({"sources": "Only a title"}, "sources", EntryCode.SOURCE_LACKS),
    ({"sources": "A | B | nonsense"}, "sources", EntryCode.SOURCE_KEY),
    ({"sources": "A | B | https://a.example/> [here](https://b.example"}, "sources", EntryCode.SOURCE_URL),
    ({"status": "superseded", "superseded_by": "tupe"}, "superseded_by", EntryCode.SUCCESSOR_SELF),
    ({"reviewed": "yesterday"}, "reviewed", EntryCode.NOT_A_DATE),
    ({"related": "friend: tupe"}, "related", EntryCode.UNKNOWN_RELATION),
    ({"contrasts": "tupe: soon"}, "contrasts", EntryCode.CONTRASTS_SELF),
]


@pytest.mark.parametrize(("fields", "part", "code"), BAD)
def test_what_cannot_go_live_is_refused_once_and_saved(
    knowledge_of: Knowledge, app: App, fields: dict[str, str], part: str, code: EntryCode
) -> None:
    """The refusal names the fault; the draft holds what was typed; nothing is live."""
    number = knowledge_of.drafting.edit("tupe", by=MEG).id
    draft = knowledge_of.drafting.fill(number, fields, by=MEG)
    faults, _ = knowledge_of.drafting.look(draft)

    assert [(fault.part, fault.code) for fault in faults].count((part, code)) == 1
    with pytest.raises(EntryInvalid):
        published(knowledge_of, number)
    assert {name: draft.fields[name] for name in fields} == fields
    assert "assigned" in answer(app, "staff transfer")


@pytest.mark.parametrize("entry_id", ["../escape", "a/b", "", " ", "Capital", "x" * 61, "a--b", "tupe"])
def test_an_id_that_cannot_be_one_is_refused(knowledge_of: Knowledge, entry_id: str) -> None:
    """No path, no capitals, nothing that is taken."""
    with pytest.raises(Invalid):
        knowledge_of.drafting.add(entry_id, by=MEG)


def test_nothing_is_published_for_nothing(knowledge_of: Knowledge) -> None:
    """A draft that says what is live already is refused."""
    number = mended(knowledge_of, "tupe")

    with pytest.raises(NothingChanged):
        published(knowledge_of, number)


def test_votes_count_for_the_version_that_was_shown(knowledge_of: Knowledge, app: App) -> None:
    """A better text starts with a clean sheet."""
    asked = app.answering.ask("staff transfer", guild_id=HERE)
    assert asked.id is not None
    published(knowledge_of, mended(knowledge_of, "tupe", body="Edited."))
    app.feedback.vote(asked.id, helpful=False, by=Actor(9, HERE))
    entry, own = knowledge_of.history.entry("tupe", by=MEG)

    assert own is not None
    assert app.feedback.votes("tupe", entry.version, by=MEG) == (0, 0)


def test_the_test_names_each_check_that_fails(knowledge_of: Knowledge) -> None:
    """Exactly as people get it; a must-answer question has to be answered, not only offered."""
    before = knowledge_of.gatekeeper.test(by=MEG).failed
    knowledge_of.rules.set_must_answer("toilet map", "tupe", "A planted fault.", by=MEG)
    published(knowledge_of, mended(knowledge_of, "tupe", checks="three months notice"))
    failed = [one for one in knowledge_of.gatekeeper.test(by=MEG).failed if one not in before]

    assert [(one.question, one.entry_id, one.found) for one in failed] == [
        ("toilet map", "tupe", MAP),
        ("three months notice", "tupe", "notice-of-ending-funding"),
    ]
