"""Settings come from the environment once, and a bad one is named."""

from pathlib import Path

import pytest

from bot.cards.command_line import error_line
from bot.domain.errors import SettingUnusable
from bot.settings import read_settings


def test_an_empty_environment_is_enough() -> None:
    """Parley runs with nothing set: shipped answers, a log in the user's own folder, a year's retention."""
    settings = read_settings({})

    assert (settings.knowledge / "README.md").is_file()
    assert (settings.log_questions, settings.retention_days, settings.token) == (True, 365, None)


def test_each_setting_is_read() -> None:
    """Every variable that the README lists has its effect."""
    settings = read_settings(
        {
            "PARLEY_DATABASE": "/data/parley.db",
            "PARLEY_KNOWLEDGE": "/answers",
            "PARLEY_LOG_QUESTIONS": "no",
            "PARLEY_RETENTION_DAYS": "30",
            "DISCORD_TOKEN": "secret",
        }
    )

    assert (settings.database, settings.knowledge) == (Path("/data/parley.db"), Path("/answers"))
    assert (settings.log_questions, settings.retention_days, settings.token) == (False, 30, "secret")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLEY_LOG_QUESTIONS", "maybe"),
        ("PARLEY_RETENTION_DAYS", "soon"),
        ("PARLEY_RETENTION_DAYS", "0"),
        ("PARLEY_RETENTION_DAYS", "-1"),
        ("PARLEY_RETENTION_DAYS", "36501"),
        ("PARLEY_RETENTION_DAYS", "²"),
    ],
)
def test_a_bad_value_names_its_variable(name: str, value: str) -> None:
    """The person is told which variable, its value and which values it can have."""
    with pytest.raises(SettingUnusable) as refused:
        read_settings({name: value})

    line = error_line(refused.value)
    assert line.startswith(f"{name} is {value!r}. Set it to ")


def test_the_token_is_never_printed() -> None:
    """A settings value in a traceback or a log must not give the bot away."""
    assert "secret" not in repr(read_settings({"DISCORD_TOKEN": "secret"}))
