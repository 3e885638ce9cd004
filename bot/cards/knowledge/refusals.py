"""What a moderator reads where something was refused about the answers."""

from bot.cards.card import Action, Card
from bot.cards.knowledge.faults import line_of, listed
from bot.cards.knowledge.words import why_second
from bot.cards.plain import count, plain
from bot.cards.refusals import add_changed, add_missing, add_words
from bot.domain.errors import (
    AlreadyClaimed,
    DraftInTheWay,
    EntryInvalid,
    ImportRefused,
    KnowledgeFaulty,
    NothingChanged,
    NotYours,
    NoVersion,
    SecondNeeded,
    Thing,
    WrongSecond,
)
from bot.domain.verbs.knowledge.drafts import SeeDraft
from bot.domain.verbs.knowledge.queue import SeeUnanswered


def _no_version(error: NoVersion) -> Card:
    entry_id = plain(str(error.id))
    if error.retired:
        text = f"Version {error.number} took the answer out, so it has no text to bring back."
    else:
        text = f"`{entry_id}` has no version {error.number}."
    return Card(title="I could not find that", text=f"{text} /knowledge history {entry_id} lists them all.")


def _invalid(error: EntryInvalid) -> Card:
    return Card(
        title="This cannot be published yet",
        text=f"Please fix this first. The draft is saved.\n\n{listed(error.faults)}",
    )


def _in_the_way(error: DraftInTheWay) -> Card:
    return Card(
        title="You have a draft already",
        text=f"You have a draft of `{error.entry_id}`. Publish or discard it first.",
        actions=(Action("See the draft", SeeDraft(error.draft_id)),),
    )


def _second_needed(error: SecondNeeded) -> Card:
    why = why_second(error.topics, loses_must_answer=error.loses_must_answer)
    return Card(
        title="A second moderator must agree",
        text=f"{why} Nothing was published. Open the draft with /knowledge review and ask another moderator.",
    )


def _wrong_second(error: WrongSecond) -> Card:
    if error.other_side:
        text = "One moderator must be a commissioner and the other must not. Ask someone from the other side."
    else:
        text = "You wrote this one. Ask another moderator to agree to it."
    return Card(title="Someone else must agree", text=text)


def _claimed(error: AlreadyClaimed) -> Card:
    return Card(
        title="Another moderator has taken this on",
        text=f"Choose another. After {count(error.days, 'day')} without a change, anyone can take it over.",
        actions=(Action("Unanswered questions", SeeUnanswered()),),
    )


def _faulty(error: KnowledgeFaulty) -> Card:
    text = f"{line_of(error.fault)}. `python -m bot check` lists every fault."
    return Card(title="The answers cannot be used", text=plain(text))


def _refused(error: ImportRefused) -> Card:
    return Card(
        title="Nothing was imported",
        text=f"Nothing was imported. Fix the {count(error.faults, 'fault')} listed above and try again.",
    )


add_words(
    {
        NoVersion: _no_version,
        EntryInvalid: _invalid,
        DraftInTheWay: _in_the_way,
        SecondNeeded: _second_needed,
        WrongSecond: _wrong_second,
        AlreadyClaimed: _claimed,
        KnowledgeFaulty: _faulty,
        ImportRefused: _refused,
        NotYours: lambda _error: Card(
            title="This is not your draft",
            text="Only the moderator who wrote a draft can change it. Others can agree to it.",
        ),
        NothingChanged: lambda _error: Card(
            title="Nothing to publish", text="The draft says what is live already. Change something first."
        ),
    }
)
add_missing(
    {
        Thing.DRAFT: "That draft is gone or someone else's. /knowledge review lists yours.",
        Thing.REVISION: "This server has no text of its own for {id}. /knowledge export lists those it has.",
        Thing.CASE: "I no longer know that question. /knowledge unanswered lists those that are waiting.",
        Thing.PLAN: "That import is done, or you have started another. Start again with /knowledge import.",
    }
)
add_changed(
    {
        Thing.ENTRY: "Someone has published this answer since you looked. Open it again to see theirs.",
        Thing.DRAFT: "The draft has changed since you looked. Open it again with /knowledge review.",
        Thing.CASE: "That question has been dealt with. /knowledge unanswered lists those that are waiting.",
        Thing.SUGGESTION: "That suggestion has been dealt with. /knowledge suggestions lists the others.",
        Thing.PHRASING: "That question has been dealt with. /knowledge suggestions lists the others.",
        Thing.PLAN: (
            "Someone has published some of these answers since you looked, so nothing was imported."
            " Import the text again to see what it would do now."
        ),
        Thing.SHIPPED_TEXT: (
            "The shipped text has not changed under your own, or someone has dealt with it."
            " /knowledge review lists what is left."
        ),
    }
)
