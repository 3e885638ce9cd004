"""Every error that Parley raises on purpose. The text of each is fit to show to a person.

ParleyError
├── KnowledgeFaulty     the knowledge base cannot be used as it is
├── SettingsFaulty      a setting has a value that cannot be used
├── StorageFaulty       the database cannot be opened
├── QuestionsFaulty     a file of questions to evaluate cannot be read
├── NoSuchEntry         no answer has that id
└── NoSuchAction        a button or command that this version does not know
"""


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
