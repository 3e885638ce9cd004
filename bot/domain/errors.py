"""Every error that Parley raises on purpose. The text of each is fit to show to a person.

ParleyError
├── KnowledgeFaulty     the knowledge base cannot be used as it is
├── SettingsFaulty      a setting has a value that cannot be used
├── StorageFaulty       the database cannot be opened
├── QuestionsFaulty     a file of questions to evaluate cannot be read
├── NoSuchEntry         no answer has that id
├── NoSuchAction        a button or command that this version does not know
├── NotAllowed          this person may not do that here
├── TooFast             this person has asked more than their share for now
├── AnswerForgotten     a button of an answer that is no longer in the log
├── AlreadyShared       an answer is shared once
├── CannotPost          a card could not be shown to others
├── NotNow              this could be done, but not in the state that things are in
├── NoSuchDialogue      nothing of that number in this server's dialogue
├── ServiceClosed       one-to-one conversations about a service are over; says where to ask instead
├── TooMany             this person holds as many as one person may
├── ToMend              something that was filled in has to be mended
├── EntryFaulty         an entry cannot be published as it is written
├── NoSuchDraft         a draft that has been published, discarded, or never was here
├── NoSuchRevision      an entry never had that version here
├── Overtaken           somebody else has published since this was begun
├── GateClosed          a change needs a second moderator first
├── AlreadySettled      somebody else has dealt with this
├── ImportRefused       a file of entries cannot be taken in
└── EmptyText           something was to be written, and nothing was
"""

from collections.abc import Sequence


class ParleyError(Exception):
    """An error whose text says what is wrong and what to do next."""


class KnowledgeFaulty(ParleyError):
    """The knowledge base cannot be used as it is."""


class SettingsFaulty(ParleyError):
    """A setting has a value that cannot be used."""


class StorageFaulty(ParleyError):
    """The database cannot be opened."""


class QuestionsFaulty(ParleyError):
    """A file of questions to evaluate cannot be read."""


class NoSuchEntry(ParleyError):
    """No answer has that id."""


class NoSuchAction(ParleyError):
    """A button or command that this version does not know."""


class NotAllowed(ParleyError):
    """This person may not do that here."""


class TooFast(ParleyError):
    """This person has asked more than their share for now."""


class AnswerForgotten(ParleyError):
    """A button of an answer that is no longer in the log."""


class AlreadyShared(ParleyError):
    """An answer is shared once."""


class EmptyText(ParleyError):
    """Something was to be written, and nothing was."""


class CannotPost(ParleyError):
    """A card could not be shown to others."""


class NotNow(ParleyError):
    """This could be done, but not in the state that things are in."""


class NoSuchDialogue(ParleyError):
    """Nothing of that number in this server's dialogue."""


class ServiceClosed(ParleyError):
    """One-to-one conversations about a service are over; the text says where to ask instead."""


class TooMany(ParleyError):
    """This person holds as many as one person may."""


class ToMend(ParleyError):
    """Something that was filled in has to be mended; the text says what and how."""


class EntryFaulty(ParleyError):
    """An entry cannot be published as it is written; `faults` says why, a sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("This cannot be published yet:\n" + "\n".join(f"- {fault}" for fault in faults))
        self.faults = tuple(faults)


class NoSuchDraft(ParleyError):
    """A draft that has been published, discarded, or never was here."""


class DraftInTheWay(ParleyError):
    """A moderator's own draft would be lost by this."""


class NoSuchRevision(ParleyError):
    """An entry never had that version here."""


class Overtaken(ParleyError):
    """Somebody else has published since this was begun."""


class GateClosed(ParleyError):
    """A change needs a second moderator first."""


class AlreadySettled(ParleyError):
    """Somebody else has dealt with this."""


class ImportRefused(ParleyError):
    """A file of entries cannot be taken in."""
