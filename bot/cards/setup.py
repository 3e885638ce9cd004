"""What an administrator sees when they set a server up."""

from collections.abc import Sequence

from bot.cards.card import Action, Card, Fact, Form
from bot.cards.faults import add_words
from bot.cards.fields import Asked, fields_of
from bot.cards.plain import plain
from bot.domain.server import Nation, ServerSettings, Setting
from bot.domain.setup_forms import LONGEST_KEPT, PlacesForm, RulesForm, SetupFault
from bot.domain.verbs.setup import SetPlaces, SetRules, Setup


def setup_card(settings: ServerSettings, lacking: Sequence[str] = ()) -> Card:
    """How the server is set up, what is missing, in order, and which permissions the bot needs where."""
    missing = settings.missing
    steps = []
    if missing:
        steps.append("Still to set, in this order:\n" + _numbered([_MISSING[one] for one in missing]))
    if lacking:
        steps.append("Permissions I still need:\n" + "\n".join(f"- {line}" for line in lacking))
    text = "\n\n".join(steps) or "Everything is set."
    return Card(
        title="Setting up",
        text=text,
        facts=(
            Fact("Moderators", _role(settings.moderator_role_id)),
            Fact("Commissioners", _role(settings.commissioner_role_id)),
            Fact("Requests and questions go to", _channel(settings.queue_channel_id)),
            Fact("Published notes go to", _channel(settings.notes_channel_id)),
            Fact("Time zone", settings.time_zone),
            Fact("Bank holidays of", settings.nation.value),
            Fact("Questions are kept for", f"{settings.retention_days} days"),
        ),
        actions=(
            Action("Roles and channels", SetPlaces()),
            Action("Time, nation and keeping", SetRules()),
            Action("Check again", Setup()),
        ),
    )


_MISSING = {
    Setting.MODERATORS: "the moderators' role",
    Setting.COMMISSIONERS: "the commissioners' role",
    Setting.QUEUE: "the channel for requests and questions",
    Setting.NOTES: "the channel for published notes",
}


def places_form(settings: ServerSettings) -> Form:
    """Choose roles and channels."""
    return Form(
        title="Roles and channels",
        action=Action("Save", SetPlaces()),
        fields=fields_of(
            PlacesForm,
            {
                "moderators": Asked("Moderators' role", value=_id(settings.moderator_role_id)),
                "commissioners": Asked("Commissioners' role", value=_id(settings.commissioner_role_id)),
                "queue": Asked("Requests and questions go to", value=_id(settings.queue_channel_id)),
                "notes": Asked("Published notes go to", value=_id(settings.notes_channel_id)),
            },
        ),
    )


def rules_form(settings: ServerSettings) -> Form:
    """Choose zone, nation and retention."""
    return Form(
        title="Time, nation and keeping",
        action=Action("Save", SetRules()),
        fields=fields_of(
            RulesForm,
            {
                "time_zone": Asked("Time zone", "Such as Europe/London.", settings.time_zone),
                "nation": Asked(
                    "Your nation",
                    "Its bank holidays count, and answers say if they apply there.",
                    value=settings.nation,
                    options={nation: nation.value for nation in Nation},
                ),
                "retention_days": Asked(
                    "Days to keep questions",
                    f"From 1 to {LONGEST_KEPT}. Older questions are deleted.",
                    str(settings.retention_days),
                ),
            },
        ),
    )


add_words(
    {
        SetupFault.NOT_A_ZONE: lambda fault, _field: (
            f"I do not know the time zone “{plain(str(fault.facts['typed']))}”."
            " Write one such as Europe/London."
        )
    }
)


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _role(role_id: int | None) -> str:
    return f"<@&{role_id}>" if role_id else "not set"


def _channel(channel_id: int | None) -> str:
    return f"<#{channel_id}>" if channel_id else "not set"


def _id(value: int | None) -> str:
    return str(value) if value else ""
