"""The wheel: all that is needed lies inside, and it works away from the repository."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("packaging")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    alone = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", *alone, "--outdir", folder, root],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel, and the libraries of this one behind it."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    subprocess.run(
        [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
    )
    own = next(folder.glob("lib/python3*/site-packages"))
    # A folder named in a .pth file is searched after this one, and its own .pth files are not read:
    # the editable slidekit stays out of sight.
    libraries = {str(Path(module.origin).parent.parent) for name in ("pptx", "lxml") if (module := spec(name)).origin}
    (own / "libraries.pth").write_text("\n".join(sorted(libraries)) + "\n", encoding="utf-8")
    return folder / "bin" / "slidekit"


def spec(name: str) -> importlib.machinery.ModuleSpec:
    """Where an installed module is."""
    found = importlib.util.find_spec(name)
    assert found is not None
    return found


def test_the_wheel_holds_all_that_is_read_at_run_time(root: Path, wheel: Path) -> None:
    """Code, fonts with their licences, schema, templates, styles and themes are inside; tests and decks are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    src = root / "src"
    own = {str(path.relative_to(src)) for path in src.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    themes = {f"slidekit/themes/{path.name}" for path in (root / "themes").glob("*.yaml")}

    needed = own | themes

    assert not needed - names
    assert themes
    assert not [name for name in names if not name.startswith(("slidekit/", "slidekit-"))]


def test_the_wheel_renders_from_any_folder(installed: Path, talk: Path) -> None:
    """Installed in an empty environment, slidekit renders a deck in a folder that knows nothing of the repository."""
    done = subprocess.run(
        [installed, "render", talk.name, "-o", "out"],
        cwd=talk.parent,
        env={"PATH": "/usr/bin:/bin", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    made = sorted(path.name for path in (talk.parent / "out").glob("*"))
    assert (0, [f"talk.{lang}.{kind}" for lang in ("en", "fr") for kind in ("css", "md", "notes.pdf", "pptx")]) == (
        done.returncode,
        made,
    ), done.stderr


def test_the_wheel_gives_the_schema(root: Path, installed: Path) -> None:
    """The installed command prints the very schema that the repository holds."""
    done = subprocess.run([installed, "schema"], capture_output=True, check=True)

    assert (root / "src/slidekit/slidekit.schema.json").read_bytes() == done.stdout
