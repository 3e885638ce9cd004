"""What is said about planned services, and about who has been met on each."""

from collections.abc import Mapping, Sequence

from bot.cards.card import Action, Attachment, Card, Field, Form, Option, legacy
from bot.cards.plain import labelled, plain, unmarked
from bot.domain.dialogue.access import Access, EqualAccess
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.states import Stage
from bot.domain.forms import Kind

_SHOWN = 20
_LIST = legacy("All planned services", "service-list")


def service_form(typed: Mapping[str, str]) -> Form:
    """Say what is to be commissioned."""
    return Form(
        title="A planned service",
        action=legacy("Save", "service-add"),
        draft="service-add",
        fields=(
            Field("title", "What is to be commissioned", value=typed.get("title", "")),
            Field("authority", "By which authority", value=typed.get("authority", "")),
            Field(
                "stage",
                "How far it has got",
                Kind.CHOICE,
                typed.get("stage", Stage.EXPLORING.value),
                options=(
                    Option(Stage.EXPLORING, "Exploring"),
                    Option(Stage.OPEN, "Engagement open"),
                ),
            ),
            Field(
                "closes_on",
                "Last day of engagement",
                value=typed.get("closes_on", ""),
                required=False,
                help="Such as 1 March 2027. Leave it empty if there is none yet.",
            ),
            Field(
                "route",
                "Where to ask once it is closed",
                value=typed.get("route", ""),
                help="The clarification route of the tender, such as the portal's address.",
            ),
        ),
    )


def services_card(services: Sequence[PlannedService], *, is_commissioner: bool) -> Card:
    """Every planned service of a server."""
    add = (legacy("Add a service", "service-add"),) if is_commissioner else ()
    if not services:
        return Card(
            title="No planned services yet",
            text="Commissioners list what they plan to commission. You can ask for a conversation anyway.",
            actions=(legacy("Ask for a conversation", "dialogue-request"), *add),
        )
    return Card(
        title="Planned services",
        text="\n".join(
            f"- **{plain(one.title)}**, {plain(one.authority)}: {one.stage}" for one in services[:_SHOWN]
        ),
        choices=tuple(
            legacy(f"{one.title} ({one.stage})", "service-show", (str(one.id),)) for one in services[:_SHOWN]
        ),
        choose="See one",
        actions=add,
    )


def service_card(service: PlannedService, *, is_commissioner: bool) -> Card:
    """One planned service, and what can be done about it."""
    return Card(
        title=f"Planned service {service.id}",
        text=labelled(
            (
                ("What is to be commissioned", service.title),
                ("By", service.authority),
                ("Stage", service.stage),
                ("Last day of engagement", f"{service.closes_on:%-d %B %Y}" if service.closes_on else ""),
                ("Where to ask once it is closed", service.route),
            )
        ),
        note=_what_may_be_said(service),
        actions=(*_ask(service), *(_change(service) if is_commissioner else ()), _LIST),
    )


def closed_card(service: PlannedService, cancelled: int) -> Card:
    """One-to-one conversations about a service are over."""
    bookings = "1 booking was" if cancelled == 1 else f"{cancelled} bookings were"
    return Card(
        title="Closed to one-to-one conversations",
        text=(
            f"Nobody can book a conversation about “{plain(service.title)}” any more. {bookings} cancelled,"
            f" and everyone concerned is told why and where to ask instead: {plain(service.route)}"
        ),
        actions=(*_change(service), _LIST),
    )


def access_card(service: PlannedService, access: EqualAccess) -> Card:
    """Who has been met about a service, for how long, and what they were given."""
    lines = [f"- **{plain(one.organisation)}**: {_met(one)}" for one in access.organisations]
    number = str(service.id)
    draft = (legacy("Draft a note to all", "access-note", (number,)),) if access.everything else ()
    return Card(
        title=f"Equal access: planned service {service.id}",
        text="\n".join(lines) or "Nobody has asked about it yet.",
        detail="\n\n".join(_warnings(access)),
        note="Whether a difference is fair is for the authority to judge, and to record.",
        actions=(*draft, legacy("The service", "service-show", (number,))),
    )


def note_to_all_card(service: PlannedService, access: EqualAccess) -> Card:
    """A draft for the commissioner to check and send: what some were given and all should have."""
    given = _listed(access.everything) or "Nothing is on record yet."
    names = ", ".join(plain(one.organisation) for one in access.organisations)
    text = (
        f"To: {names}\n\nWe have spoken with organisations about “{plain(service.title)}”. So that"
        f" everyone knows the same, this is what we have said and shared so far:\n\n{given}"
    )
    return Card(
        title="A draft note to all who asked",
        text=text,
        note="Check it before you send it: take out what is confidential to one organisation."
        " The file has the whole of it.",
        files=(Attachment(f"note-on-service-{service.id}.txt", unmarked(text).encode()),),
        actions=(legacy("Back to equal access", "access", (str(service.id),)),),
    )


def _listed(texts: Sequence[str]) -> str:
    """Each text as a line of a list."""
    return "\n".join(f"- {plain(' '.join(text.split()))}" for text in texts)


def _warnings(access: EqualAccess) -> list[str]:
    found = []
    if access.not_met and len(access.not_met) < len(access.organisations):
        names = ", ".join(plain(name) for name in access.not_met)
        found.append(f"**Asked and not met:** {names}. Offer them the same.")
    for one in access.unequal:
        warning = f"**Warning.** {plain(one.organisation)} was given what others were not:"
        found.append(f"{warning}\n{_listed(one.shared)}")
    return found


def _met(one: Access) -> str:
    if not one.meetings:
        return "not met"
    often = "once" if one.meetings == 1 else f"{one.meetings} times"
    return f"met {often}, {one.minutes} minutes in all"


def _what_may_be_said(service: PlannedService) -> str:
    if service.is_closed:
        return "A tender notice is out, so nobody talks one to one about it: ask by the route above."
    return "Conversations are recorded, and what is shared with one organisation is to be shared with all."


def _ask(service: PlannedService) -> tuple[Action, ...]:
    if service.is_closed:
        return ()
    return (legacy("Ask for a conversation", "dialogue-request", (str(service.id),)),)


def _change(service: PlannedService) -> tuple[Action, ...]:
    number = (str(service.id),)
    steps = {
        Stage.EXPLORING: (
            legacy("Engagement is open", "service-open", number),
            legacy("A tender notice is out: close", "service-close", number),
        ),
        Stage.OPEN: (legacy("A tender notice is out: close", "service-close", number),),
        Stage.CLOSED: (
            legacy("Reopen", "service-reopen", number),
            legacy("It was awarded", "service-award", number),
        ),
        Stage.AWARDED: (),
    }
    return (*steps[service.stage], legacy("Equal access", "access", number))
