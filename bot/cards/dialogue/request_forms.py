"""The forms that a request for a conversation is made with, and those that ask for a reason."""

from collections.abc import Mapping, Sequence

from bot.cards.card import Action, Field, Form, Option, legacy
from bot.domain.dialogue.planned import PlannedService
from bot.domain.forms import Kind

_SERVICES_IN_FORM = 9
DRAFT = "dialogue-request"
"""Where both steps of asking keep what was typed."""


def request_form(typed: Mapping[str, str], services: Sequence[PlannedService]) -> Form:
    """The first step of asking: who, what about, which service."""
    return Form(
        title="Ask for a conversation",
        action=legacy("Next", "dialogue-request"),
        draft=DRAFT,
        fields=(
            Field("organisation", "Your organisation", value=typed.get("organisation", "")),
            Field(
                "about",
                "What is it about?",
                Kind.PARAGRAPH,
                typed.get("about", ""),
                help="A sentence or two. The commissioner reads it.",
                limit=1000,
            ),
            *_service_field(typed, services),
            Field(
                "hopes",
                "What do you hope for?",
                Kind.PARAGRAPH,
                typed.get("hopes", ""),
                required=False,
                limit=600,
            ),
        ),
    )


def more_form(typed: Mapping[str, str]) -> Form:
    """The second step: what the commissioner has to know for a fair conversation."""
    return Form(
        title="Before it is sent",
        action=legacy("Send", "request-more"),
        draft=DRAFT,
        fields=(
            Field(
                "access_needs",
                "What do you need to take part?",
                value=typed.get("access_needs", ""),
                required=False,
                help="Such as captions, an interpreter, or a time after school.",
            ),
            Field(
                "conflicts",
                "Any conflict of interest to declare?",
                Kind.PARAGRAPH,
                typed.get("conflicts", ""),
                required=False,
                help="Such as links with officers or councillors. Empty if none.",
                limit=600,
            ),
            Field(
                "first_contact",
                "Is this your first contact about it?",
                Kind.CHOICE,
                typed.get("first_contact", "yes"),
                options=(Option("yes", "Yes"), Option("no", "No")),
            ),
        ),
    )


def reason_form(title: str, label: str, action: Action, typed: Mapping[str, str]) -> Form:
    """One text that the other side reads, such as the reason for a no."""
    return Form(
        title=title,
        action=action,
        draft=action.custom_id,
        fields=(
            Field(
                "text",
                label,
                Kind.PARAGRAPH,
                typed.get("text", ""),
                help="The other side reads it.",
                limit=1000,
            ),
        ),
    )


def _service_field(typed: Mapping[str, str], services: Sequence[PlannedService]) -> tuple[Field, ...]:
    open_ones = [service for service in services if not service.is_closed]
    if not open_ones:
        return ()
    chosen = typed.get("service", "0")
    first = [service for service in open_ones if str(service.id) == chosen]
    shown = [*first, *(service for service in open_ones if service not in first)][:_SERVICES_IN_FORM]
    options = (Option("0", "None of these"), *(Option(str(one.id), one.title[:100]) for one in shown))
    value = chosen if any(option.value == chosen for option in options) else "0"
    return (Field("service", "Is it about a planned service?", Kind.CHOICE, value, options=options),)
