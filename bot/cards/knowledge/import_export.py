"""What a moderator sees of files: what an import would do, and what an export holds."""

from collections.abc import Iterable, Mapping

from bot.cards.card import Action, Card, Form
from bot.cards.fields import Asked, fields_of
from bot.cards.knowledge.faults import in_chat
from bot.cards.knowledge.gate import sections_of, summary_of
from bot.cards.knowledge.words import why_second
from bot.cards.pages import paged
from bot.cards.plain import count, plain
from bot.cards.quoting import verbatim
from bot.domain.faults import FileFault
from bot.domain.knowledge_forms import ImportForm
from bot.domain.verbs.knowledge.entries import AcceptImport, Export, Import
from bot.services.knowledge.import_export import Plan

_LISTED = 15


def import_form() -> Form:
    """Answers to import, as text."""
    return Form(
        "Import answers",
        Action("See what it would do", Import()),
        fields_of(
            ImportForm,
            {
                "name": Asked(
                    "File name", "Ends in .md (an id before that), .jsonl or .csv.", "entries.jsonl"
                ),
                "text": Asked("Its text", "For a larger file: python -m bot import FILE."),
            },
        ),
    )


def plan_card(plan: Plan, number: int | None = None) -> Card:
    """What an import would do, before it does anything; with its number, it can be done from the card."""
    note = "Nothing has changed yet." if plan.can_be_done else "Nothing has changed."
    accept: tuple[Action, ...] = ()
    if number is not None and plan.can_be_done:
        accept = (Action("Import all", AcceptImport(number, fingerprint=plan.fingerprint)),)
    return Card(
        title="What this would do",
        text="\n".join(_lines(plan)),
        detail="\n\n".join(sections_of(plan.report)) if plan.report else "",
        note=note,
        actions=accept,
    )


def _lines(plan: Plan) -> Iterable[str]:
    same = f", {plan.same} already the same" if plan.same else ""
    yield f"{len(plan.added)} would be added, {len(plan.changed)} changed{same}."
    yield from _listed(f"- added: `{entry.id}`" for entry in plan.added)
    yield from _listed(f"- changed: `{after.id}`" for _, after in plan.changed)
    if plan.refused:
        yield "\nNothing can be imported until this is fixed:"
        yield from _listed(map(_fault, plan.refused))
    if plan.report is not None:
        yield f"\n{summary_of(plan.report)}"
    if plan.second is not None:
        why = why_second(plan.second.topics, loses_must_answer=plan.second.loses_must_answer)
        yield f"\nA second moderator must agree, so make this change in chat instead. {why}"


def _fault(fault: FileFault) -> str:
    """Where something is wrong, and what; the file's name tells which, where a folder is imported."""
    return f"- {plain(fault.path.rpartition('/')[2])}, line {fault.line}: {in_chat(fault.fault)}."


def imported_card(plan: Plan) -> Card:
    """An import was done."""
    return Card(
        title="Imported", text=f"{len(plan.added)} added, {len(plan.changed)} changed. They are live."
    )


def export_card(files: Mapping[str, str | None], guild_id: int, page: int = 1) -> Card:
    """The answers that this server has changed, and how to get them as files."""
    found = paged(list(files), page, lambda n: Export(page=n))
    if not files:
        return Card(title="Your own answers as files", text="All answers here are the shipped ones.")
    return Card(
        title="Your own answers as files",
        text=(
            f"{count(len(files), 'answer')} of yours {'differs' if len(files) == 1 else 'differ'} from the"
            " shipped text. To have them as files, ready for a pull request:"
            f"\n\n```\npython -m bot export --server {guild_id} --to knowledge\n```"
        ),
        note=found.note,
        choices=tuple(Action(entry_id, Export(entry_id)) for entry_id in found.items),
        choose="Show one as a file",
        actions=found.actions,
    )


def file_text_card(entry_id: str, text: str | None) -> Card:
    """One answer as the file that it would be."""
    shown = verbatim(text) if text else "This server retired it, so the file would be deleted."
    return Card(title=f"{entry_id}.md", text=shown, actions=(Action("All files", Export()),))


def _listed(lines: Iterable[str]) -> list[str]:
    every = list(lines)
    more = [f"- and {len(every) - _LISTED} more"] if len(every) > _LISTED else []
    return every[:_LISTED] + more
