"""The project's small files agree with one another."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins() -> dict[str, Requirement]:
    """What requirements.txt pins, by name."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {requirement.name: requirement for requirement in wanted}


def test_requirements_pin_what_the_project_needs() -> None:
    """A Procfile host installs from requirements.txt: the same libraries, each at one version in range."""
    needed = {Requirement(line).name: Requirement(line) for line in PROJECT["dependencies"]}

    assert pins().keys() == needed.keys()
    for name, pin in pins().items():
        version = re.fullmatch(r"==(\S+)", str(pin.specifier))
        assert version, f"{name} is not pinned to one version"
        assert needed[name].specifier.contains(version[1]), f"{name} is pinned out of range"


def test_the_python_version_is_one_that_we_support() -> None:
    """.python-version tells a host what to install."""
    wanted = (ROOT / ".python-version").read_text(encoding="utf-8").strip()

    assert f">={wanted}" == PROJECT["requires-python"]


def test_the_worker_starts_the_discord_client() -> None:
    """The Procfile names a command that exists."""
    assert (ROOT / "Procfile").read_text(encoding="utf-8") == "worker: python -m bot discord\n"
