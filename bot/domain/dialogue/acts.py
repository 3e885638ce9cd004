"""Who does what to a thing: the acts, the parts that people have, and the tables that say what is allowed."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from bot.domain.errors import ConditionUnmet, Thing, WrongPart, WrongState


class Part(StrEnum):
    """The part of a person in one conversation. The holder is the commissioner who has taken it on."""

    ASKER = "asker"
    HOLDER = "holder"
    COMMISSIONER = "commissioner"
    MODERATOR = "moderator"
    OTHER = "other"


class Act(StrEnum):
    """What people do, in the order in which it is offered."""

    SEE = "see"
    ASK = "ask"
    CONFIRM = "confirm"
    ADD_TO = "add-to"
    CLAIM = "claim"
    BOOK = "book"
    TURN_DOWN = "turn-down"
    OFFER = "offer"
    HAND_OVER = "hand-over"
    GIVE_BACK = "give-back"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    TOOK_PLACE = "took-place"
    NO_SHOW = "no-show"
    WRITE = "write"
    MOVE = "move"
    MOVE_ANYWHERE = "move-anywhere"
    CANCEL = "cancel"
    NOTE = "note"
    KEEP = "keep"
    PUBLISH = "publish"
    ADD = "add"
    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    AWARD = "award"
    COMPARE = "compare"
    SET_RULES = "set-rules"
    ADD_WINDOW = "add-window"
    REMOVE_WINDOW = "remove-window"
    PAUSE = "pause"
    RESUME = "resume"


class Condition(StrEnum):
    """What can be true of a thing as well as its state, and decides what can be done."""

    BEGUN = "begun"
    """The time of the conversation has come."""
    SAID = "said"
    """This person has said whether it took place."""
    RECORDED = "recorded"
    """Its record has been written."""
    OVER = "over"
    """The last day of engagement on its service has passed, or a tender notice is out."""
    SUMMARISED = "summarised"
    """The record has a summary for everyone."""
    POSTED = "posted"
    """The summary has been posted."""
    HAS_CHANNEL = "has-channel"
    """The server has a channel for published notes."""
    UNKEPT = "unkept"
    """A commitment of the record has not been met yet."""


Conditions = Set[Condition]
NOTHING: Conditions = frozenset()
StateT = TypeVar("StateT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Rule:
    """What must be true for an act, and what must not."""

    needs: tuple[Condition, ...] = ()
    bars: tuple[Condition, ...] = ()

    def unmet(self, holding: Conditions) -> Condition | None:
        """The first condition that prevents it."""
        missing = (one for one in self.needs if one not in holding)
        return next(missing, next((one for one in self.bars if one in holding), None))


_ALWAYS = Rule()


@dataclass(frozen=True, slots=True)
class Table(Generic[StateT]):
    """Every step that is allowed: from a state, by an act, for a part, to a state."""

    thing: Thing
    steps: Mapping[tuple[StateT, Act, Part], StateT]
    rules: Mapping[Act, Rule] = field(default_factory=dict)

    def acts(self, state: StateT, part: Part, holding: Conditions) -> tuple[Act, ...]:
        """The acts that a person can do now, in the order in which they are offered."""
        able = (act for act in Act if (state, act, part) in self.steps)
        return tuple(act for act in able if self.rules.get(act, _ALWAYS).unmet(holding) is None)

    def after(
        self, state: StateT, act: Act, part: Part, number: int, holding: Conditions = NOTHING
    ) -> StateT:
        """The state that the step leads to; `number` is that of the thing, for what is refused.

        Raises WrongPart, WrongState or ConditionUnmet.
        """
        reached = self.steps.get((state, act, part))
        if reached is None:
            if part not in {who for (_, done, who) in self.steps if done is act}:
                raise WrongPart(self.thing, number, act, part)
            raise WrongState(self.thing, number, state, act)
        unmet = self.rules.get(act, _ALWAYS).unmet(holding)
        if unmet is not None:
            raise ConditionUnmet(self.thing, number, act, unmet)
        return reached
