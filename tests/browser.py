"""A real browser for tests: axe-core run on a page in headless Chromium, and pages as pictures.

The page is judged as it is but for its policy, which allows no script: in the judged copy
axe-core's own may run.  Nothing is fetched.
"""

import json
import re
from collections.abc import Mapping
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.outside import run

BROWSER = "chromium"
NIGHT = "--blink-settings=preferredColorScheme=0"
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
_TELL = (
    "axe.run().then(found => { const told = document.createElement('pre'); told.id = 'axe';"
    " told.textContent = JSON.stringify({violations: found.violations,"
    " incomplete: found.incomplete.map(each => each.id), passes: found.passes.length});"
    " document.body.replaceChildren(told); });"
)


def judged(page: bytes, folder: Path, width: int, *options: str) -> Mapping[str, Any]:
    """What axe-core finds on a page in a window ``width`` pixels wide."""
    axe = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
    text = page.decode("utf-8")
    open_ = text.replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    assert open_ != text, "the page has another policy"
    path = folder / "judged.html"
    path.write_text(
        open_.replace("</body>", f"<script>{axe}</script><script>{_TELL}</script></body>"), "utf-8"
    )
    shown = run(
        BROWSER,
        *_OPTIONS,
        *options,
        f"--window-size={width},900",
        "--virtual-time-budget=20000",
        "--dump-dom",
        path.as_uri(),
    )
    found = re.search(r'<pre id="axe">(.*?)</pre>', shown, re.DOTALL)
    assert found, "axe-core did not end"
    told: Mapping[str, Any] = json.loads(unescape(found[1]))
    return told
