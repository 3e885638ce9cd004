"""Folders are layers: each imports only what is below it, and only its own business's libraries."""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ["domain", "storage", "services", "cards", "actions", "console", "discord_ui", "site"]
SIDE_BY_SIDE = {"console", "discord_ui", "site"}
LIBRARIES = {
    "domain": {"Stemmer", "dateparser", "holidays", "icalendar", "numpy", "rapidfuzz"},
    "storage": {"numpy", "onnxruntime", "sqlite_utils", "tomli"},
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


def arrows(sources: Iterable[Path], root: Path) -> dict[str, set[str]]:
    """For each module those that it imports, also inside functions and for types only."""
    modules = {_module(path, root): path for path in sources}
    return {
        name: {one for one in _targets(path) if one in modules and one != name}
        for name, path in modules.items()
    }


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """The modules of one circle of imports; none where there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _module(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _targets(path: Path) -> Iterator[str]:
    """What is imported: `from bot.cards import card` may name the module bot.cards.card."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_import_goes_in_a_circle() -> None:
    """Not even one that is for types only: modules in a circle cannot be read one by one."""
    assert circle(arrows(SOURCES, ROOT)) == []


def test_no_module_of_discord_is_handed_the_client() -> None:
    """Each is handed what it needs, in a context; only what starts the client names it."""
    importers = {
        name for name, targets in arrows(SOURCES, ROOT).items() if "bot.discord_ui.client" in targets
    }

    assert importers == {"bot.__main__", "bot.discord_ui.start"}


@pytest.mark.parametrize("kind", ["import {}", "from {} import x", "def f():\n    from {} import x"])
def test_a_circle_is_found(tmp_path: Path, kind: str) -> None:
    """Whichever way it is imported, also behind TYPE_CHECKING."""
    package = tmp_path / "bot"
    package.mkdir()
    (package / "one.py").write_text(f"{kind.format('bot.two')}\n")
    (package / "two.py").write_text("if TYPE_CHECKING:\n    from bot.one import y\n")

    assert set(circle(arrows(package.glob("*.py"), tmp_path))) == {"bot.one", "bot.two"}


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
