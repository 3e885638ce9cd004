"""What a moderator sees of unanswered questions, readers' suggestions and learned phrasings."""

from collections.abc import Sequence

from bot.cards.card import Card, Fact, Field, Form, Option, legacy
from bot.cards.quoting import person, quoted
from bot.domain.entry import Entry
from bot.domain.forms import Kind
from bot.domain.unanswered import CaseKey, Group
from bot.storage.knowledge.suggestions import Learned, Suggested

_CHOICES = 25


def unanswered_card(groups: Sequence[Group]) -> Card:
    """The questions without a good answer, most asked first."""
    if not groups:
        return Card(title="Unanswered questions", text="There are none.")
    return Card(
        title=f"Unanswered questions ({len(groups)})",
        text="Alike ones stand together, the most asked first.",
        choices=tuple(
            legacy(f"{_times(g)}: {g.question}{_taken(g)}", "knowledge-case", (_key(g),))
            for g in groups[:_CHOICES]
        ),
    )


def case_card(group: Group) -> Card:
    """One question in all its wordings, and what can be made of it."""
    key = (_key(group),)
    claimed = group.claimed_by
    return Card(
        title="Unanswered",
        text="\n".join(f"- {quoted(wording)}" for wording in group.wordings[:10]),
        facts=(
            Fact("Asked", _times(group)),
            Fact("Taken on by", "nobody" if claimed is None else person(claimed)),
        ),
        actions=(
            *((legacy("Take it on", "knowledge-claim", key),) if claimed is None else ()),
            legacy("Add to an answer", "knowledge-phrase", key),
            legacy("Start a new answer", "knowledge-start", key),
            legacy("Set aside", "knowledge-set-aside", key),
        ),
    )


def phrase_form(key: CaseKey, group: Group, nearest: str) -> Form:
    """Which answer a question belongs to, and in which words."""
    return Form(
        "Add to an answer",
        legacy("Add to the draft", "knowledge-phrase", (str(key),)),
        (
            Field("entry_id", "Answer", value=nearest, help="Its id; the nearest one stands here."),
            Field(
                "phrasings",
                "As people ask it",
                Kind.PARAGRAPH,
                group.question,
                help="One on each line.",
                limit=1000,
            ),
        ),
    )


def start_form(key: CaseKey) -> Form:
    """The id of a new answer."""
    return Form("Start a new answer", legacy("Start", "knowledge-start", (str(key),)), (id_field(),))


def id_field() -> Field:
    """An id that is not taken."""
    return Field("entry_id", "Id of the new answer", help="Lower-case words joined by hyphens.", limit=60)


def set_aside_form(key: CaseKey) -> Form:
    """Why a question will not be answered here."""
    reason = Field(
        "reason", "Why?", Kind.PARAGRAPH, help="Those who asked to be told will read this.", limit=500
    )
    return Form("Set aside", legacy("Set aside", "knowledge-set-aside", (str(key),)), (reason,))


def set_aside_card(group: Group) -> Card:
    """A question was set aside."""
    return Card(title="Set aside", text=f"{quoted(group.question)} is off the list.")


def suggest_form(entry: Entry) -> Form:
    """What a reader finds wrong with an answer."""
    return Form(
        "Suggest a change",
        legacy("Send", "suggest-change", (entry.id,)),
        (
            Field("wrong", "What is wrong?", Kind.PARAGRAPH, help=f"In “{entry.title}”."[:100], limit=1000),
            Field("source", "How do you know?", required=False, help="A source, if you have one.", limit=300),
            Field(
                "credit",
                "May the moderators see who you are?",
                Kind.CHOICE,
                "no",
                options=(Option("no", "No, leave my name out"), Option("yes", "Yes, give my name")),
            ),
        ),
    )


def suggested_card(entry: Entry, *, credited: bool) -> Card:
    """For the reader who suggested something."""
    name = "with your name" if credited else "without your name"
    return Card(
        title="Thank you",
        text=f"The moderators of this server have your suggestion on “{entry.title}”, {name}.",
        replaces=False,
    )


def suggestions_card(suggested: Sequence[Suggested], learned: Sequence[Learned]) -> Card:
    """What readers wrote, and the phrasings that their picks propose."""
    choices = [
        *(legacy(f"{s.entry_id}: {s.wrong}", "knowledge-suggestion", (str(s.id),)) for s in suggested),
        *(
            legacy(
                f"New phrasing for {one.entry_id}: {one.question}", "knowledge-learned", (str(one.asked_id),)
            )
            for one in learned
        ),
    ]
    return Card(
        title="Suggestions",
        text=f"{len(suggested)} from readers, {len(learned)} phrasings from what people picked.",
        choices=tuple(choices[:_CHOICES]),
    )


def suggestion_card(suggested: Suggested) -> Card:
    """One reader's suggestion."""
    number = (str(suggested.id),)
    source = quoted(suggested.source) if suggested.source else "none given"
    who = "no name given" if suggested.user_id is None else person(suggested.user_id)
    return Card(
        title=f"Suggestion on {suggested.entry_id}",
        text=f"{quoted(suggested.wrong, 1000)}\n\nSource: {source}",
        facts=(Fact("From", who),),
        note="It stays listed until it is seen to or set aside.",
        actions=(
            legacy("Edit the answer", "knowledge-edit", (suggested.entry_id,)),
            legacy("Seen to", "knowledge-take", number),
            legacy("Set aside", "knowledge-leave", number),
        ),
    )


def learned_card(learned: Learned) -> Card:
    """One phrasing that people taught."""
    number = (str(learned.asked_id),)
    return Card(
        title=f"New phrasing for {learned.entry_id}",
        text=f"{quoted(learned.question)}\n\nAfter asking this, {learned.picks} picked `{learned.entry_id}`.",
        actions=(
            legacy("Add it to a draft", "knowledge-accept", number),
            legacy("Leave it", "knowledge-decline", number),
        ),
    )


def settled_card(what: str) -> Card:
    """A suggestion or a phrasing was looked at."""
    return Card(title="Done", text=what, actions=(legacy("Suggestions", "knowledge-suggestions"),))


def told_card(question: str, entry: Entry | None, reason: str) -> Card:
    """For somebody who asked to be told what came of their question."""
    if entry is None:
        because = quoted(reason, 500) if reason else "The answer has been taken out again."
        text = f"You asked: {quoted(question)}\n\nThe moderators have set it aside: {because}"
        return Card(title="About your question", text=text)
    return Card(
        title="Your question has an answer",
        text=f"You asked: {quoted(question)}\n\n**{entry.title}**\n\n{entry.short_answer}",
        note="I have now forgotten that it was you who asked.",
        sources=entry.sources,
    )


def _key(group: Group) -> str:
    return str(group.cases[0].key)


def _times(group: Group) -> str:
    return "once" if len(group.cases) == 1 else f"{len(group.cases)} times"


def _taken(group: Group) -> str:
    return "" if group.claimed_by is None else " (taken on)"
