"""What is said when somebody asks."""

from datetime import date

from bot.cards.card import Action, Card
from bot.domain.answer import Answer, NoAnswer, Outcome, Suggestions
from bot.domain.entry import Entry, Relation, Source
from bot.domain.knowledge import KnowledgeBase

_LEADS_TO = {
    Relation.EVIDENCE: "An example",
    Relation.EXCEPTION: "Where it differs",
    Relation.NEXT_STEP: "Next",
}
_BROWSE = Action("Browse the answers by subject", "browse")
_HELP = Action("What I can do", "help")


def outcome_card(outcome: Outcome, base: KnowledgeBase, today: date) -> Card:
    """Say what came of a question."""
    match outcome:
        case Answer():
            return answer_card(outcome.entry, base, today)
        case Suggestions():
            return suggestions_card(outcome)
        case NoAnswer():
            return no_answer_card(outcome)


def answer_card(entry: Entry, base: KnowledgeBase, today: date) -> Card:
    """One entry: its short answer, whether it still holds, its sources, and what people ask next."""
    more = (Action("Read more", "read", (entry.id,)),) if entry.detail else ()
    return Card(
        title=entry.title,
        text=entry.short_answer,
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(*more, Action("Sources in full", "sources", (entry.id,)), *_related(entry, base)),
    )


def full_card(entry: Entry, base: KnowledgeBase, today: date) -> Card:
    """One entry, whole."""
    return Card(
        title=entry.title,
        text=entry.short_answer,
        detail=entry.detail,
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(Action("Sources in full", "sources", (entry.id,)), *_related(entry, base)),
    )


def sources_card(entry: Entry, base: KnowledgeBase, today: date) -> Card:
    """Where an entry's facts come from, with addresses, and how far they were confirmed."""
    return Card(
        title=f"Sources: {entry.title}",
        text="\n".join(f"- {source_line(source, with_address=True)}" for source in entry.sources),
        note=standing(entry, base, today),
        actions=(Action("Back to the answer", "show", (entry.id,)),),
    )


def suggestions_card(outcome: Suggestions) -> Card:
    """Two or three entries could be right."""
    return Card(
        title="Which of these do you mean?",
        text="More than one answer could fit your question, so I would rather ask than guess.",
        actions=(*(_show(entry) for entry in outcome.offered), _BROWSE),
    )


def no_answer_card(outcome: NoAnswer) -> Card:
    """Nothing here answers it: say so, and say what can be done."""
    if outcome.signpost is not None:
        return Card(title=outcome.signpost.title, text=outcome.signpost.text, actions=(_BROWSE, _HELP))
    return Card(
        title="I don't know",
        text=(
            "I have no answer that I would trust for that. Try it in other words, or name the thing that you"
            " are asking about: a grant, a contract, a consultation, a tender, a meeting with a commissioner."
        ),
        actions=(_BROWSE, _HELP),
    )


def standing(entry: Entry, base: KnowledgeBase, today: date) -> str:
    """Whether the answer still holds: its status, where, when it was checked, and what took its place."""
    said = [f"{entry.status.capitalize()}, {entry.jurisdiction}.", f"Checked {entry.reviewed:%B %Y}."]
    if entry.as_of.replace(day=1) != entry.reviewed.replace(day=1):
        said.append(f"The facts are those of {entry.as_of:%B %Y}.")
    successor = base.entries.get(entry.superseded_by or "")
    if successor is not None:
        said.append(successor.succession or f"What took its place: {successor.title}.")
    if entry.is_due_for_review(today):
        said.append(f"Review overdue since {entry.review_after:%-d %B %Y}.")
    return " ".join(said)


def source_line(source: Source, *, with_address: bool = False) -> str:
    """One source as a line of text."""
    parts = [source.title, source.publisher, str(source.year) if source.year else ""]
    line = ", ".join(part for part in parts if part)
    confirmed = "" if source.confirmed else " (not confirmed)"
    address = f" <{source.url}>" if with_address and source.url else ""
    return f"{line}{confirmed}{address}"


def _show(entry: Entry) -> Action:
    return Action(entry.title, "show", (entry.id,))


def _related(entry: Entry, base: KnowledgeBase) -> tuple[Action, ...]:
    return tuple(
        Action(f"{_LEADS_TO[link.relation]}: {base.entries[link.entry_id].title}", "show", (link.entry_id,))
        for link in entry.related
        if link.entry_id in base.entries
    )
