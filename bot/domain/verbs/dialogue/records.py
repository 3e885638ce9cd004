"""What was said in a conversation, and what was promised."""

from dataclasses import KW_ONLY

from bot.domain.verb import Verb, verb


@verb("record")
class WriteRecord(Verb):
    """Write the first half of a record."""

    number: int


@verb("record-more")
class FinishRecord(Verb):
    """Write the second half of a record and save it."""

    number: int


@verb("record-show")
class SeeRecord(Verb):
    """Show a record."""

    number: int
    _: KW_ONLY
    page: int = 1


@verb("confirm-record")
class ConfirmRecord(Verb):
    """Say that a record is right."""

    number: int


@verb("record-add")
class AddToRecord(Verb):
    """Add to a record."""

    number: int


@verb("keep-commitment")
class KeepCommitment(Verb):
    """Say that a commitment of a record has been met."""

    number: int
    _: KW_ONLY
    commitment: int


@verb("publish-record")
class PublishRecord(Verb):
    """Post the summary of a record."""

    number: int
