"""The verbs of setting a server up: setup, set-places, set-rules."""

from collections.abc import Mapping

from bot.actions.request import Handler, Request, Result
from bot.cards.setup import places_form, rules_form, setup_card
from bot.domain.actor import Role
from bot.domain.errors import NotAllowed
from bot.domain.server import ServerSettings

_LONGEST_ID = 20


def _setup(request: Request) -> Result:
    _must_manage(request)
    return _card(request, request.servers.settings(request.by.guild_id))


def _set_places(request: Request) -> Result:
    _must_manage(request)
    if request.values is None:
        return places_form(request.servers.settings(request.by.guild_id))
    settings = request.servers.set_places(
        commissioners=_id(request.values.get("commissioners")),
        moderators=_id(request.values.get("moderators")),
        queue=_id(request.values.get("queue")),
        notes=_id(request.values.get("notes")),
        by=request.by,
    )
    return _card(request, settings)


def _set_rules(request: Request) -> Result:
    _must_manage(request)
    if request.values is None:
        return rules_form(request.servers.settings(request.by.guild_id))
    settings = request.servers.set_rules(
        time_zone=request.values.get("time_zone", ""),
        nation=request.values.get("nation", ""),
        retention_days=request.values.get("retention_days", ""),
        by=request.by,
    )
    return _card(request, settings)


def _card(request: Request, settings: ServerSettings) -> Result:
    return setup_card(settings, request.lacking(settings))


def _must_manage(request: Request) -> None:
    if not request.by.has(Role.ADMINISTRATOR):
        raise NotAllowed("Only somebody who may manage this server can set it up. Ask one of them.")


def _id(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < _LONGEST_ID else None


VERBS: Mapping[str, Handler] = {"setup": _setup, "set-places": _set_places, "set-rules": _set_rules}
