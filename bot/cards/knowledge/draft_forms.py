"""The forms in which an answer is written, section by section, and those that ask why."""

from collections.abc import Mapping

from bot.cards.card import Action, Form
from bot.cards.faults import add_words
from bot.cards.fields import Asked, fields_of
from bot.cards.knowledge.faults import WORDS
from bot.cards.knowledge.parts import LABELS, SECTIONS, STATUSES
from bot.cards.plain import plain
from bot.cards.topics import TITLES
from bot.domain.draft import Draft
from bot.domain.entry import SHORT_ANSWER_LIMIT
from bot.domain.entry_kinds import Section
from bot.domain.entry_parts import NOTE_LIMIT
from bot.domain.faults import EntryCode
from bot.domain.knowledge_forms import (
    DraftForm,
    KnowledgeFormFault,
    NewEntryForm,
    ReasonForm,
    held_in,
    keys_in,
)
from bot.domain.topics import TOPICS
from bot.domain.verbs.knowledge.drafts import AddEntry, Propose, Publish, Restore, SavePart
from bot.domain.verbs.knowledge.entries import KeepOwnText
from bot.domain.verbs.knowledge.queue import StartEntry

_HELP = {
    "title": "As people would look for it, the telling word first.",
    "short_answer": f"Complete in itself, with the fact first. Up to {SHORT_ANSWER_LIMIT} characters.",
    "rest": "Markdown: headings with ##, lists with -.",
    "questions": "One on each line, as people ask them.",
    "checks": "One on each line. Only for testing: never searched.",
    "contrasts": "One on each line: other-id: word; some words. A question with these words belongs here.",
    "sources": "One on each line: title | publisher | year | https://… | not confirmed",
    "note": f"What could not be confirmed, in one sentence of up to {NOTE_LIMIT} characters.",
    "related": "One on each line: see-also: an-id, another-id. Or take-care, or next.",
    "superseded_by": "The id of what took its place, if the status is Superseded.",
    "succession": "A sentence shown under the answers that this one superseded.",
    "as_of": "The date of the newest source that was read, such as 2026-11-22.",
    "reviewed": "Such as 2026-11-22.",
    "review_after": "Such as 2027-11-22.",
}
_OPTIONS: Mapping[str, Mapping[str, str]] = {
    "status": {str(code): label for code, label in STATUSES.items()},
    "topic": TITLES,
}


def section_form(draft: Draft, section: Section) -> Form:
    """One section of a draft, to be written."""
    asked = {
        key: Asked(LABELS[key], _HELP.get(key, ""), held_in(draft.fields, key), _OPTIONS.get(key, {}))
        for key in keys_in(section)
    }
    action = Action("Save the draft", SavePart(draft.id, part=section))
    return Form(f"{SECTIONS[section]}: {draft.entry_id}"[:45], action, fields_of(DraftForm, asked))


def new_entry_form(verb: AddEntry | StartEntry) -> Form:
    """The id of a new answer."""
    asked = Asked("Id of the new answer", "Lower-case words joined by hyphens, such as late-payment.")
    return Form("A new answer", Action("Start", verb), fields_of(NewEntryForm, {"entry_id": asked}))


def reason_form(verb: Publish | Propose | Restore | KeepOwnText) -> Form:
    """Why something is done."""
    title, label = _named(verb)
    return Form(
        title,
        Action(label, verb),
        fields_of(
            ReasonForm,
            {
                "reason": Asked("Why?", "Saved with the change, for other moderators."),
                "source": Asked("Source (optional)", "Where this comes from, such as a link."),
            },
        ),
    )


def _named(verb: Publish | Propose | Restore | KeepOwnText) -> tuple[str, str]:
    match verb:
        case Publish():
            return "Publish", "Publish"
        case Propose():
            return "Ask a second moderator", "Ask"
        case Restore():
            return f"Back to version {verb.version}", "Bring it back"
        case KeepOwnText():
            return "Keep ours", "Keep ours"


add_words(
    {
        code: (lambda fault, _field: f"{WORDS[fault.code](fault.facts).capitalize()}.")
        for code in (EntryCode.BAD_ID, EntryCode.ID_TAKEN, EntryCode.ID_RETIRED)
    }
)
add_words(
    {
        KnowledgeFormFault.NO_SUCH_ENTRY: lambda fault, _field: (
            f"There is no answer called “{plain(str(fault.facts['typed']))}”.{_near(fault.facts)}"
            " /browse shows what there is."
        ),
        KnowledgeFormFault.NOT_A_TOPIC: lambda fault, _field: (
            f"There is no subject called “{plain(str(fault.facts['typed']))}”."
            f" Use some of: {', '.join(TOPICS)}."
        ),
    }
)


def _near(facts: Mapping[str, object]) -> str:
    return f" Did you mean `{facts['near']}`?" if facts.get("near") else ""
