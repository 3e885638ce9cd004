"""Text as words: case, contractions, shorthand, section names and stems brought to one form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from sys import intern

import Stemmer

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})  # noqa: RUF001
_CONTRACTIONS = (
    (re.compile(r"\b(ca|wo|sha)n't\b"), lambda m: {"ca": "can", "wo": "will", "sha": "shall"}[m[1]] + " not"),
    (re.compile(r"n't\b"), lambda _: " not"),
    (re.compile(r"\b(what|who|where|when|how|why|it|that|there|here|he|she)'s\b"), lambda m: f"{m[1]} is"),
    (re.compile(r"'s\b"), lambda _: ""),
    (re.compile(r"'d\b"), lambda _: " would"),
    (re.compile(r"'ll\b"), lambda _: " will"),
    (re.compile(r"'re\b"), lambda _: " are"),
    (re.compile(r"'ve\b"), lambda _: " have"),
    (re.compile(r"'m\b"), lambda _: " am"),
)
_MENTION = re.compile(r"<@[&!]?\d+>|@(?:everyone|here)\b")
_SECTION = re.compile(r"\b(?:ss?|sec|section)\.?\s?(?=\d)")
_RECOMMENDATION = re.compile(
    r"\brec(?:ommendation|s)?\.?\s?(?:no\.?|number|#)?\s?(?=\d|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
    "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
_COUNTED = {"recommendation", "outcome", "principle", "section", "paragraph", "compact", "number"}
_FUNCTION_WORDS = frozenset({
    "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "doing",
    "done", "else", "ever", "for", "from", "get", "give", "go", "got", "had", "has", "have", "having",
    "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "let",
    "like", "may", "me", "might", "mine", "more", "much", "must", "my", "no", "not", "now", "of", "off",
    "ok", "okay", "on", "one", "or", "other", "our", "out", "over", "please", "put", "s", "same", "say",
    "see", "she", "should", "so", "some", "tell", "than", "thank", "thanks", "that", "the", "their",
    "them", "then", "there", "these", "they", "thing", "things", "this", "those", "to", "too", "up", "us",
    "very", "was", "we", "well", "were", "what", "when", "where", "which", "while", "who", "whom", "why",
    "will", "with", "would", "yes", "you", "your", "yours",
})  # fmt: skip
"""Words that say how other words hang together, and nothing of what a text is about."""
_COURTESIES = frozenset({"cheers", "hello", "hey", "hi", "please", "pls", "plz", "thanks"})
"""Words that may stand around any question and change nothing of it."""
_NUMBERED = frozenset({
    "article", "chapter", "clause", "note", "outcome", "paragraph", "part", "ppn", "principle",
    "recommendation", "regulation", "schedule", "section",
})  # fmt: skip
"""Names of what is known by its number."""
References = frozenset[tuple[str, str]]
"""Names and numbers, such as section 16."""
_ACRONYM = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_LATIN = {"e.g.": " ", "i.e.": " ", "a.m.": "am", "p.m.": "pm"}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SUM = re.compile(r"[£$€]\s?(\d+(?:\.\d+)?)\s?(k|m|bn|thousand|million)?\b")
_POWERS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9}
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LONGEST_WORD = 40
_MOST_WORDS = 300
_stemmer = Stemmer.Stemmer("english")


def words(text: str, shorthand: Mapping[str, str] | None = None) -> list[str]:
    """The words of a text in order, lower case, at most 300 of them.

    `shorthand` opens what people type for short, such as `u` and `wot`.
    """
    folded = _folded(text[:8000])
    if "@" in folded:
        folded = _MENTION.sub(" ", folded)
    if "'" in folded:
        for pattern, replacement in _CONTRACTIONS:
            folded = pattern.sub(replacement, folded)
        folded = folded.replace("'", "")
    folded = _written_out(folded)
    folded = folded.replace("sub-", "sub") if "sub-" in folded else folded
    folded = _SECTION.sub(" section ", folded)
    if "rec" in folded:
        folded = _RECOMMENDATION.sub(" recommendation ", folded)
    found: list[str] = _WORD.findall(folded)
    if shorthand and not shorthand.keys().isdisjoint(found):
        found = [word for token in found for word in shorthand.get(token, token).split()]
    if not _COURTESIES.isdisjoint(found):
        found = [word for word in found if word not in _COURTESIES] or found
    found = found[:_MOST_WORDS]
    if max(map(len, found), default=0) > _LONGEST_WORD:
        found = [word[:_LONGEST_WORD] for word in found]
    return _numbered(list(map(intern, found)))


def references(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the words name by number: sections, recommendations, outcomes and the like."""
    if _NUMBERED.isdisjoint(found):
        return
    for name, number in pairwise(found):
        if number[0].isdigit() and name in _NUMBERED:
            yield name, number


def telling(found: Iterable[str]) -> list[str]:
    """The words that say what a text is about; none where no word but a number does."""
    left = [word for word in found if word not in _FUNCTION_WORDS]
    return left if any(not word[0].isdigit() for word in left) else []


def _written_out(folded: str) -> str:
    """Dotted abbreviations without their dots, and sums of money in full: `t.u.p.e.`, `£40k`."""
    if "." in folded:
        folded = _ACRONYM.sub(lambda m: _LATIN.get(m[0], m[0].replace(".", "")), folded)
    if "," in folded:
        folded = _THOUSANDS.sub("", folded)
    return _SUM.sub(_in_full, folded) if not folded.isalnum() else folded


def _in_full(found: re.Match[str]) -> str:
    whole, _, part = found[1].partition(".")
    power = _POWERS.get(found[2] or "", 0)
    return str(int(whole + part[:power].ljust(power, "0"))) if power else found[1]


def _folded(text: str) -> str:
    """One case, one kind of letter and of apostrophe, and nothing that cannot be seen."""
    if text.isascii():
        return text.lower().replace("`", "'")
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFKC", shown).casefold().translate(_APOSTROPHES)


def _numbered(found: list[str]) -> list[str]:
    """Number words as digits where they count something: `outcome three`, `the fourth recommendation`."""
    if _NUMBERS.keys().isdisjoint(found):
        return found
    made = list(found)
    for place in [place for place, word in enumerate(found) if word in _NUMBERS]:
        if not _COUNTED.isdisjoint(found[max(0, place - 1) : place + 2]):
            made[place] = _NUMBERS[found[place]]
    return made


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its endings, by the Snowball stemmer for English (Porter2)."""
    return str(_stemmer.stemWord(word))


def stems(found: Iterable[str]) -> list[str]:
    """The stem of each word."""
    return [stem(word) for word in found]
