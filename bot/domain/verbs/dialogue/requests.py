"""Asking for a conversation, and who takes it on."""

from dataclasses import KW_ONLY

from bot.domain.verb import Verb, verb


@verb("dialogue-request", command="dialogue request")
class AskForConversation(Verb):
    """Begin a request; `service` is the planned service that it is about."""

    service: int | None = None


@verb("request-more")
class SendRequest(Verb):
    """Fill in the rest of a request and send it."""


@verb("dialogue-mine", command="dialogue mine")
class SeeMine(Verb):
    """List what this person has asked for, has taken on and has booked."""

    _: KW_ONLY
    page: int = 1


@verb("dialogue-queue", command="dialogue queue")
class SeeQueue(Verb):
    """List the requests that are waiting."""

    _: KW_ONLY
    page: int = 1


@verb("messages", command="messages", in_discord=False)
class SeeMessages(Verb):
    """Show what has come for this person, where nothing is sent."""


@verb("request")
class SeeRequest(Verb):
    """Show one request."""

    number: int


@verb("claim")
class Claim(Verb):
    """Take a request on."""

    number: int


@verb("hand-over")
class HandOver(Verb):
    """Give a request to a colleague; without one, choose who."""

    number: int
    _: KW_ONLY
    to: int | None = None
    page: int = 1


@verb("give-back")
class GiveBack(Verb):
    """Put a request back into the queue."""

    number: int


@verb("decline")
class Decline(Verb):
    """Turn a request down, with a reason."""

    number: int


@verb("withdraw")
class Withdraw(Verb):
    """Take a request back."""

    number: int
