"""What comes before any search: help for people in distress, and where and in which language they ask."""

from dataclasses import dataclass, field

from bot.domain.answer import Help, NoAnswer
from bot.domain.distress import HelpCards
from bot.domain.entry import Signpost
from bot.domain.places import Places

_WELSH = "Cymraeg"


@dataclass(frozen=True, slots=True)
class Guide:
    """The cards for distress, and the places of the other nations."""

    help: HelpCards = field(default_factory=HelpCards)
    places: Places = field(default_factory=Places)

    def before(self, message: str) -> Help | NoAnswer | None:
        """What a message gets without being searched for; None where it is searched."""
        card = self.help.match(message)
        if card is not None:
            return Help(card)
        if self.places.is_welsh(message):
            line = Signpost("welsh-language", _WELSH, self.places.welsh_line, ())
            return NoAnswer((), 0.0, line)
        return None
