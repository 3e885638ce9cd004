"""Reading answers, and saying what one thinks of them."""

from dataclasses import KW_ONLY

from bot.domain.verb import Verb, verb


@verb("show", command="show", in_discord=False)
class Show(Verb):
    """Show an answer; with `asked_id`, as the outcome of that question."""

    entry_id: str
    _: KW_ONLY
    asked_id: int | None = None
    reply_to: int | None = None


@verb("look")
class Look(Verb):
    """Show an answer below the card that led to it."""

    entry_id: str


@verb("read")
class Read(Verb):
    """Show the whole of an answer, a page at a time from 1."""

    entry_id: str
    _: KW_ONLY
    page: int = 1
    asked_id: int | None = None
    reply_to: int | None = None


@verb("sources")
class Sources(Verb):
    """Show where an answer comes from."""

    entry_id: str
    _: KW_ONLY
    asked_id: int | None = None
    reply_to: int | None = None


@verb("browse", command="browse")
class Browse(Verb):
    """List the subjects; where `below`, the card that led here stays."""

    _: KW_ONLY
    below: bool = False


@verb("topic")
class Topic(Verb):
    """List the answers on one subject."""

    topic: str
    _: KW_ONLY
    page: int = 1


@verb("help", command="help")
class SeeHelp(Verb):
    """Say what the bot can do for this person."""


@verb("vote")
class Vote(Verb):
    """Say whether an answer helped."""

    asked_id: int
    _: KW_ONLY
    helpful: bool
    reply_to: int | None = None


@verb("not-meant")
class NotMeant(Verb):
    """Ask for the other answers that came near."""

    asked_id: int
    _: KW_ONLY
    reply_to: int | None = None


@verb("meant")
class Meant(Verb):
    """Say which answer was meant."""

    asked_id: int
    _: KW_ONLY
    entry_id: str
    reply_to: int | None = None


@verb("share")
class Share(Verb):
    """Show an answer to everyone in the channel; `picked` where it is not the one that was found."""

    asked_id: int
    _: KW_ONLY
    picked: str | None = None


@verb("reply")
class Reply(Verb):
    """Answer someone's message with an answer, for everyone."""

    asked_id: int
    _: KW_ONLY
    reply_to: int
    picked: str | None = None


@verb("refer")
class Refer(Verb):
    """Pass a question on to the moderators."""

    asked_id: int | None = None


@verb("book-about")
class BookAbout(Verb):
    """Ask for a conversation about the subject of an answer."""

    entry_id: str


@verb("suggest-change")
class SuggestChange(Verb):
    """Say what is wrong with an answer."""

    entry_id: str
