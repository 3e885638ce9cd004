"""Takes away what is no word of a question: marks, links, greetings, signatures, quoted lines."""

import re
from collections.abc import Callable

_MARKS = re.compile(
    r"<a?:\w+:\d+>|<[@#][!&]?\d+>|<id:\w+>|<t:-?\d+(?::\w)?>|</[^<>:\n]{1,100}:\d+>|@(?:everyone|here)\b"
    r"|(?<![\w:]):[a-z][a-z0-9_+\-]{1,31}:(?![\w:])",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\[([^\[\]\n]+)\]\(<?\w+://[^\s)]+>?\)")
_LINKS = re.compile(
    r"<?\b(?:https?|ftp|discord)://\S+|\bwww\.\S+|\b[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\b", re.IGNORECASE
)
_CODE = re.compile(r"(?s)```.*?(?:```|\Z)")
_ATTACHED = re.compile(
    r"(?im)\[(?:image|cid|logo|attachment)[:\s][^\]\n]*\]|^[ \t]*(?:please )?(?:see|find) attached\b.*$"
    r"|(?:^|\s)cc:?[ \t]*$|\S+\.(?:pdf|docx?|xlsx?|png|jpe?g|pptx?)\b"
)
_FORWARDED = re.compile(
    r"(?is)\n\s*(?:-{2,}\s*(?:original|forwarded) message\b|from: .*\n(?:sent|to|date): ).*\Z"
    r"|(?<=[?!.])\s*\n[^\n?]*\|[^\n?]*\Z"
)
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|\|\||`)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_QUOTED = re.compile(r"(?m)^[ \t]*>.*$|^[ \t]*On .{5,80} wrote:[ \t]*$")
_PHONE = re.compile(
    r"(?im)^[ \t]*(?:(?:sent|written) (?:from|via|on|with)|from my) (?:my |the )?\S+(?: \S+){0,5}[ \t]*$"
    r"|\s+sent from my (?:i?phone|ipad|android\w*|mobile(?: phone| device)?|samsung(?: galaxy)?|tablet)\W*$"
    r"|^[ \t]*get outlook for \w+[ \t]*$"
)
_OFF = (
    r"(?:(?:kind|kindest|best|warm|warmest|many)?[ ]?(?:regards|wishes)|yours(?: sincerely| faithfully)?"
    r"|all the best|sincerely|cheers|(?:many |with )?thanks(?: in advance| again| so much| a lot| a million)?"
    r"|thank you(?: (?:so|very|ever so) much)?|ta|best|kr|br|tia|rgds|bw|yrs)"
)
_SIGNED = re.compile(rf"(?is)\n\s*(?:--+[ \t]*(?:\n|$)|{_OFF}[ \t]*[,.!]*[ \t]*(?:\n|$)).*\Z")
_SIGNED_ON_ONE_LINE = re.compile(
    rf"(?i)(?<=[.?!])\s+(?:{_OFF})\s*[,!.]+\s*(?:\(?[A-Z][\w'\-]*\)?[ ,.|]*){{0,12}}(?:\n[^?]*)?\Z"
)
_GREETING = re.compile(
    r"(?i)^\W*(?:(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b"
    r"(?: (?:all|everyone|everybody|there|team|folks|both|again|parley|sir or madam|sir|madam|friends))*\W+)+"
)
_EXCUSE = re.compile(
    r"(?i)^\W*(?:(?:sorry|apologies|forgive me)\b[^.?!\n]{0,80}?(?:\bbut\b|[,:;\-\u2013]\s)"
    r"|(?:sorry|apologies) (?:to bother|for bothering|to trouble|for troubling) \w+\b[^?\w]*"
    r"|(?:please |pls )?(?:could|can|would|will) (?:you|u) (?:please |kindly )?(?:tell|explain to|help) me\b"
    r"(?:,[^,?]{0,50},)? (?=if |whether |what |how |when |who |why |where |which |with )"
    r"|if (?:it is|it's|its) not too much trouble\W+"
    r"|(?:a |just a )?(?:quick|daft|silly|stupid|dumb|simple|basic) (?:question|one)\b(?:[^\w?]*\bbut\b|\W+)"
    r"|(?:i was |just )*(?:wondering|curious)\b,? (?=if |whether |what |how |when |who |why |about )"
    r"|hope (?:you are|you.re|all is|this finds you)[^.?!\n]{0,40}[.!,]\s*)\W*"
)
_THANKS = re.compile(
    r"(?i)[\s,.!?;:()\-\u2013]+(?:(?:many |with )?thanks(?: (?:in advance|again|so much|a lot|a million|all"
    r"|everyone))*|thank you(?: (?:in advance|so much|very much|ever so much|all|everyone))*"
    r"|cheers|ta|tia|please|pls|plz|x{1,5}|in plain english|exactly|lol|haha+"
    r"|any help (?:is )?appreciated)\W*$"
)


def without_noise(message: str) -> str:
    """The message without what is no word of it; as it is, where nothing else would be left.

    Lines, sentences and the question's own words stay as they were typed.
    """
    left = _unless_empty(_CODE, _LINKED.sub(r"\1", message), " ")
    left = _EMPHASIS.sub(r"\2", left)
    left = _LINKS.sub(lambda m: _ending(m[0]), _MARKS.sub(" ", left))
    for pattern in (_ATTACHED, _FORWARDED, _QUOTED, _PHONE, _SIGNED, _SIGNED_ON_ONE_LINE):
        left = _unless_empty(pattern, left, "")
    for pattern in (_GREETING, _EXCUSE, _GREETING, _EXCUSE):
        left = _unless_empty(pattern, left, "")
    for _ in range(3):
        left = _unless_empty(_THANKS, left, lambda m: "?" if "?" in m[0] else "")
    return left if _says_something(left) else message if not _is_marked(message) else ""


def _unless_empty(pattern: re.Pattern[str], text: str, by: str | Callable[[re.Match[str]], str]) -> str:
    made = pattern.sub(by, text)
    return made if _says_something(made) else text


def _says_something(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _ending(link: str) -> str:
    """The question mark or full stop behind a link."""
    return " " + (link[-1] if link[-1] in "?!.\n" else "")


def _is_marked(text: str) -> bool:
    return bool(_MARKS.search(text) or _LINKS.search(text))
