"""The rules that a server's moderators have set, and the forms in which they set them."""

from collections.abc import Mapping

from bot.cards.card import Action, Card, Form
from bot.cards.fields import Asked, fields_of
from bot.cards.pages import paged
from bot.cards.quoting import quoted
from bot.cards.topics import topic_title
from bot.domain.knowledge_forms import MustAnswerForm, TwoModeratorsForm
from bot.domain.verbs.knowledge.entries import SeeRules, SetMustAnswer, SetTwoModerators


def rules_card(
    must: Mapping[str, str], contested: Mapping[str, bool], page: int = 1, *, can_set_subjects: bool
) -> Card:
    """The must-answer questions and the subjects that need two moderators."""
    lines = [f"- {quoted(question)} → `{entry_id}`" for question, entry_id in must.items()]
    found = paged(lines, page, lambda n: SeeRules(page=n), size=10)
    topics = [f"- {topic_title(topic)}{_sides(both)}" for topic, both in contested.items()]
    return Card(
        title="Rules of this server",
        text="**Questions that must be answered**\n" + ("\n".join(found.items) or "None."),
        detail="**Subjects that need two moderators**\n" + ("\n".join(topics) or "None."),
        note=found.note,
        actions=(
            *found.actions,
            Action("Add or change a question", SetMustAnswer()),
            *((Action("Subjects that need two", SetTwoModerators()),) if can_set_subjects else ()),
        ),
    )


def must_form() -> Form:
    """A question that must be answered."""
    return Form(
        "A question that must be answered",
        Action("Save", SetMustAnswer()),
        fields_of(
            MustAnswerForm,
            {
                "question": Asked("Question"),
                "entry_id": Asked(
                    "Id of the answer it must find", "Leave this empty to take it off the list."
                ),
                "reason": Asked("Why?", "Saved with the change, for other moderators."),
            },
        ),
    )


def contested_form(contested: Mapping[str, bool]) -> Form:
    """Which subjects need two moderators."""
    sides = "yes" if any(contested.values()) else "no"
    return Form(
        "Subjects that need two moderators",
        Action("Save", SetTwoModerators()),
        fields_of(
            TwoModeratorsForm,
            {
                "topics": Asked("Subjects", "Such as: compact-4 rec-3. Empty for none.", " ".join(contested)),
                "sides": Asked(
                    "One from each side?",
                    "A commissioner, and someone who is not one.",
                    sides,
                    {"yes": "Yes, one from each side", "no": "No, any two moderators"},
                ),
            },
        ),
    )


def _sides(both: bool) -> str:
    return ", one from each side" if both else ""
