"""What is said about planned services, and about who has been met on each."""

from collections.abc import Sequence

from bot.cards.card import Action, Attachment, Card, Form
from bot.cards.dates import day
from bot.cards.dialogue.buttons import button, service_buttons
from bot.cards.dialogue.fields import form_of
from bot.cards.dialogue.words import STAGES
from bot.cards.fields import Asked
from bot.cards.pages import paged, text_page
from bot.cards.plain import count, labelled, plain, unmarked
from bot.domain.dialogue.access import Access, EqualAccess
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.forms import ServiceForm
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.states import Stage
from bot.domain.errors import Thing
from bot.domain.verbs.dialogue.planned import AddService, DraftNoteToAll, ListServices, SeeAccess
from bot.domain.verbs.dialogue.requests import AskForConversation
from bot.services.dialogue.views import ServiceView

_LIST = Action("All planned services", ListServices())
_ADD = Action("Add a service", AddService())


def service_form() -> Form:
    """Say what is to be commissioned."""
    asked = {
        "title": Asked("What is to be commissioned"),
        "authority": Asked("By which authority"),
        "stage": Asked(
            "How far has it got?",
            value=Stage.EXPLORING,
            options={Stage.EXPLORING: "Exploring", Stage.OPEN: "Engagement open"},
        ),
        "closes_on": Asked(
            "Last day of engagement", "Such as 1 March 2027. Leave it empty if there is none yet."
        ),
        "route": Asked(
            "Where to ask once it is closed",
            "The clarification route of the tender, such as the portal's address.",
        ),
    }
    return form_of(ServiceForm, "A planned service", Action("Save", AddService()), asked)


def services_card(services: Sequence[PlannedService], page: int, *, can_add: bool) -> Card:
    """Every planned service of a server."""
    add = (_ADD,) if can_add else ()
    if not services:
        return Card(
            title="No planned services yet",
            text="Commissioners list what they plan to commission. You can ask for a conversation anyway.",
            actions=(Action("Ask for a conversation", AskForConversation()), *add),
        )
    shown = paged(services, page, lambda other: ListServices(page=other))
    return Card(
        title="Planned services",
        text="\n".join(
            f"- **{plain(one.title)}**, {plain(one.authority)}: {STAGES[one.stage]}" for one in shown.items
        ),
        choices=tuple(
            Action(f"{one.title} ({STAGES[one.stage]})", button(Thing.SERVICE, Act.SEE, one.id).verb)
            for one in shown.items
        ),
        choose="See one",
        note=shown.note,
        actions=(*shown.actions, *add),
    )


def service_card(view: ServiceView) -> Card:
    """One planned service, and what can be done about it."""
    service = view.service
    return Card(
        title=f"Planned service {service.id}",
        text=labelled(
            (
                ("What is to be commissioned", service.title),
                ("By", service.authority),
                ("Stage", STAGES[service.stage]),
                ("Last day of engagement", day(service.closes_on) if service.closes_on else ""),
                ("Where to ask once it is closed", service.route),
            )
        ),
        note=_NOTE_CLOSED if service.is_closed else _NOTE_OPEN,
        actions=(*service_buttons(view), _LIST),
    )


_NOTE_CLOSED = "A tender notice is out, so no one can talk one to one about it. Use the route above."
_NOTE_OPEN = "Conversations are recorded. Anything shared with one organisation is shared with all."


def closed_card(view: ServiceView, cancelled: int) -> Card:
    """One-to-one conversations about a service are over."""
    title, route = plain(view.service.title), plain(view.service.route)
    bookings = f"{count(cancelled, 'booking')} {'was' if cancelled == 1 else 'were'} cancelled"
    return Card(
        title="Closed to one-to-one conversations",
        text=(
            f"No one can book a conversation about “{title}” any more. {bookings}. Everyone concerned is"
            f" being told, and where to ask instead: {route}"
        ),
        actions=(*service_buttons(view), _LIST),
    )


def access_card(service: PlannedService, access: EqualAccess, page: int) -> Card:
    """Who has been met about a service, for how long, and what they were given."""
    lines = [f"- **{plain(one.organisation)}**: {_met(one)}" for one in access.organisations]
    whole = "\n\n".join(("\n".join(lines) or "No one has asked about it yet.", *_warnings(access)))
    text, turned, turn = text_page(whole, page, lambda other: SeeAccess(service.id, page=other))
    draft = (Action("Draft a note to all", DraftNoteToAll(service.id)),) if access.everything else ()
    fair = "Whether a difference is fair is for the authority to judge, and to record."
    return Card(
        title=f"Equal access: planned service {service.id}",
        text=text,
        note=f"{turned}. {fair}" if turned else fair,
        actions=(*turn, *draft, button(Thing.SERVICE, Act.SEE, service.id)),
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
        note="Check it before you send it. Take out what is confidential to one organisation."
        " The file has all of it.",
        files=(Attachment(f"note-on-service-{service.id}.txt", unmarked(text).encode()),),
        actions=(Action("Back to equal access", SeeAccess(service.id)),),
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
    return f"met {often}, {count(one.minutes, 'minute')} in all"
