"""Breaks verbs on purpose, and tells whether the types or a test notice. Run by hand; it takes some minutes.

    python tests/long/mutations.py [--places 20] [--seed 1]

Each time one thing in one place of a copy of the tree is broken: the name of a verb, the command that it is
typed by, or the name or type of one of its arguments, where the verb is declared or where one is made. Then
mypy is run and, where it is content, the tests that are nearest. Exit 1 where a break went unnoticed.
"""

import argparse
import ast
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
VERBS = Path("bot/domain/verbs")
_LEFT_OUT = shutil.ignore_patterns(".git", "__pycache__", ".pytest_cache", ".ruff_cache", "*.db")
_OF_VERBS = ("tests/domain/test_verbs.py", "tests/cards/test_descriptions.py")
_LAST = ("tests/actions", "tests/walk")
"""Slower, but every verb is performed in them."""


@dataclass(frozen=True, slots=True)
class Break:
    """One thing to break: the bytes from `start` to `end` of a file become `broken`."""

    path: Path
    line: int
    what: str
    start: int
    end: int
    broken: str

    def made_in(self, tree: Path) -> bytes:
        """Break it in a copy of the tree; returns the file as it was."""
        whole = (tree / self.path).read_bytes()
        _write(tree / self.path, whole[: self.start] + self.broken.encode() + whole[self.end :])
        return whole


_CLOCK = itertools.count(1_000_000_000, 10)


def _write(path: Path, text: bytes) -> None:
    """Write a file at a time of its own: mypy takes one of the same size and second for unchanged."""
    path.write_bytes(text)
    now = next(_CLOCK)
    os.utime(path, (now, now))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is read for places to break."""

    path: Path
    text: bytes

    def at(self, node: ast.expr, what: str, broken: str) -> Break:
        """Put something else where a node is."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = (
            self._offset(node.lineno, node.col_offset),
            self._offset(node.end_lineno, node.end_col_offset),
        )
        return Break(self.path, node.lineno, what, start, end, broken)

    def keyword(self, node: ast.keyword, what: str) -> Break:
        """Misspell the name of an argument that is given by its name."""
        start = self._offset(node.lineno, node.col_offset)
        return Break(self.path, node.lineno, what, start, start + len(node.arg or ""), f"{node.arg}_misspelt")

    def said(self, node: ast.expr) -> str:
        """The source of a node."""
        return ast.get_source_segment(self.text.decode(), node) or ""

    def _offset(self, line: int, column: int) -> int:
        return sum(len(each) for each in self.text.splitlines(keepends=True)[: line - 1]) + column


def places() -> list[Break]:
    """Everything that can be broken, in the order of the files."""
    names = {node.name for path in (ROOT / VERBS).rglob("*.py") for node in _classes(path)}
    found: list[Break] = []
    for path in sorted((ROOT / "bot").rglob("*.py")):
        source = Source(path.relative_to(ROOT), path.read_bytes())
        found += _declared(source) if path.is_relative_to(ROOT / VERBS) else _used(source, names)
    return found


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.ClassDef) and node.decorator_list:
            yield node


def _declared(source: Source) -> Iterator[Break]:
    """The places to break where a verb is declared."""
    for kind in _classes(ROOT / source.path):
        decorator = kind.decorator_list[0]
        assert isinstance(decorator, ast.Call)
        (name,) = decorator.args
        yield source.at(name, f"{kind.name}: its name", f'"{ast.literal_eval(name)}-misspelt"')
        for given in decorator.keywords:
            if given.arg == "command":
                command = ast.literal_eval(given.value)
                yield source.at(given.value, f"{kind.name}: its command", f'"{command} misspelt"')
        for field in kind.body:
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and field.target.id != "_"
            ):
                yield source.at(
                    field.target, f"{kind.name}: argument {field.target.id}", f"{field.target.id}_misspelt"
                )
                other = "str" if source.said(field.annotation).startswith("int") else "int"
                yield source.at(field.annotation, f"{kind.name}: type of {field.target.id}", other)


def _used(source: Source, names: set[str]) -> Iterator[Break]:
    """The places to break where a verb is made, or handed to a decorator."""
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Call):
            called = source.said(node.func).rpartition(".")[2]
            if called in ("handles", "handles_form"):
                kind = source.said(node.args[0])
                yield source.at(node.args[0], f"{kind}: its handler", f"{kind}Misspelt")
            elif called in names:
                yield from _made(source, node, called)


def _made(source: Source, call: ast.Call, verb: str) -> Iterator[Break]:
    yield source.at(call.func, f"{verb}: its name in use", f"{source.said(call.func)}Misspelt")
    for given in call.keywords:
        if given.arg is not None:
            yield source.keyword(given, f"{verb}: argument {given.arg} in use")
    for value in (*call.args, *(given.value for given in call.keywords)):
        if not isinstance(value, ast.Starred):
            said = source.said(value)
            yield source.at(value, f"{verb}: type of {said} in use", f"[{said}]")


def noticed_by(broken: Break, tree: Path) -> str:
    """What notices the break: mypy, or the first of the nearest tests that fails; empty for nothing."""
    before = broken.made_in(tree)
    try:
        if not _passes(tree, "-m", "mypy", "bot"):
            return "mypy"
        nearest = _OF_VERBS if broken.path.is_relative_to(VERBS) else _beside(broken.path, tree)
        for tests in (*nearest, *_LAST):
            if not _passes(tree, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", tests):
                return tests
        return ""
    finally:
        _write(tree / broken.path, before)


def _beside(path: Path, tree: Path) -> tuple[str, ...]:
    """The folder of tests that mirrors a file's own folder, where there is one."""
    folder = Path("tests", *path.parts[1:-1])
    return (str(folder),) if (tree / folder).is_dir() else ()


def _passes(tree: Path, *arguments: str) -> bool:
    done = subprocess.run([sys.executable, *arguments], cwd=tree, capture_output=True, check=False)
    return done.returncode == 0


def main() -> int:
    """Break so many places, one after another; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--places", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    asked = parser.parse_args()
    everything = places()
    chosen = random.Random(asked.seed).sample(everything, min(asked.places, len(everything)))
    print(f"seed {asked.seed}: {len(chosen)} of {len(everything)} places", flush=True)
    unnoticed = 0
    with tempfile.TemporaryDirectory() as made:
        tree = Path(made, "tree")
        shutil.copytree(ROOT, tree, ignore=_LEFT_OUT)
        if not _passes(tree, "-m", "mypy", "bot"):
            print("mypy fails before anything is broken")
            return 1
        for broken in chosen:
            found = noticed_by(broken, tree)
            unnoticed += not found
            print(f"{found or 'UNNOTICED':32} {broken.path}:{broken.line}  {broken.what}", flush=True)
        if not _passes(tree, "-m", "mypy", "bot"):
            print("mypy fails although all is whole again")
            return 1
    print(f"{unnoticed} of {len(chosen)} went unnoticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
