"""What an administrator sees when they set a server up."""

from collections.abc import Sequence

from bot.cards.card import Card, Fact, Field, Form, Option, legacy
from bot.domain.forms import Kind
from bot.domain.server import Nation, ServerSettings


def setup_card(settings: ServerSettings, lacking: Sequence[str] = ()) -> Card:
    """How the server is set up, what is missing, in order, and which permissions the bot lacks where."""
    missing = settings.missing
    steps = ["Still to set, in this order:\n" + _numbered(missing)] if missing else []
    if lacking:
        steps.append("Permissions that I lack:\n" + "\n".join(f"- {line}" for line in lacking))
    text = "\n\n".join(steps) or "Everything is set."
    return Card(
        title="Setting up",
        text=text,
        facts=(
            Fact("Moderators", _role(settings.moderator_role_id)),
            Fact("Commissioners", _role(settings.commissioner_role_id)),
            Fact("Unanswered questions go to", _channel(settings.queue_channel_id)),
            Fact("Published notes go to", _channel(settings.notes_channel_id)),
            Fact("Time zone", settings.time_zone),
            Fact("Bank holidays of", settings.nation.value),
            Fact("Questions are kept for", f"{settings.retention_days} days"),
        ),
        actions=(
            legacy("Roles and channels", "set-places"),
            legacy("Time, nation and keeping", "set-rules"),
            legacy("Check again", "setup"),
        ),
    )


def places_form(settings: ServerSettings) -> Form:
    """Choose roles and channels."""
    return Form(
        title="Roles and channels",
        action=legacy("Save", "set-places"),
        fields=(
            Field(
                "moderators",
                "Moderators' role",
                Kind.ROLE,
                _id(settings.moderator_role_id),
                required=False,
            ),
            Field(
                "commissioners",
                "Commissioners' role",
                Kind.ROLE,
                _id(settings.commissioner_role_id),
                required=False,
            ),
            Field(
                "queue",
                "Unanswered questions go to",
                Kind.CHANNEL,
                _id(settings.queue_channel_id),
                required=False,
            ),
            Field(
                "notes",
                "Published notes go to",
                Kind.CHANNEL,
                _id(settings.notes_channel_id),
                required=False,
            ),
        ),
    )


def rules_form(settings: ServerSettings) -> Form:
    """Choose zone, nation and retention."""
    return Form(
        title="Time, nation and keeping",
        action=legacy("Save", "set-rules"),
        fields=(
            Field(
                "time_zone", "Time zone", value=settings.time_zone, help="Such as Europe/London.", limit=60
            ),
            Field(
                "nation",
                "Whose bank holidays count",
                Kind.CHOICE,
                settings.nation.value,
                options=tuple(Option(nation.value, nation.value) for nation in Nation),
            ),
            Field(
                "retention_days",
                "Days to keep questions",
                value=str(settings.retention_days),
                help="From 1 to 36500. Older questions are deleted.",
                limit=5,
            ),
        ),
    )


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _role(role_id: int | None) -> str:
    return f"<@&{role_id}>" if role_id else "not set"


def _channel(channel_id: int | None) -> str:
    return f"<#{channel_id}>" if channel_id else "not set"


def _id(value: int | None) -> str:
    return str(value) if value else ""
