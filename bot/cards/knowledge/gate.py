"""The cards that a moderator sees before publishing: which questions would be answered differently."""

from collections.abc import Iterable, Sequence

from bot.cards.card import Action, Card
from bot.cards.knowledge.faults import in_chat
from bot.cards.knowledge.words import second_needed
from bot.cards.pages import text_page
from bot.cards.plain import count
from bot.cards.quoting import person, quoted
from bot.domain.draft import Draft, DraftState
from bot.domain.gate import GateReport, Move
from bot.domain.revision import Kind
from bot.domain.verbs.knowledge.drafts import Agree, CheckDraft, Discard, Propose, Publish, SeeDraft, SeeMoves
from bot.domain.verbs.knowledge.entries import SeeRules
from bot.services.knowledge.publishing import Checked

_LISTED = 5
"""Questions of each kind that the gate shows before it says how many more there are."""

_EVERY = 10**6

_DOES = {
    Kind.ADD: "A new answer",
    Kind.EDIT: "A change",
    Kind.RETIRE: "Retires this answer",
    Kind.RESTORE: "Brings an earlier version back",
    Kind.REVIEW: "Reviewed",
}


def gate_card(checked: Checked, viewer_id: int) -> Card:
    """What publishing would do, and whether one person is enough."""
    draft, report = checked.draft, checked.report
    mine = draft.author_id == viewer_id
    second = f"\n\n{second_needed(checked.second)}" if checked.second else ""
    return Card(
        title=f"{_DOES[draft.kind]}: {draft.entry_id}",
        text=("" if mine else _whose(draft)) + summary_of(report) + second,
        detail="\n\n".join(sections_of(report)),
        note="Only you see this. Nothing is live yet.",
        actions=tuple(_mine(checked) if mine else _theirs(checked)),
    )


def _whose(draft: Draft) -> str:
    return f"{person(draft.author_id)} wrote this. Why: {quoted(draft.reason, 500)}\n\n"


def working_card() -> Card:
    """Asking every known question takes a while."""
    return Card(
        title="Working on it",
        text="I am asking every known question, of the answers as they are and as they would be. One moment.",
    )


def moves_card(checked: Checked, page: int) -> Card:
    """Every question that would be answered differently, in pages."""
    draft_id = checked.draft.id
    every = "\n\n".join(sections_of(checked.report, listed=_EVERY)) or "No answers would change."
    text, note, onward = text_page(every, page, lambda n: SeeMoves(draft_id, page=n))
    return Card(
        title=f"What would change: {checked.draft.entry_id}",
        text=text,
        note=note,
        actions=(*onward, Action("Back to the summary", CheckDraft(draft_id))),
    )


def summary_of(report: GateReport) -> str:
    """How many questions were asked, and how many would be answered differently."""
    counted = (
        f"I asked {count(report.asked, 'known question')}, of the answers as they are and as they would be."
    )
    if not report.moves:
        return f"{counted} No answers would change."
    return (
        f"{counted} **{len(report.gains)}** would gain an answer, **{len(report.losses)}** would lose theirs,"
        f" **{len(report.switches)}** would get another."
    )


def sections_of(report: GateReport, listed: int = _LISTED) -> Iterable[str]:
    """The questions that would be answered differently, by kind, and what the changed text itself tells."""
    yield from _section("Must be answered, and would suffer", report.broken, listed)
    yield from _section("Gain an answer", report.gains, listed)
    yield from _section("Lose their answer", report.losses, listed)
    yield from _section("Get another answer", report.switches, listed)
    yield from _about_the_text(report, listed)


def _section(title: str, moves: Sequence[Move], listed: int) -> Iterable[str]:
    if moves:
        lines = [
            f"- {quoted(move.question, 90)}: {_name(move.before)} → {_name(move.after)}" for move in moves
        ]
        yield f"**{title} ({len(moves)})**\n" + _some(lines, listed)


def _about_the_text(report: GateReport, listed: int) -> Iterable[str]:
    text = report.text
    if text.duplicates:
        lines = [f"- {quoted(phrasing)} is also in `{other}`." for phrasing, other in text.duplicates]
        yield "**Repeated questions**\n" + _some(lines, listed)
    if text.dropped:
        yield "**Sources taken out.** " + "; ".join(quoted(source.title) for source in text.dropped)
    if text.unconfirmed:
        yield "**Sources that no one confirmed, without an address.** " + "; ".join(
            quoted(source.title) for source in text.unconfirmed
        )
    if text.broken_links:
        yield "**Links to answers that are not here.** " + ", ".join(
            f"`{link}`" for link in text.broken_links
        )
    if text.style:
        yield "**Advice on the writing**\n" + _some([f"- {in_chat(fault)}." for fault in text.style], listed)
    if text.age_after is not None:
        before = f", {text.age_before:.0f} before" if text.age_before is not None else ""
        yield f"**Reading age.** {text.age_after:.0f}{before}."


def _some(lines: Sequence[str], listed: int) -> str:
    more = [f"- and {len(lines) - listed} more, under Every question"] if len(lines) > listed else []
    return "\n".join([*lines[:listed], *more])


def _name(entry_id: str | None) -> str:
    return f"`{entry_id}`" if entry_id else "no answer"


def _mine(checked: Checked) -> Iterable[Action]:
    draft = checked.draft
    if checked.second is None:
        yield Action("Publish", Publish(draft.id, fingerprint=draft.fingerprint))
    elif draft.state is not DraftState.PROPOSED:
        yield Action("Ask a second moderator", Propose(draft.id, fingerprint=draft.fingerprint))
    if checked.report.broken:
        yield Action("Change the must-answer list", SeeRules())
    yield from _every_question(checked)
    if draft.has_own_words:
        yield Action("Edit more", SeeDraft(draft.id))
    yield discard_action(draft)


def _theirs(checked: Checked) -> Iterable[Action]:
    draft = checked.draft
    yield Action("Agree and publish", Agree(draft.id, fingerprint=draft.fingerprint))
    yield Action("See the words", SeeDraft(draft.id))
    yield from _every_question(checked)


def _every_question(checked: Checked) -> Iterable[Action]:
    text = checked.report.text
    if checked.report.moves or text.style or text.duplicates:
        yield Action("Every question", SeeMoves(checked.draft.id))


def discard_action(draft: Draft) -> Action:
    """Gives a draft up."""
    return Action("Discard", Discard(draft.id))
