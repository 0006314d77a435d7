"""What all tests share."""

import pytest

from layout.resources import resource
from layout.text.fonts import Fonts
from tests.outside import MARKER, OutsideTools


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARKER)
    config.pluginmanager.register(OutsideTools(), "outside-tools")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The shipped fonts."""
    return Fonts(resource("fonts"))
