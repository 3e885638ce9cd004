"""Services that are to be commissioned, and who has been met about them."""

from dataclasses import KW_ONLY

from bot.domain.verb import Verb, verb


@verb("service-list", command="service list")
class ListServices(Verb):
    """List what is to be commissioned."""

    _: KW_ONLY
    page: int = 1


@verb("service-add", command="service add")
class AddService(Verb):
    """Add a planned service."""


@verb("service-show", command="service show")
class SeeService(Verb):
    """Show one planned service."""

    number: int


@verb("service-open")
class OpenService(Verb):
    """Open engagement on a planned service."""

    number: int


@verb("service-close", command="service close")
class CloseService(Verb):
    """Say that the tender notice of a service is out."""

    number: int


@verb("service-reopen", command="service reopen")
class ReopenService(Verb):
    """Say that the notice of a service was withdrawn."""

    number: int


@verb("service-award")
class AwardService(Verb):
    """Record that the contract for a service was awarded."""

    number: int


@verb("access")
class SeeAccess(Verb):
    """Show who has been met about a service and who has not."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("access-note")
class DraftNoteToAll(Verb):
    """Draft the note to everyone who asked about a service."""

    number: int
