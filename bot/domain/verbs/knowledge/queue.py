"""What people leave behind: unanswered questions, suggestions and phrasings to learn."""

from bot.domain.verb import Verb, verb


@verb("knowledge-unanswered", command="knowledge unanswered")
class SeeUnanswered(Verb):
    """List the questions that got no good answer."""

    page: int = 1


@verb("knowledge-case")
class SeeCase(Verb):
    """Show one group of unanswered questions."""

    key: str


@verb("knowledge-claim")
class ClaimCase(Verb):
    """Say that you are working on a group of unanswered questions."""

    key: str


@verb("knowledge-phrase")
class AddPhrasings(Verb):
    """Add unanswered questions to an existing answer."""

    key: str


@verb("knowledge-start")
class StartEntry(Verb):
    """Begin a new answer for unanswered questions."""

    key: str


@verb("knowledge-set-aside")
class SetAside(Verb):
    """Leave unanswered questions without an answer, with a reason."""

    key: str


@verb("knowledge-suggestions", command="knowledge suggestions")
class SeeSuggestions(Verb):
    """List what readers suggested and what people's picks taught."""

    page: int = 1


@verb("knowledge-suggestion")
class SeeSuggestion(Verb):
    """Show one suggestion."""

    number: int


@verb("knowledge-take")
class AcceptSuggestion(Verb):
    """Say that an answer was changed as suggested."""

    number: int


@verb("knowledge-leave")
class DeclineSuggestion(Verb):
    """Say that nothing is done about a suggestion."""

    number: int


@verb("knowledge-learned")
class SeeLearned(Verb):
    """Show a phrasing that people's picks taught."""

    number: int


@verb("knowledge-accept")
class AcceptLearned(Verb):
    """Put a learned phrasing into a draft of its answer."""

    number: int


@verb("knowledge-decline")
class DeclineLearned(Verb):
    """Leave a learned phrasing out."""

    number: int
