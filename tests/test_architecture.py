"""Folders are layers: each imports only what stands below it, and only its own business's libraries."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ["domain", "storage", "services", "cards", "actions", "console", "discord_ui", "site"]
SIDE_BY_SIDE = {"console", "discord_ui", "site"}
LIBRARIES = {
    "domain": {"Stemmer", "dateparser", "holidays", "icalendar", "numpy", "rapidfuzz"},
    "storage": {"numpy", "sqlite_utils", "tomli"},
    "services": {"numpy"},
    "cards": set[str](),
    "actions": set[str](),
    "console": {"rich"},
    "discord_ui": {"aiohttp", "discord"},
    "site": {"jinja2", "markdown_it", "markupsafe"},
    "": {"click", "platformdirs", "rich"},
}
FORBIDDEN = {
    "domain": {"os", "pathlib", "io", "sqlite3", "time", "random", "secrets", "urllib", "socket", "logging"},
    "services": {"os", "sqlite3", "time"},
    "cards": {"os", "pathlib", "sqlite3", "time"},
    "actions": {"os", "pathlib", "sqlite3", "time"},
    "console": {"os", "sqlite3"},
    "discord_ui": {"os", "sqlite3"},
}
SOURCES = sorted((ROOT / "bot").rglob("*.py"))


def layer_of(path: Path) -> str:
    """The layer that a file belongs to; empty for those directly under bot/."""
    parts = path.relative_to(ROOT / "bot").parts
    return parts[0] if len(parts) > 1 else ""


def imported_by(path: Path) -> Iterator[str]:
    """The dotted names of all modules that the file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield node.module or ""


def breaches(layer: str, imported: str) -> bool:
    """This layer must not import that module of ours."""
    target = imported.split(".")[1] if imported.startswith("bot.") else ""
    if not layer or not imported.startswith("bot"):
        return False
    if target not in LAYERS:
        return True
    beside = layer != target and {layer, target} <= SIDE_BY_SIDE
    return beside or LAYERS.index(target) > LAYERS.index(layer)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_import_points_at_a_lower_layer(path: Path) -> None:
    """domain <- storage <- services <- cards <- actions <- console, discord_ui <- __main__, app, settings."""
    wrong = [name for name in imported_by(path) if breaches(layer_of(path), name)]

    assert wrong == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_layer_uses_only_its_own_libraries(path: Path) -> None:
    """A layer that imports another's library has started to do its work."""
    layer = layer_of(path)
    roots = {name.partition(".")[0] for name in imported_by(path)}

    assert roots - sys.stdlib_module_names - {"bot"} <= LIBRARIES[layer]
    assert not roots & FORBIDDEN.get(layer, set())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_settings_and_the_command_line_see_the_environment(path: Path) -> None:
    """`os.environ` is named in one place, so that every setting is listed in one place."""
    if path.name != "__main__.py":
        assert "environ" not in path.read_text(encoding="utf-8").replace("environment", "")


@pytest.mark.parametrize(
    ("layer", "imported"),
    [("domain", "bot.storage.questions"), ("console", "bot.discord_ui.client"), ("cards", "bot.app")],
)
def test_the_rule_can_fail(layer: str, imported: str) -> None:
    """Imports that point upwards or sideways are breaches."""
    assert breaches(layer, imported)
