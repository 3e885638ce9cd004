"""What a moderator sees before anything is live: which questions would be answered otherwise."""

from collections.abc import Iterable, Sequence

from bot.cards.card import Action, Card, legacy
from bot.cards.pages import pages
from bot.cards.quoting import person, quoted
from bot.domain.draft import Draft, DraftState
from bot.domain.gate import GateReport, Move
from bot.domain.revision import Kind
from bot.services.knowledge.publishing import Checked

_LISTED = 5
"""Questions of each kind that the gate shows before it says how many more there are."""

_DOES = {
    Kind.ADD: "A new answer",
    Kind.EDIT: "A change",
    Kind.RETIRE: "Retires this answer",
    Kind.RESTORE: "Brings an earlier version back",
    Kind.REVIEW: "Read through",
}


def gate_card(checked: Checked, viewer_id: int) -> Card:
    """What publishing would do, and whether one person is enough."""
    draft, report = checked.draft, checked.report
    mine = draft.author_id == viewer_id
    return Card(
        title=f"{_DOES[draft.kind]}: {draft.entry_id}",
        text=("" if mine else _whose(draft)) + summary_of(report) + _second(checked),
        detail="\n\n".join(sections_of(report)),
        note="Only you see this. Nothing is live yet.",
        actions=tuple(_mine(checked) if mine else _theirs(checked)),
    )


def _whose(draft: Draft) -> str:
    return f"{person(draft.author_id)} wrote this. Why: {quoted(draft.reason, 500)}\n\n"


def working_card() -> Card:
    """Asking every known question takes a while."""
    return Card(
        title="Looking at what this would do",
        text="I am asking every known question of the answers as they are and as they would be. One moment.",
    )


def moves_card(checked: Checked, page: int) -> Card:
    """Every question that would be answered otherwise, in pages."""
    every = pages(
        "\n\n".join(sections_of(checked.report, listed=10**6)) or "No question would be answered otherwise."
    )
    page = min(max(page, 1), len(every))
    number = str(checked.draft.id)
    further = (legacy(f"Page {page + 1} of {len(every)}", "knowledge-moves", (number, str(page + 1))),)
    return Card(
        title=f"What would change: {checked.draft.entry_id} (page {page} of {len(every)})",
        text=every[page - 1],
        actions=(*(further if page < len(every) else ()), legacy("Back", "knowledge-gate", (number,))),
    )


def summary_of(report: GateReport) -> str:
    """How many questions were asked, and how many would be answered otherwise."""
    counted = f"I asked {report.asked} known questions of the answers as they are and as they would be."
    if not report.moves:
        return f"{counted} None would be answered otherwise."
    return (
        f"{counted} **{len(report.gains)}** would gain an answer, **{len(report.losses)}** would lose theirs,"
        f" **{len(report.switches)}** would get another."
    )


def _second(checked: Checked) -> str:
    if checked.second is None:
        return ""
    sides = " One from each side: a commissioner, and one who is not." if checked.second.both_sides else ""
    return f"\n\n**A second moderator must agree.** {' '.join(checked.second.because)}{sides}"


def sections_of(report: GateReport, listed: int = _LISTED) -> Iterable[str]:
    """The questions that would be answered otherwise, by kind, and what the changed text itself tells."""
    yield from _section("Must be answered, and would suffer", report.broken, listed)
    yield from _section("Gains", report.gains, listed)
    yield from _section("Losses", report.losses, listed)
    yield from _section("Switches", report.switches, listed)
    yield from _about_the_text(report)


def _section(title: str, moves: Sequence[Move], listed: int) -> Iterable[str]:
    if moves:
        lines = [
            f"- {quoted(move.question, 90)}: {_name(move.before)} → {_name(move.after)}"
            for move in moves[:listed]
        ]
        lines += [f"- and {len(moves) - listed} more"] if len(moves) > listed else []
        yield f"**{title} ({len(moves)})**\n" + "\n".join(lines)


def _about_the_text(report: GateReport) -> Iterable[str]:
    text = report.text
    for phrasing, other in text.duplicates[:_LISTED]:
        yield f"**Repeated phrasing.** {quoted(phrasing)} also stands under `{other}`."
    if text.dropped:
        yield "**Sources taken out.** " + "; ".join(quoted(source.title) for source in text.dropped)
    if text.unconfirmed:
        yield "**Sources that nobody confirmed, without an address.** " + "; ".join(
            quoted(source.title) for source in text.unconfirmed
        )
    if text.broken_links:
        yield "**Links to answers that are not here.** " + ", ".join(
            f"`{link}`" for link in text.broken_links
        )
    if text.age_after is not None:
        before = f", {text.age_before:.0f} before" if text.age_before is not None else ""
        yield f"**Reading age.** {text.age_after:.0f}{before}."


def _name(entry_id: str | None) -> str:
    return f"`{entry_id}`" if entry_id else "no answer"


def _mine(checked: Checked) -> Iterable[Action]:
    draft = checked.draft
    seen = (str(draft.id), draft.fingerprint)
    if checked.second is None:
        yield legacy("Publish", "knowledge-publish", seen)
    elif draft.state is not DraftState.PROPOSED:
        yield legacy("Ask a second moderator", "knowledge-propose", seen)
    if checked.report.broken:
        yield legacy("Change the must-answer list", "knowledge-rules")
    if checked.report.moves:
        yield legacy("Every question", "knowledge-moves", (str(draft.id), "1"))
    if draft.kind in (Kind.ADD, Kind.EDIT):
        yield legacy("Edit more", "knowledge-draft", (str(draft.id),))
    yield discard_action(draft)


def _theirs(checked: Checked) -> Iterable[Action]:
    draft = checked.draft
    yield legacy("Agree and publish", "knowledge-agree", (str(draft.id), draft.fingerprint))
    yield legacy("See the words", "knowledge-draft", (str(draft.id),))
    if checked.report.moves:
        yield legacy("Every question", "knowledge-moves", (str(draft.id), "1"))


def discard_action(draft: Draft) -> Action:
    """Gives a draft up."""
    return legacy("Discard", "knowledge-discard", (str(draft.id),))
