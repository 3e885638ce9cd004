"""The forms that a request for a conversation is made with, and those that ask for a reason."""

from collections.abc import Sequence

from bot.cards.card import Action, Form
from bot.cards.dialogue.fields import form_of
from bot.cards.fields import Asked
from bot.cards.pages import pages
from bot.domain.dialogue.forms import RequestForm, SendRequestForm, TextForm
from bot.domain.dialogue.planned import PlannedService
from bot.domain.verbs.dialogue.bookings import AddNote
from bot.domain.verbs.dialogue.requests import AskForConversation, Decline, SendRequest

_SERVICES_SHOWN = 24
"""Planned services in one menu: Discord's hold 25, and one of them is "None of these"."""

_LABEL = 100
_NONE = "0"
_READ = "The other side reads it."


def request_form(
    services: Sequence[PlannedService], *, chosen: int | None = None, about_answer: str = ""
) -> Form:
    """The first step of asking: who, what about, which of the services that people can talk about."""
    about = f"About the answer “{about_answer}”: " if about_answer else ""
    asked = {
        "organisation": Asked("Your organisation"),
        "about": Asked("What is it about?", "A sentence or two. The commissioner reads it.", about),
        **({"service": _service(services, chosen)} if services else {}),
        "hopes": Asked("What do you hope for?"),
    }
    return form_of(RequestForm, "Ask for a conversation", Action("Next", AskForConversation()), asked)


def more_form() -> Form:
    """The second step: what the commissioner has to know for a fair conversation."""
    asked = {
        "access_needs": Asked(
            "What do you need to take part?", "Such as captions, an interpreter, or a time after school."
        ),
        "conflicts": Asked(
            "Any conflict of interest to declare?",
            "Such as links with officers or councillors. Leave it empty if there is none.",
        ),
        "first_contact": Asked(
            "Is this your first contact about it?", value="yes", options={"yes": "Yes", "no": "No"}
        ),
    }
    return form_of(SendRequestForm, "Before it is sent", Action("Send", SendRequest()), asked)


def decline_form(number: int) -> Form:
    """Why a commissioner turns a request down."""
    action = Action("Decline", Decline(number))
    return form_of(TextForm, f"Decline request {number}", action, {"text": Asked("Why?", _READ)})


def note_form(number: int) -> Form:
    """A note that both sides see."""
    action = Action("Add the note", AddNote(number))
    return form_of(TextForm, f"A note on conversation {number}", action, {"text": Asked("Your note", _READ)})


def _service(services: Sequence[PlannedService], chosen: int | None) -> Asked:
    first = [service for service in services if service.id == chosen]
    shown = [*first, *(service for service in services if service not in first)][:_SERVICES_SHOWN]
    cut = len(services) > len(shown)
    return Asked(
        "Is it about a planned service?",
        f"The newest {_SERVICES_SHOWN}. To ask about another, open it in /service list." if cut else "",
        str(first[0].id) if first else _NONE,
        {_NONE: "None of these", **{str(one.id): _short(one.title) for one in shown}},
    )


def _short(title: str) -> str:
    """The title as an option of a menu, whose labels hold 100 characters."""
    return title if len(title) <= _LABEL else pages(title, _LABEL - 2)[0] + " …"
