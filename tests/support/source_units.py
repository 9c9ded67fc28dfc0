"""The source document taken apart by hand, independent of the content."""

from tests.conftest import ROOT

UNITS = (ROOT / "tests/source_units.txt").read_text(encoding="utf-8").splitlines()
"""The smallest units of the source, taken apart by hand and independent of content/."""
