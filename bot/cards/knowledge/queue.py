"""What a moderator sees of unanswered questions, readers' suggestions and learned phrasings."""

from collections.abc import Sequence

from bot.cards.card import Action, Card, Fact, Form
from bot.cards.fields import Asked, fields_of
from bot.cards.pages import paged
from bot.cards.plain import count
from bot.cards.quoting import person, quoted
from bot.domain.entry import Entry
from bot.domain.knowledge_forms import PhrasingsForm, SetAsideForm, SuggestForm
from bot.domain.unanswered import CaseKey, Group
from bot.domain.verbs.knowledge.drafts import EditEntry
from bot.domain.verbs.knowledge.queue import (
    AcceptLearned,
    AcceptSuggestion,
    AddPhrasings,
    ClaimCase,
    DeclineLearned,
    DeclineSuggestion,
    SeeCase,
    SeeLearned,
    SeeSuggestion,
    SeeSuggestions,
    SeeUnanswered,
    SetAside,
    StartEntry,
)
from bot.domain.verbs.reading import SuggestChange
from bot.storage.knowledge.suggestions import Learned, Suggested

_WORDINGS = 10


def unanswered_card(groups: Sequence[Group], page: int = 1) -> Card:
    """The questions without a good answer, most asked first, in pages."""
    if not groups:
        return Card(title="Unanswered questions", text="There are none.")
    found = paged(groups, page, lambda n: SeeUnanswered(page=n))
    return Card(
        title=f"Unanswered questions ({len(groups)})",
        text="Similar questions are grouped, the most asked first.",
        note=found.note,
        choices=tuple(
            Action(f"{group.question} (asked {_times(group)}{_claimed(group)})", SeeCase(_key(group)))
            for group in found.items
        ),
        actions=found.actions,
    )


def case_card(group: Group, viewer_id: int) -> Card:
    """One question in all its wordings, and what can be done about it."""
    key, claimed = _key(group), group.claimed_by
    lines = [f"- {quoted(wording)}" for wording in group.wordings[:_WORDINGS]]
    more = len(group.wordings) - _WORDINGS
    return Card(
        title="An unanswered question",
        text="\n".join([*lines, f"- and {more} more wordings"] if more > 0 else lines),
        facts=(
            Fact("Asked", _times(group)),
            Fact("Taken on by", "no one" if claimed is None else person(claimed)),
        ),
        actions=(
            *((Action("Take it on", ClaimCase(key)),) if claimed is None else ()),
            *(_ways_to_settle(key) if claimed in (None, viewer_id) else ()),
        ),
    )


def _ways_to_settle(key: str) -> tuple[Action, ...]:
    return (
        Action("Add to an answer", AddPhrasings(key)),
        Action("Start a new answer", StartEntry(key)),
        Action("Set aside", SetAside(key)),
    )


def phrasings_form(key: CaseKey, group: Group, nearest: str) -> Form:
    """Which answer a question belongs to, and in which words."""
    return Form(
        "Add to an answer",
        Action("Add to the draft", AddPhrasings(str(key))),
        fields_of(
            PhrasingsForm,
            {
                "entry_id": Asked("Id of the answer", "The nearest one is filled in.", nearest),
                "phrasings": Asked("How people ask it", "One on each line.", group.question),
            },
        ),
    )


def set_aside_form(key: CaseKey) -> Form:
    """Why a question will not be answered here."""
    asked = Asked("Why?", "Those who asked to be told will read this.")
    return Form(
        "Set aside", Action("Set aside", SetAside(str(key))), fields_of(SetAsideForm, {"reason": asked})
    )


def set_aside_card(group: Group) -> Card:
    """A question was set aside."""
    return Card(
        title="Set aside",
        text=f"{quoted(group.question)} is off the list.",
        actions=(Action("Unanswered questions", SeeUnanswered()),),
    )


def suggest_form(entry: Entry) -> Form:
    """What a reader finds wrong with an answer."""
    return Form(
        "Suggest a change",
        Action("Send", SuggestChange(entry.id)),
        fields_of(
            SuggestForm,
            {
                "wrong": Asked("What is wrong?", f"In “{entry.title}”."[:100]),
                "source": Asked("How do you know? (optional)", "A source, if you have one."),
                "credit": Asked(
                    "Can the moderators see who you are?",
                    value="no",
                    options={"no": "No, leave my name out", "yes": "Yes, give my name"},
                ),
            },
        ),
    )


def suggested_card(entry: Entry, *, credited: bool) -> Card:
    """For the reader who suggested something."""
    name = "with your name" if credited else "without your name"
    return Card(
        title="Thank you",
        text=f"This server's moderators now have your suggestion on “{entry.title}”, {name}.",
        replaces=False,
    )


def suggestions_card(suggested: Sequence[Suggested], learned: Sequence[Learned], page: int = 1) -> Card:
    """What readers wrote, and the phrasings that their picks propose, in pages."""
    choices = [
        *(Action(f"{each.entry_id}: {each.wrong}", SeeSuggestion(each.id)) for each in suggested),
        *(
            Action(f"New question for {one.entry_id}: {one.question}", SeeLearned(one.asked_id))
            for one in learned
        ),
    ]
    found = paged(choices, page, lambda n: SeeSuggestions(page=n))
    return Card(
        title="Suggestions",
        text=f"{len(suggested)} from readers, {count(len(learned), 'new question')} from what people picked.",
        note=found.note,
        choices=found.items,
        actions=found.actions,
    )


def suggestion_card(suggested: Suggested) -> Card:
    """One reader's suggestion."""
    source = quoted(suggested.source) if suggested.source else "none given"
    who = "no name given" if suggested.user_id is None else person(suggested.user_id)
    return Card(
        title=f"Suggestion on {suggested.entry_id}",
        text=f"{quoted(suggested.wrong, 1000)}\n\nSource: {source}",
        facts=(Fact("From", who),),
        note="It stays on the list until you say that it is done or decline it.",
        actions=(
            Action("Edit the answer", EditEntry(suggested.entry_id)),
            Action("Done", AcceptSuggestion(suggested.id)),
            Action("Decline", DeclineSuggestion(suggested.id)),
        ),
    )


def learned_card(learned: Learned) -> Card:
    """One phrasing that people taught."""
    picked = "1 person" if learned.picks == 1 else f"{learned.picks} people"
    return Card(
        title=f"New question for {learned.entry_id}",
        text=f"{quoted(learned.question)}\n\nAfter asking this, {picked} picked `{learned.entry_id}`.",
        actions=(
            Action("Add it to a draft", AcceptLearned(learned.asked_id)),
            Action("Leave it out", DeclineLearned(learned.asked_id)),
        ),
    )


def accepted_card(suggested: Suggested) -> Card:
    """A suggestion is done."""
    return _settled("Done", f"The suggestion on `{suggested.entry_id}` is off the list.")


def declined_card(suggested: Suggested) -> Card:
    """Nothing is done about a suggestion."""
    return _settled("Declined", f"The suggestion on `{suggested.entry_id}` is off the list.")


def left_out_card(learned: Learned) -> Card:
    """A phrasing was not added."""
    return _settled("Left out", f"{quoted(learned.question)} was not added to `{learned.entry_id}`.")


def _settled(title: str, text: str) -> Card:
    return Card(title=title, text=text, actions=(Action("Suggestions", SeeSuggestions()),))


def told_card(question: str, entry: Entry | None, reason: str) -> Card:
    """For someone who asked to be told the outcome of their question; no reason where the answer is gone."""
    asked = f"You asked: {quoted(question)}"
    if entry is None:
        why = quoted(reason, 500) if reason else "The answer has been taken out again."
        return Card(
            title="About your question", text=f"{asked}\n\nThe moderators will not answer it here: {why}"
        )
    return Card(
        title="Your question has an answer",
        text=f"{asked}\n\n**{entry.title}**\n\n{entry.short_answer}",
        note="I have now forgotten that you asked.",
        sources=entry.sources,
    )


def _key(group: Group) -> str:
    return str(group.cases[0].key)


def _times(group: Group) -> str:
    return "once" if len(group.cases) == 1 else f"{len(group.cases)} times"


def _claimed(group: Group) -> str:
    return "" if group.claimed_by is None else ", taken on"
