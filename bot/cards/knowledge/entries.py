"""What a moderator sees of an answer's past and state: versions, reviews, shipped texts that changed."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.cards.card import Action, Card, Fact
from bot.cards.dates import day
from bot.cards.knowledge.words import KINDS, said_why
from bot.cards.pages import paged, pages, text_page
from bot.cards.quoting import person, quoted, verbatim, verbatim_page
from bot.domain.draft import Draft
from bot.domain.entry import Entry
from bot.domain.revision import SHIPPED, OwnReason, Revision
from bot.domain.verbs.knowledge.drafts import CheckDraft, EditEntry, Restore, Retire, SeeDraft
from bot.domain.verbs.knowledge.entries import (
    KeepOwnText,
    MarkReviewed,
    Review,
    SeeDifference,
    SeeEntry,
    SeeFileChange,
    SeeRules,
    SeeVersions,
    TestAnswers,
)
from bot.domain.verbs.knowledge.queue import SeeSuggestions, SeeUnanswered
from bot.services.knowledge.gatekeeping import Failed, Tested
from bot.services.knowledge.history import ShippedChange

_LISTED = 20
_PHRASINGS = 8
_ROOM = 1800
"""Characters of a text that are shown above its facts and phrasings."""


def entry_card(
    entry: Entry, own: Revision | None, votes: tuple[int, int] | None, draft: Draft | None
) -> Card:
    """An answer as it is live, whose it is, and what can be done with it.

    `draft` is the moderator's own where nothing else can be begun before it is dealt with.
    """
    can_edit = draft is None or draft.has_own_words
    facts = [Fact("Version", "the shipped text" if own is None else _version(own))]
    if votes is not None:
        facts.append(Fact("Votes on it", f"{votes[0]} helpful, {votes[1]} not"))
    facts.append(Fact("Review due", day(entry.review_after)))
    return Card(
        title=f"{entry.id}: {entry.title}",
        text=entry.short_answer,
        detail=f"{_shortened(entry.detail)}\n\n**Questions**\n{_asked_as(entry)}",
        facts=tuple(facts),
        sources=entry.sources,
        actions=(
            *((Action("Edit", EditEntry(entry.id)),) if can_edit else ()),
            Action("Mark as reviewed", MarkReviewed(entry.id)),
            Action("History", SeeVersions(entry.id)),
            Action("My draft", SeeDraft(draft.id)) if draft else Action("Retire", Retire(entry.id)),
        ),
    )


def _shortened(detail: str) -> str:
    """As much of a long text as leaves room for the facts below it."""
    first, *more = pages(detail, _ROOM)
    return f"{first}\n\nPress Edit to read the rest." if more else first


def _asked_as(entry: Entry) -> str:
    """The first phrasings; dozens of them would leave no room for what comes below."""
    lines = [f"- {quoted(question, 100)}" for question in entry.questions[:_PHRASINGS]]
    more = len(entry.questions) - _PHRASINGS
    return "\n".join([*lines, f"- and {more} more: press Edit, then Questions"] if more > 0 else lines)


def history_card(
    entry_id: str, revisions: Sequence[Revision], shipped: bool, draft: Draft | None, page: int = 1
) -> Card:
    """Every version of an answer in this server, the newest first, in pages; `draft` as in `entry_card`."""
    newest_first = list(reversed(revisions))
    lines = [f"- **{_version(each)}** {said_why(each.why)}{_source(each)}" for each in newest_first]
    lines += ["- **0, the shipped text**"] if shipped else []
    found = paged(lines, page, lambda n: SeeVersions(entry_id, page=n), size=_LISTED)
    on_page = [*newest_first, None][found.first - 1 :][: len(found.items)]
    return Card(
        title=f"History: {entry_id}",
        text="\n".join(found.items) or "There is no answer with that id.",
        note=found.note,
        choices=() if draft else tuple(_ways_back(entry_id, on_page, revisions)),
        choose="Bring back",
        actions=(*found.actions, *_last_change(entry_id, revisions, shipped), *_own(draft)),
    )


def _ways_back(
    entry_id: str, on_page: Iterable[Revision | None], all_of_them: Sequence[Revision]
) -> Iterable[Action]:
    """An action for each version of a page that has a text and is not live."""
    latest = all_of_them[-1].number if all_of_them else SHIPPED
    for revision in on_page:
        number = revision.number if revision else SHIPPED
        if number != latest and (revision is None or revision.entry is not None):
            yield Action(f"Bring back version {number}", Restore(entry_id, number))


def _last_change(entry_id: str, revisions: Sequence[Revision], shipped: bool) -> tuple[Action, ...]:
    if not revisions or (len(revisions) == 1 and not shipped):
        return ()
    latest = revisions[-1].number
    return (Action("What changed last", SeeDifference(entry_id, before=latest - 1, after=latest)),)


def _own(draft: Draft | None) -> tuple[Action, ...]:
    return (Action("My draft", SeeDraft(draft.id)),) if draft else ()


def diff_card(entry_id: str, before: int, after: int, difference: str, page: int = 1) -> Card:
    """What changed between two versions, in pages."""
    shown, note = "The two are the same.", ""
    onward: tuple[Action, ...] = ()
    if difference:
        shown, note, onward = verbatim_page(
            difference, page, lambda n: SeeDifference(entry_id, before=before, after=after, page=n)
        )
    return Card(
        title=f"{entry_id}: from version {before} to {after}",
        text=shown,
        note=" ".join(filter(None, [note, "[-taken out-] {+put in+}"])),
        actions=(*onward, Action("History", SeeVersions(entry_id))),
    )


def review_card(  # noqa: PLR0913 - each is something that can be waiting
    proposed: Sequence[Draft],
    changed: Sequence[ShippedChange],
    due: Sequence[Entry],
    mine: Sequence[Draft],
    today: date,
    *,
    page: int = 1,
) -> Card:
    """All that is waiting for a moderator, in pages."""
    choices = [
        *(Action(f"Second moderator: {d.entry_id}", CheckDraft(d.id)) for d in proposed),
        *(
            Action(f"Shipped text changed: {c.ours.entry_id}", SeeFileChange(c.ours.entry_id))
            for c in changed
        ),
        *(Action(f"My draft: {d.entry_id}", SeeDraft(d.id)) for d in mine),
        *(Action(f"{_due(entry, today)}: {entry.id}", SeeEntry(entry.id)) for entry in due),
    ]
    overdue = sum(entry.is_due_for_review(today) for entry in due)
    lines = [
        *([f"- Waiting for a second moderator: {len(proposed)}."] if proposed else []),
        *([f"- Shipped texts that changed under your own: {len(changed)}."] if changed else []),
        *([f"- Your drafts: {len(mine)}."] if mine else []),
        *([f"- Reviews due: {len(due)}. Overdue: {overdue}."] if due else []),
    ]
    found = paged(choices, page, lambda n: Review(page=n))
    return Card(
        title="To look at",
        text="\n".join(lines) or "Nothing is waiting for you.",
        note=found.note,
        choices=found.items,
        actions=(
            *found.actions,
            Action("Unanswered questions", SeeUnanswered()),
            Action("Suggestions", SeeSuggestions()),
            Action("Rules of this server", SeeRules()),
        ),
    )


def shipped_change_card(changed: ShippedChange, draft: Draft | None) -> Card:
    """A shipped answer that changed under the server's own text: both, and the choice between them.

    `draft` is as in `entry_card`.
    """
    can_restore = changed.shipped is not None and draft is None
    can_edit = changed.ours.entry is not None and (draft is None or draft.has_own_words)
    entry_id = changed.ours.entry_id
    ours = changed.ours.entry.body if changed.ours.entry else "You retired this answer."
    shipped = changed.shipped.body if changed.shipped else "The shipped answer is gone."
    return Card(
        title=f"The shipped text changed: {entry_id}",
        text=(
            "You have your own text of this answer, and the text that comes with Parley has changed since."
            " Yours is live. Neither is lost."
            f"\n\n**From yours to the shipped text:**\n\n{verbatim(changed.difference, 1200)}"
        ),
        detail=f"**Yours:**\n\n{verbatim(ours, 800)}\n\n**The shipped text:**\n\n{verbatim(shipped, 800)}",
        actions=(
            Action("Keep ours", KeepOwnText(entry_id)),
            *((Action("Use the shipped text", Restore(entry_id, SHIPPED)),) if can_restore else ()),
            *((Action("Edit ours", EditEntry(entry_id)),) if can_edit else ()),
            *_own(draft),
        ),
    )


def tested_card(tested: Tested, page: int) -> Card:
    """What came out when every test question was asked, in pages."""
    lines = "\n".join(_failed(each) for each in tested.failed)
    shown, note, onward = text_page(lines, page, lambda n: TestAnswers(page=n))
    return Card(
        title="Test of the live answers",
        text=f"I asked {tested.asked} test questions. **{len(tested.failed)} failed.**",
        detail=shown,
        note=note,
        actions=onward,
    )


def _failed(failed: Failed) -> str:
    must = " (must be answered)" if failed.must else ""
    found = f"`{failed.found}`" if failed.found else "nothing"
    return f"- {quoted(failed.question, 90)}: finds {found}, not `{failed.entry_id}`{must}"


def overdue_card(overdue: Iterable[tuple[Entry, int | None]]) -> Card:
    """The weekly reminder for the moderators' channel."""
    lines = [
        f"- `{entry.id}`, overdue since {day(entry.review_after)}" + (f" ({person(owner)})" if owner else "")
        for entry, owner in overdue
    ]
    more = [f"- and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    return Card(
        title="Reviews overdue",
        text="\n".join(lines[:_LISTED] + more),
        note="/knowledge review lists them all. Once you have read an answer, mark it as reviewed.",
    )


def _version(revision: Revision) -> str:
    agreed = revision.why.agreed_by
    second = f" with {person(agreed)}" if agreed is not None else ""
    who = person(revision.why.by)
    return f"{revision.number}, {KINDS[revision.kind]} by {who}{second}, {day(revision.at.date())}."


def _source(revision: Revision) -> str:
    is_file = revision.why.reason == OwnReason.IMPORTED
    return f" Source: {quoted(revision.why.source)}" if revision.why.source and not is_file else ""


def _due(entry: Entry, today: date) -> str:
    on = day(entry.review_after, today=today)
    return f"Overdue since {on}" if entry.is_due_for_review(today) else f"Due {on}"
