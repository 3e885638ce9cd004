"""What a moderator sees of an answer's past and state: its versions, what is due, where a file changed."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.cards.card import Card, Fact, legacy
from bot.cards.pages import opened_at, pages
from bot.cards.quoting import person, quoted, verbatim, verbatim_page
from bot.domain.draft import Draft
from bot.domain.entry import Entry
from bot.domain.revision import Revision
from bot.services.knowledge.gatekeeping import Tested
from bot.services.knowledge.history import FileChanged

_LISTED = 20
_CHOICES = 25
_PHRASINGS = 8
_ROOM = 1800
"""Characters of a text that stand above its facts and phrasings."""


def entry_card(entry: Entry, own: Revision | None, votes: tuple[int, int] | None) -> Card:
    """An answer as it is live, whose it is, and what can be done with it."""
    facts = [Fact("Version", "the shipped text" if own is None else _version(own))]
    if votes is not None:
        facts.append(Fact("Votes on it", f"{votes[0]} helpful, {votes[1]} not"))
    facts.append(Fact("To be read again from", f"{entry.review_after:%-d %B %Y}"))
    return Card(
        title=f"{entry.id}: {entry.title}",
        text=entry.short_answer,
        detail=f"{_shortened(entry.detail)}\n\n**Asked for as**\n{_asked_as(entry)}",
        facts=tuple(facts),
        sources=entry.sources,
        actions=(
            legacy("Edit", "knowledge-edit", (entry.id,)),
            legacy("Mark as reviewed", "knowledge-reviewed", (entry.id,)),
            legacy("History", "knowledge-history", (entry.id,)),
            legacy("Retire", "knowledge-retire", (entry.id,)),
        ),
    )


def _shortened(detail: str) -> str:
    """As much of a long text as leaves room for the facts below it."""
    first, *more = pages(detail, _ROOM)
    return f"{first}\n\nThe rest stands under Edit." if more else first


def _asked_as(entry: Entry) -> str:
    """The first phrasings; dozens of them would leave no room for what stands below."""
    lines = [f"- {quoted(question, 100)}" for question in entry.questions[:_PHRASINGS]]
    more = len(entry.questions) - _PHRASINGS
    return "\n".join([*lines, f"- and {more} more, under Edit: Questions"] if more > 0 else lines)


def history_card(entry_id: str, revisions: Sequence[Revision], shipped: bool, page: int = 1) -> Card:
    """Every version of an answer in this server, the newest first, in pages."""
    lines = [f"- **{_version(r)}** {quoted(r.why.reason)}{_rests_on(r)}" for r in reversed(revisions)]
    if shipped:
        lines.append("- **0, the shipped text**")
    shown, onward = opened_at("\n".join(lines), page, legacy("", "knowledge-history", (entry_id,)))
    latest = revisions[-1].number if revisions else 0
    numbers = [r.number for r in reversed(revisions[:-1]) if r.entry] + ([0] if shipped and revisions else [])
    last = legacy("What changed last", "knowledge-diff", (entry_id, str(latest - 1), str(latest)))
    return Card(
        title=f"History: {entry_id}",
        text=shown or "There is no answer of that id.",
        choices=tuple(
            legacy(f"Bring back version {number}", "knowledge-restore", (entry_id, str(number)))
            for number in numbers[:_CHOICES]
        ),
        choose="Bring back",
        actions=(*onward, *((last,) if latest else ())),
    )


def diff_card(entry_id: str, before: int, after: int, difference: str, page: int = 1) -> Card:
    """What changed between two versions, in pages."""
    further = legacy("", "knowledge-diff", (entry_id, str(before), str(after)))
    shown, onward = verbatim_page(difference, page, further) if difference else ("The two are the same.", ())
    return Card(
        title=f"{entry_id}: from version {before} to {after}",
        text=shown,
        note="[-taken out-] {+put in+}",
        actions=(
            *onward,
            legacy("History", "knowledge-history", (entry_id,)),
        ),
    )


def review_card(
    proposed: Sequence[Draft],
    changed: Sequence[FileChanged],
    due: Sequence[Entry],
    mine: Sequence[Draft],
    today: date,
) -> Card:
    """All that waits for a moderator."""
    choices = [
        *(legacy(f"Second person: {d.entry_id}", "knowledge-gate", (str(d.id),)) for d in proposed),
        *(legacy(f"File changed: {c.ours.entry_id}", "knowledge-file", (c.ours.entry_id,)) for c in changed),
        *(legacy(f"My draft: {d.entry_id}", "knowledge-draft", (str(d.id),)) for d in mine),
        *(legacy(f"{_due(entry, today)}: {entry.id}", "knowledge-show", (entry.id,)) for entry in due),
    ]
    overdue = sum(entry.is_due_for_review(today) for entry in due)
    lines = [
        *([f"- Wait for a second moderator: {len(proposed)}."] if proposed else []),
        *([f"- Changed in the shipped files under your own text: {len(changed)}."] if changed else []),
        *([f"- Drafts of yours: {len(mine)}."] if mine else []),
        *([f"- Due for review: {len(due)}, of which overdue: {overdue}."] if due else []),
    ]
    return Card(
        title="To look at",
        text="\n".join(lines) or "Nothing waits for you.",
        choices=tuple(choices[:_CHOICES]),
        actions=(
            legacy("Unanswered questions", "knowledge-unanswered"),
            legacy("Suggestions", "knowledge-suggestions"),
            legacy("Rules of this server", "knowledge-rules"),
        ),
    )


def file_card(changed: FileChanged) -> Card:
    """A shipped answer that changed under the server's own text: both, and the choice between them."""
    entry_id = changed.ours.entry_id
    ours = changed.ours.entry.body if changed.ours.entry else "You retired this answer."
    shipped = changed.shipped.body if changed.shipped else "The file is gone."
    return Card(
        title=f"The file changed: {entry_id}",
        text=(
            "You have your own text of this answer, and the one that Parley brings has changed since."
            " Yours is live; neither is lost."
            f"\n\n**From yours to the file's:**\n\n{verbatim(changed.difference, 1200)}"
        ),
        detail=f"**Yours:**\n\n{verbatim(ours, 800)}\n\n**The file's:**\n\n{verbatim(shipped, 800)}",
        actions=(
            legacy("Keep ours", "knowledge-keep", (entry_id,)),
            *((legacy("Take the file's", "knowledge-restore", (entry_id, "0")),) if changed.shipped else ()),
            *((legacy("Edit ours", "knowledge-edit", (entry_id,)),) if changed.ours.entry else ()),
        ),
    )


def tested_card(tested: Tested) -> Card:
    """What came of asking every check of the live answers."""
    lines = [
        f"- {quoted(failed.question)} should find `{failed.entry_id}` and finds {_found(failed.found)}"
        f"{' (must be answered)' if failed.must else ''}"
        for failed in tested.failed
    ]
    more = [f"- and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    return Card(
        title="Test of the live answers",
        text=f"I asked {tested.asked} checks. **{len(tested.failed)} failed.**",
        detail="\n".join(lines[:_LISTED] + more),
    )


def overdue_card(overdue: Iterable[tuple[Entry, int | None]]) -> Card:
    """The weekly reminder for the moderators' channel."""
    lines = [
        f"- `{entry.id}`, overdue since {entry.review_after:%-d %B %Y}"
        + (f" ({person(owner)})" if owner else "")
        for entry, owner in overdue
    ]
    more = [f"- and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    return Card(
        title="Answers to read again",
        text="\n".join(lines[:_LISTED] + more),
        note="/knowledge review lists them. Once you have read one, mark it as reviewed.",
    )


def _version(revision: Revision) -> str:
    agreed = revision.why.agreed_by
    second = f" with {person(agreed)}" if agreed is not None else ""
    who = person(revision.why.by)
    return f"{revision.number}, {revision.kind} by {who}{second}, {revision.at:%-d %B %Y}."


def _rests_on(revision: Revision) -> str:
    return f" Rests on {quoted(revision.why.source)}" if revision.why.source else ""


def _found(entry_id: str | None) -> str:
    return f"`{entry_id}`" if entry_id else "nothing"


def _due(entry: Entry, today: date) -> str:
    since = f"{entry.review_after:%-d %B %Y}"
    return f"Overdue since {since}" if entry.is_due_for_review(today) else f"Due {since}"
