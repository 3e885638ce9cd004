"""Reads the environment, once, into one frozen value. Nothing else does.

Plain standard library: a settings library would cost a third of the processor time that a terminal
question may take from start to answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from bot.domain.errors import SettingNeeds, SettingUnusable

SHIPPED_KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
_YES, _NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How this Parley runs.

    `retention_days` is how long an asked question is kept. Without `encoder`, questions are understood by
    their words alone, which needs less memory. `token` is Discord's, and never printed.
    """

    database: Path
    knowledge: Path
    log_questions: bool = True
    retention_days: int = 365
    encoder: bool = True
    token: str | None = field(default=None, repr=False)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from the environment's variables. Raises SettingUnusable, which names the variable."""
    return Settings(
        database=Path(
            environment.get("PARLEY_DATABASE") or platformdirs.user_data_path("parley") / "parley.db"
        ),
        knowledge=Path(environment.get("PARLEY_KNOWLEDGE") or SHIPPED_KNOWLEDGE),
        log_questions=_switch(environment, "PARLEY_LOG_QUESTIONS", default=True),
        retention_days=_days(environment, "PARLEY_RETENTION_DAYS", default=365),
        encoder=_switch(environment, "PARLEY_ENCODER", default=True),
        token=environment.get("DISCORD_TOKEN") or None,
    )


def _switch(environment: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environment.get(name, "").strip().lower()
    if value in _YES | _NO:
        return value in _YES
    if value:
        raise SettingUnusable(name, SettingNeeds.YES_OR_NO, value)
    return default


def _days(environment: Mapping[str, str], name: str, *, default: int) -> int:
    value = environment.get(name, "").strip()
    if not value:
        return default
    if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= 36500:
        raise SettingUnusable(name, SettingNeeds.DAYS, value)
    return int(value)
