"""Handlers of when a commissioner can talk."""

from bot.actions.dialogue.here import dialogue
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Card, Form
from bot.cards.dialogue.availability import availability_card, limits_form, rules_form, window_form
from bot.domain.dialogue.availability import Availability
from bot.domain.dialogue.forms import LimitsForm, RulesForm, WindowForm
from bot.domain.forms import Reading
from bot.domain.verbs.dialogue.availability import (
    AddAvailability,
    PauseAvailability,
    RemoveAvailability,
    SeeAvailability,
    SetSlotLimits,
    SetSlotRules,
)

_FREE_SHOWN = 5


def _mine(here: Here) -> Availability:
    """This person's own availability. Raises ServerNeeded or RoleNeeded."""
    return dialogue(here).availability.mine(by=here.by)


@handles(SeeAvailability)
def see_availability(verb: SeeAvailability, here: Here) -> Result:
    """Show when this commissioner can talk."""
    return _card(here, _mine(here), verb.page)


def _open_window(_verb: AddAvailability, here: Here) -> Form:
    _mine(here)
    return window_form()


def _in_own_zone(_verb: object, here: Here) -> Reading:
    return Reading(here.app.now(), _mine(here).rules.zone)


@handles_form(AddAvailability, WindowForm, opened_by=_open_window, reading=_in_own_zone)
def add_availability(_verb: AddAvailability, here: Here, filled: WindowForm) -> Result:
    """Add a weekly time, a single day or a day away."""
    return _card(here, dialogue(here).availability.add(filled, by=here.by))


@handles(RemoveAvailability)
def remove_availability(verb: RemoveAvailability, here: Here) -> Result:
    """Remove one of the times, or show them to choose from."""
    if verb.number is None:
        return _card(here, _mine(here))
    return _card(here, dialogue(here).availability.remove(verb.number, by=here.by))


@handles(PauseAvailability)
def pause_availability(verb: PauseAvailability, here: Here) -> Result:
    """Offer no free slots for a while, or offer them again."""
    return _card(here, dialogue(here).availability.pause(paused=verb.paused, by=here.by))


def _open_rules(_verb: SetSlotRules, here: Here) -> Form:
    return rules_form(_mine(here).rules)


@handles_form(SetSlotRules, RulesForm, opened_by=_open_rules)
def set_rules(_verb: SetSlotRules, here: Here, filled: RulesForm) -> Result:
    """Set zone, length and gaps."""
    return _card(here, dialogue(here).availability.set_rules(filled, by=here.by))


def _open_limits(_verb: SetSlotLimits, here: Here) -> Form:
    return limits_form(_mine(here).rules)


@handles_form(SetSlotLimits, LimitsForm, opened_by=_open_limits)
def set_limits(_verb: SetSlotLimits, here: Here, filled: LimitsForm) -> Result:
    """Set notice and limits."""
    return _card(here, dialogue(here).availability.set_rules(filled, by=here.by))


def _card(here: Here, mine: Availability, page: int = 1) -> Card:
    free = dialogue(here).availability.free(_FREE_SHOWN, by=here.by)
    return availability_card(mine, free, here.app.now(), page)
