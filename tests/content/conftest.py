"""The content that the tests of content check: each folder given with ``--content-root``."""

from pathlib import Path

import pytest

from tests.conftest import ROOT


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "content_root" in metafunc.fixturenames:
        roots = metafunc.config.getoption("--content-root") or [ROOT]
        metafunc.parametrize(
            "content_root", [Path(root) for root in roots], ids=lambda root: root.name
        )
