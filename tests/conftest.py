"""What all tests share."""

import pytest
from hypothesis import settings

from layout.load import load_theme
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.outside import MARKER, OutsideTools

# The same examples in every run: a failure is the change's own, on any machine.  New examples
# are sought with --hypothesis-profile=default.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARKER)
    config.pluginmanager.register(OutsideTools(), "outside-tools")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The shipped fonts."""
    return Fonts(resource("fonts"))


@pytest.fixture(scope="session")
def calm() -> Theme:
    """The theme ``calm``."""
    return load_theme(resource("data/themes/calm/theme.yaml"))
