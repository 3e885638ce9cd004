"""Setting a server up."""

from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Card, Form
from bot.cards.setup import places_form, rules_form, setup_card
from bot.domain.actor import Role
from bot.domain.errors import RoleNeeded
from bot.domain.server import ServerSettings
from bot.domain.setup_forms import PlacesForm, RulesForm
from bot.domain.verbs.setup import SetPlaces, SetRules, Setup


@handles(Setup)
def setup(_verb: Setup, here: Here) -> Result:
    """Show how the server is set up."""
    return _card(here, _settings(here))


def _open_places(_verb: SetPlaces, here: Here) -> Form:
    return places_form(_settings(here))


@handles_form(SetPlaces, PlacesForm, opened_by=_open_places)
def set_places(_verb: SetPlaces, here: Here, filled: PlacesForm) -> Result:
    """Keep the roles and channels."""
    return _card(here, here.servers.set_places(filled, by=here.by))


def _open_rules(_verb: SetRules, here: Here) -> Form:
    return rules_form(_settings(here))


@handles_form(SetRules, RulesForm, opened_by=_open_rules)
def set_rules(_verb: SetRules, here: Here, filled: RulesForm) -> Result:
    """Keep the zone, the nation and the retention time."""
    return _card(here, here.servers.set_rules(filled, by=here.by))


def _settings(here: Here) -> ServerSettings:
    """The settings, for those who can change them. Raises ServerNeeded or RoleNeeded."""
    here.must_be_in_a_server()
    if not here.by.has(Role.ADMINISTRATOR):
        raise RoleNeeded(frozenset({Role.ADMINISTRATOR}))
    return here.servers.settings(here.by.guild_id)


def _card(here: Here, settings: ServerSettings) -> Card:
    return setup_card(settings, here.lacking(settings))
