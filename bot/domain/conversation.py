"""What a message means after an answer: a question of its own, or one about that answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.answer import Answer, Help, NoAnswer, Outcome, Suggestions
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.domain.retrieval.noise import without_noise
from bot.domain.retrieval.normalise import telling, words

_LONGEST = 12
"""Words of the longest message that may lean on the answer before it."""
_TELLING = 3
"""Telling words from which a message is complete in itself, unless it begins as a follow-up does."""


class Facet(StrEnum):
    """What someone wants to know about an answer that they have read."""

    WHY = "why"
    SOURCE = "source"
    MORE = "more"
    DATE = "date"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class About:
    """The message asks this of the answer that was just given."""

    entry: Entry
    facet: Facet


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The outcome of a message together with the last answer; `question` is what was searched for."""

    question: str
    outcome: Outcome


Understood = About | FollowUp

_FACETS = (
    (
        Facet.SOURCE,
        r"(?:what(?:'s| is| are)? )?(?:the |your )?(?:source|sources|reference|references|citation"
        r"|link|evidence)s?|(?:says|said) who|where (?:does|did|do) (?:it|that|this|you) (?:say|come"
        r"|get|find)(?: that| from| this| it)*|(?:where|what) is (?:that|this|it) (?:from|based on)"
        r"|how do you know(?: that)?|(?:can you )?(?:show|give) me (?:the |a )?(?:source|law|link)"
        r"|which (?:law|act|section)(?: is (?:that|it|this))?|(?:is (?:that"
        r"|there) (?:in )?(?:the )?law)",
    ),
    (
        Facet.WHY,
        r"(?:but |and )?(?:why|how come|what for)(?: (?:is|was|does|do|not|so|though)(?: (?:that|it"
        r"|this|so|they|the case))*)?|for what reason|(?:what is|what's) the (?:reason"
        r"|point)(?: of (?:that|it|this))?",
    ),
    (
        Facet.DATE,
        r"(?:since |from )?when(?: (?:was|is|did) (?:that|this|it)(?: (?:start|change|written|checked"
        r"|updated|come in|come into force))*)?|is (?:that|this|it) (?:still )?(?:up to date|current"
        r"|true|in force)|how (?:old|recent) is (?:that|this|it)",
    ),
    (
        Facet.NEXT,
        r"(?:so |and |ok |okay )?(?:what (?:do|should|can) (?:i|we) do(?: (?:now|next|then|about (?:it"
        r"|that)))*|what(?:'s| is)? next|(?:and )?(?:then|now) what|what now|how do (?:i"
        r"|we) (?:do that|start|go about (?:it|that)))",
    ),
    (
        Facet.MORE,
        r"(?:can you |could you )?(?:tell me more|say more|more|more detail|more details|go on|explain"
        r"|explain (?:that|it|more)|elaborate|expand(?: on that)?|(?:give me )?an example|for example"
        r"|such as|like what|in what way|meaning|what does that mean|i do not (?:understand|get it)"
        r"|huh)",
    ),
)
_PATTERNS = tuple((facet, re.compile(rf"(?:{pattern})\W*\Z", re.IGNORECASE)) for facet, pattern in _FACETS)
_LEANS = re.compile(
    r"(?:and|but|or|so|what about|how about|what if|also|then|same for|does (?:that|this|it)"
    r"|do (?:those|these|they)|is (?:that|this|it)|are (?:those|these|they)|can (?:that|this|it|they)"
    r"|would (?:that|this|it)|even|only|except"
    r"|for|in|with|without|if|how (?:much|many|long|soon|often)|who|which|by when|when|where)\b",
    re.IGNORECASE,
)
_ACKNOWLEDGED = frozenset({
    "thanks", "thank", "you", "ok", "okay", "great", "good", "fine", "yes", "no", "cheers", "ta",
    "hello", "hi", "hey", "bye", "please", "right", "sure", "cool", "lovely", "so", "much", "very",
    "that", "is", "it", "perfect", "brilliant", "helpful", "got",
})  # fmt: skip
"""Words of messages that ask nothing."""
_REFERS = frozenset(
    {"that", "this", "it", "those", "these", "they", "them", "same", "either", "one", "there"}
)


def understood(base: KnowledgeBase, last: Entry, message: str) -> Understood | None:
    """What a message means after `last` was answered; None where it is complete in itself.

    Something is only asserted where both together are sure and the message alone is not about another entry.
    """
    said = without_noise(message).strip()
    plain = " ".join(re.sub(r"n't\b", " not", said.replace("\u2019", "'")).split())
    for facet, pattern in _PATTERNS:
        if pattern.match(plain):
            return About(last, facet)
    if not leans(said):
        return None
    alone = base.answer(said)
    question = f"{said} {last.title}"
    both = base.answer(question)
    return FollowUp(question, _sum(base, last, alone, both))


def leans(message: str) -> bool:
    """The message is short, and begins or points as a message does that continues from the last one."""
    found = words(message)
    if not found or len(found) > _LONGEST or _ACKNOWLEDGED.issuperset(found):
        return False
    about = telling(found)
    if not about or len(about) < 2:
        return True
    pointing = not _REFERS.isdisjoint(found)
    return (bool(_LEANS.match(message)) or pointing) and len(about) <= _TELLING


def _sum(base: KnowledgeBase, last: Entry, alone: Outcome, both: Outcome) -> Outcome:
    """The message's own outcome where that is sure; else that of both, but not the same answer again."""
    near = {last.id, *(link.entry_id for link in last.related)}
    ranked = tuple(each for each in both.ranked if each.entry.id != last.id) or both.ranked
    if isinstance(alone, Answer) and alone.entry.id != last.id:
        if ranked and ranked[0].entry.id == alone.entry.id:
            return alone
        offers = (alone.entry, *(each.entry for each in ranked))
        return Suggestions(alone.ranked, alone.confidence, tuple(dict.fromkeys(offers))[:3])
    known = {each.entry.id for each in alone.ranked}
    agreed = [each for each in ranked if each.entry.id in known and _is_close(each.entry, last, near)]
    if isinstance(both, NoAnswer | Help) or not ranked:
        return alone
    if agreed and agreed[0].entry.id == alone.ranked[0].entry.id and not isinstance(alone, NoAnswer):
        return Answer((agreed[0], *(each for each in ranked if each != agreed[0])), both.confidence)
    offered = tuple(each.entry for each in (*agreed, *ranked))
    return Suggestions(ranked, both.confidence, tuple(dict.fromkeys(offered))[:3])


def _is_close(entry: Entry, last: Entry, near: set[str]) -> bool:
    """The entry is of the same subject, or the last answer points to it."""
    return entry.topic == last.topic or entry.id in near


_NUMBERED = re.compile(
    r"(?m)^\s*(?:\(?\d{1,2}[.):]|\(?[a-h][.)]|[-*\u2022])\s+|(?<=\s)(?:\(?[1-9][):]|\([a-h]\))\s+"
)
_ASKING = (
    r"(?:what|how|who|when|where|which|why|do|does|did|can|could|is|are|must|should|will|would|has|have)\b"
)
_APART = re.compile(rf"(?i)(?<=\?)\s+(?=\w)|,? (?:and|also) (?={_ASKING})")
_BEGINS_ASKING = re.compile(rf"(?i)\W*(?:and |also |or )?{_ASKING}")
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a message, and its outcome."""

    question: str
    outcome: Outcome


def asked_apart(message: str) -> list[str]:
    """The questions of a message that asks several, numbered, in lines or in one; else the message."""
    said = without_noise(message)
    pieces = [piece.strip() for piece in _NUMBERED.split(said)]
    numbered = len(pieces) > 2
    pieces = pieces if numbered else [line.strip() for line in said.splitlines()]
    asked = [part for piece in pieces for part in _split(piece) if words(part)]
    lead = bool(asked) and bool(re.search(r":\W*\Z", asked[0]))
    asked = asked[1:] if lead else asked
    every = len(asked) > 1 and (lead or numbered or all(_asks(piece) for piece in asked))
    return asked[:_MOST_PARTS] if every else [message]


def answered_apart(base: KnowledgeBase, message: str) -> list[Part]:
    """Each question of a message that asks several, with its outcome, unanswered ones too.

    One that leans on the first, such as `who leads?`, is searched for together with it.
    """
    asked = asked_apart(message)
    texts = [text if n == 0 or not leans(text) else f"{text} {asked[0]}" for n, text in enumerate(asked)]
    return [Part(question, found) for question, found in zip(asked, base.answer_many(texts), strict=True)]


def _split(piece: str) -> list[str]:
    """The questions of one line, where each of its parts asks something."""
    parts = [part.strip(" ,;") for part in _APART.split(piece)]
    return parts if all(_asks(part) for part in parts) else [piece]


def _asks(line: str) -> bool:
    return line.rstrip().endswith("?") or bool(_BEGINS_ASKING.match(line))


def without_also(outcome: Outcome) -> Outcome:
    """An outcome without what answers other questions, where those have answers of their own."""
    return outcome if isinstance(outcome, NoAnswer | Help) else replace(outcome, also=())


def joined(parts: Sequence[Part]) -> Outcome:
    """One outcome for all of the parts, for a front end that shows one: the first that has an answer."""
    answered = [part.outcome for part in parts if isinstance(part.outcome, Answer)]
    first = answered[0] if answered else parts[0].outcome
    if isinstance(first, NoAnswer | Help):
        return first
    also = dict.fromkeys(each.entry for each in answered if each is not first)
    return replace(first, also=tuple(entry for entry in also if entry.id != first.ranked[0].entry.id))
