"""What is said on Discord alone: lines around a card, names of threads, and why the bot could not start."""

from bot.cards.card import Card
from bot.cards.plain import plain
from bot.cards.refusals import add_words
from bot.domain.errors import Blocked, CannotPost, NotAMember, Restarting, StaleCommand

ANSWER_THIS = "Answer this"
OWN_THREAD = "Messages from Parley"

TOKEN_REFUSED = "Discord refuses the token. Set DISCORD_TOKEN to the one on the Bot page of your application."  # noqa: S105
INTENT_REFUSED = "Discord refuses an intent of this bot, though it asks for no privileged one."

_PERMISSIONS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
    "create_private_threads": "Create Private Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "attach_files": "Attach Files",
}
"""Discord's own names of what the bot needs in a channel, by the names in its interface for programs."""


def start_refused(status: int, code: int) -> str:
    """Discord refused, for another reason."""
    return f"Discord refuses to let us start (status {status}, code {code})."


def not_reached(error: str) -> str:
    """There was no connection."""
    return f"Discord cannot be reached ({error}). Check the network and try again."


def closed(code: int) -> str:
    """The connection was closed for good."""
    return f"Discord closed the connection (code {code})."


def from_server(name: str) -> str:
    """The line below a direct message that says which server it is about."""
    return f"From the server {plain(name)}."


def shared_by(mention: str) -> str:
    """The line below a card that someone had posted."""
    return f"Shared by {mention}"


def for_person(user_id: int) -> str:
    """The line below a card that is posted in a thread because direct messages are closed."""
    return (
        f"For <@{user_id}>, whose direct messages are closed."
        " People who can manage threads here can read this too."
    )


def thread_name(booking_id: int) -> str:
    """The thread of a conversation."""
    return f"Conversation {booking_id}"


def missing_permission(channel_id: int, permission: str) -> str:
    """One line of what the bot still needs; without a permission, it does not even see the channel."""
    if not permission:
        return f"<#{channel_id}>: I cannot see this channel (View Channel), or it has been deleted"
    return f"<#{channel_id}>: {_PERMISSIONS[permission]}"


NEEDED = tuple(_PERMISSIONS)
"""What the bot needs in each channel that a server gives it."""

_CANNOT_POST = {
    Blocked.KIND: "I cannot write messages in a channel of this kind. Ask me in another one.",
    Blocked.PERMISSION: (
        "I am not allowed to write in this channel. Ask an administrator to let me send messages here."
    ),
    Blocked.FAILED: "Discord did not take the message. Nothing was shared; please try again.",
}

add_words(
    {
        CannotPost: lambda error: Card(title="I could not share that", text=_CANNOT_POST[error.why]),
        NotAMember: lambda _error: Card(
            title="You cannot do that here",
            text="You have left that server, or I have. Ask one of its moderators.",
        ),
        Restarting: lambda _error: Card(
            title="Please wait a minute",
            text="I am being restarted in the middle of this. Nothing has changed; please do it again soon.",
        ),
        StaleCommand: lambda _error: Card(
            title="That command has changed",
            text="Restart Discord to see the commands that there are now, or type /help.",
        ),
    }
)
