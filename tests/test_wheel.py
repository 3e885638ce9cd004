"""The wheel carries the answers with the code, and finds them wherever it is started."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_an_installed_wheel_answers_from_any_folder(tmp_path: Path) -> None:
    """Built, unpacked and started elsewhere, with none of this folder in sight."""
    built, site, elsewhere = tmp_path / "dist", tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    found = subprocess.run(
        [sys.executable, "-c", "import bot; print(bot.__file__)"],
        cwd=elsewhere, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    asked = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--json", "--no-log", "what is TUPE"],
        cwd=elsewhere, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert found.stdout.startswith(str(site))
    assert json.loads(asked.stdout)["entry"] == "tupe"
