"""The default theme, for tests of blocks."""

import pytest

from layout.load import load_theme
from layout.resources import resource
from layout.theme import Theme


@pytest.fixture(scope="session")
def calm() -> Theme:
    """The theme ``calm``."""
    return load_theme(resource("data/themes/calm/theme.yaml"))
