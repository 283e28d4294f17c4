"""Options and fixtures that several tests share."""

import os
import sys
from pathlib import Path

import pytest
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).parents[1]


def pytest_addoption(parser):
    parser.addoption(
        "--save-golden", action="store_true", help="write what the code makes over tests/cases/*/expected.xml"
    )


@pytest.fixture(scope="session")
def tei_all():
    """The TEI Consortium's own schema, which `make test` takes from a package."""
    path = ROOT / ".cache" / "tei_all.rng"
    if not path.is_file():
        if os.environ.get("CI"):
            pytest.fail("tei_all.rng is not in .cache; `make test` puts it there")
        pytest.skip("tei_all.rng is not in .cache; `make test` puts it there")
    return etree.RelaxNG(etree.parse(path))


@pytest.fixture(scope="session")
def authority():
    return [ROOT / "tei" / "authority" / f"{name}.xml" for name in ("persons", "places", "orgs")]


@pytest.fixture(scope="session")
def seeds():
    return sorted((ROOT / "seeds").glob("*.txt"))
