"""The rules that a server's moderators set."""

from bot.actions.here import Here
from bot.actions.knowledge.shown import must_be_here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Card, Form
from bot.cards.knowledge.house_rules import contested_form, must_form, rules_card
from bot.domain.actor import Role
from bot.domain.errors import RoleNeeded
from bot.domain.knowledge_forms import MustAnswerForm, TwoModeratorsForm
from bot.domain.verbs.knowledge.entries import SeeRules, SetMustAnswer, SetTwoModerators
from bot.services.knowledge.moderators import must_moderate


@handles(SeeRules)
def see_rules(verb: SeeRules, here: Here) -> Result:
    """Show the must-answer questions and the subjects that need two moderators."""
    return _card(here, verb.page)


def _card(here: Here, page: int = 1) -> Card:
    rules = here.app.knowledge.rules
    return rules_card(
        rules.must_answer(by=here.by),
        rules.contested(by=here.by),
        page,
        can_set_subjects=here.by.has(Role.ADMINISTRATOR),
    )


def _open_must(_verb: SetMustAnswer, here: Here) -> Form:
    must_moderate(here.by)
    return must_form()


@handles_form(SetMustAnswer, MustAnswerForm, opened_by=_open_must)
def set_must_answer(_verb: SetMustAnswer, here: Here, filled: MustAnswerForm) -> Result:
    """Put a question on the list of those that must be answered, or take it off."""
    rules = here.app.knowledge.rules
    if filled.entry_id is not None:
        must_be_here(here, filled.entry_id)
    rules.set_must_answer(filled.question, filled.entry_id, filled.reason, by=here.by)
    return _card(here)


def _open_two(_verb: SetTwoModerators, here: Here) -> Form:
    contested = here.app.knowledge.rules.contested(by=here.by)
    if not here.by.has(Role.ADMINISTRATOR):
        raise RoleNeeded(frozenset({Role.ADMINISTRATOR}))
    return contested_form(contested)


@handles_form(SetTwoModerators, TwoModeratorsForm, opened_by=_open_two)
def set_two_moderators(_verb: SetTwoModerators, here: Here, filled: TwoModeratorsForm) -> Result:
    """Say which subjects need two moderators."""
    here.app.knowledge.rules.set_contested(filled.topics, both_sides=filled.sides, by=here.by)
    return _card(here)
