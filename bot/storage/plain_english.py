"""Reads `plain_english.toml`: wording that is not plain English, and what to write instead."""

import re
from functools import cache
from pathlib import Path

import tomli

from bot.domain.entry_style import Pattern

FILE = Path(__file__).parent / "data" / "plain_english.toml"


@cache
def read_plain_english() -> tuple[Pattern, ...]:
    """The patterns that come with Parley, compiled once."""
    blocks = tomli.loads(FILE.read_text(encoding="utf-8"))["pattern"]
    return tuple(Pattern(re.compile(block["found"], re.IGNORECASE), block["write"]) for block in blocks)
