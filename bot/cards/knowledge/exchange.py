"""What a moderator sees of files: what an import would do, and what an export holds."""

from collections.abc import Iterable, Mapping

from bot.cards.card import Action, Card, Field, Form, legacy
from bot.cards.knowledge.gate import sections_of, summary_of
from bot.cards.plain import plain
from bot.cards.quoting import quoted, verbatim
from bot.domain.faults import Fault
from bot.domain.forms import Kind
from bot.domain.topics import TOPICS
from bot.domain.verbs.knowledge import AcceptImport
from bot.services.knowledge.exchange import Plan

_LISTED = 15


def import_form() -> Form:
    """Entries to bring in, as text."""
    return Form(
        "Bring entries in",
        legacy("See what it would do", "knowledge-import"),
        (
            Field(
                "name",
                "File name",
                value="entries.jsonl",
                help="Ends in .md (an id before that), .jsonl or .csv.",
            ),
            Field(
                "text",
                "Its text",
                Kind.PARAGRAPH,
                help="A larger file: python -m bot import FILE.",
                limit=4000,
            ),
        ),
    )


def plan_card(plan: Plan, number: int | None = None) -> Card:
    """What an import would do, before it does anything; with its number, it can be done from the card."""
    ready = bool(plan.entries) and not plan.refused and plan.second is None
    return Card(
        title="What this would do",
        text="\n".join(_lines(plan)),
        detail="\n\n".join(sections_of(plan.report)) if plan.report else "",
        note="Nothing has been changed yet." if ready else "Nothing has been changed.",
        actions=(Action("Import all", AcceptImport(number, fingerprint=plan.fingerprint)),)
        if ready and number is not None
        else (),
    )


def _lines(plan: Plan) -> Iterable[str]:
    yield f"{len(plan.added)} would be added, {len(plan.changed)} changed, {plan.same} are so already."
    yield from _listed(f"- added: `{entry.id}`" for entry in plan.added)
    yield from _listed(f"- changed: `{after.id}`" for _, after in plan.changed)
    if plan.refused:
        yield "\nNothing is taken in while something is wrong:"
        yield from _listed(map(_fault, plan.refused))
    if plan.report is not None:
        yield f"\n{summary_of(plan.report)}"
    if plan.second is not None:
        yield f"\nIt needs a second moderator, so make this change in chat. {' '.join(plan.second.because)}"


def _fault(fault: Fault) -> str:
    """Where something is wrong, and what; the file's name tells which, where a folder is brought."""
    return f"- {plain(fault.path.rpartition('/')[2])}, line {fault.line}: {quoted(fault.message)}"


def taken_in_card(plan: Plan) -> Card:
    """An import was done."""
    return Card(
        title="Taken in", text=f"{len(plan.added)} added, {len(plan.changed)} changed. They are live."
    )


def export_card(files: Mapping[str, str | None], guild_id: int) -> Card:
    """What this server has changed, and how to have it as files."""
    return Card(
        title="Your own answers as files",
        text=(
            f"{len(files)} answers here differ from those that came with Parley. To have them as files,"
            f" ready for a pull request:\n\n```\npython -m bot export --server {guild_id} --to knowledge\n```"
        ),
        choices=tuple(legacy(entry_id, "knowledge-export", (entry_id,)) for entry_id in list(files)[:25]),
        choose="Show one as a file",
    )


def file_text_card(entry_id: str, text: str | None) -> Card:
    """One answer as the file that it would be."""
    shown = verbatim(text) if text else "This server retired it: the file would be deleted."
    return Card(title=f"{entry_id}.md", text=shown, actions=(legacy("All files", "knowledge-export"),))


def rules_card(must: Mapping[str, str], contested: Mapping[str, bool]) -> Card:
    """What this server's moderators hold fast."""
    musts = [f"- {quoted(question)} → `{entry_id}`" for question, entry_id in must.items()]
    topics = [f"- {TOPICS.get(topic, topic)}{_sides(both)}" for topic, both in contested.items()]
    return Card(
        title="Rules of this server",
        text="**Questions that must be answered**\n" + ("\n".join(_listed(musts)) or "None."),
        detail="**Subjects that need two moderators**\n" + ("\n".join(topics) or "None."),
        actions=(
            legacy("Add or change a question", "knowledge-must"),
            legacy("Subjects for two", "knowledge-contested"),
        ),
    )


def must_form() -> Form:
    """A question that must be answered."""
    return Form(
        "Must be answered",
        legacy("Save", "knowledge-must"),
        (
            Field("question", "Question", limit=300),
            Field(
                "entry_id",
                "Answer that it must find",
                required=False,
                help="Its id. Empty takes the question off.",
            ),
            Field("reason", "Why?", Kind.PARAGRAPH, limit=500),
        ),
    )


def contested_form(contested: Mapping[str, bool]) -> Form:
    """Which subjects need two moderators."""
    sides = "yes" if any(contested.values()) else "no"
    return Form(
        "Subjects that need two moderators",
        legacy("Save", "knowledge-contested"),
        (
            Field(
                "topics",
                "Subjects",
                value=" ".join(contested),
                required=False,
                help="Such as: compact-4 rec-3. Empty for none.",
            ),
            Field(
                "sides",
                "One from each side?",
                value=sides,
                help="yes: a commissioner, and one who is not. Or no.",
                limit=3,
            ),
        ),
    )


def _listed(lines: Iterable[str]) -> list[str]:
    every = list(lines)
    more = [f"- and {len(every) - _LISTED} more"] if len(every) > _LISTED else []
    return every[:_LISTED] + more


def _sides(both: bool) -> str:
    return ", one from each side" if both else ""
