"""How old a reader must be to read a text with ease."""

import re

_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)|\n{2,}|\n[-*] ")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001
_YEARS_BEFORE_FIRST_GRADE = 5


def reading_age(markdown: str) -> float:
    """Age in years by the Automated Readability Index (Senter and Smith, 1967).

    A measure that counts syllables needs a pronouncing dictionary, which the usual libraries fetch from
    the network at first use; this one needs none. A text with no words is 0.
    """
    words = _WORD.findall(markdown)
    if not words:
        return 0.0
    sentences = max(1, sum(1 for part in _SENTENCE_END.split(markdown) if part and _WORD.search(part)))
    letters = sum(len(word) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return max(0.0, grade + _YEARS_BEFORE_FIRST_GRADE)
