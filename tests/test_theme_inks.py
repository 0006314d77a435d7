"""The inks of the themes: no more of them than paper bears, and twins that look like them."""

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from layout import build as road
from layout.build import Request, build
from layout.frame import Ink
from layout.load import load_theme
from layout.problems import ERROR, LeafletError
from layout.profiles import shipped
from layout.resources import resource
from layout.standards import CONDITIONS
from tests.leaflet_pdf.made import MYNUMBER

THEMES = sorted(resource("data/themes").glob("*/theme.yaml"))
LEAST = min(condition.total_ink for condition in CONDITIONS.values())
NEAR = 5.0
"""ΔE*ab: two colours of which nobody would say they are two, on different materials."""


def lab(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> tuple[float, ...]:
    done = ImageCms.applyTransform(image, transform)
    assert done is not None
    light, a, b = done.tobytes()
    return light / 2.55, (a ^ 0x80) - 128, (b ^ 0x80) - 128


def transform(source: object, mode: str, target: object, to: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        source,  # type: ignore[arg-type]
        target,  # type: ignore[arg-type]
        mode,
        to,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.parent.name)
def test_no_ink_is_more_than_any_paper_bears(path: Path) -> None:
    for ink in load_theme(path).palette.values():
        assert sum(ink.cmyk) * 100 <= LEAST, ink.name


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.parent.name)
def test_each_colour_looks_on_screen_as_it_prints(path: Path, tmp_path: Path) -> None:
    """The twin beside a CMYK colour is what the shipped profile makes of it, near enough."""
    (tmp_path / "p.icc").write_bytes(shipped().data)
    press = ImageCms.getOpenProfile(str(tmp_path / "p.icc"))
    screen, space = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    printed = transform(press, "CMYK", screen, "RGB")
    seen = transform(screen, "RGB", space, "LAB")

    def apart(ink: Ink) -> float:
        inks = Image.new("CMYK", (1, 1), tuple(round(part * 255) for part in ink.cmyk))
        twin = Image.new("RGB", (1, 1), tuple(round(part * 255) for part in ink.srgb))
        proof = ImageCms.applyTransform(inks, printed)
        assert proof is not None
        pairs = zip(lab(proof, seen), lab(twin, seen), strict=True)
        return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)

    far = {ink.name: round(apart(ink), 1) for ink in load_theme(path).palette.values()}
    assert {name: value for name, value in far.items() if value > NEAR} == {}


RICH = (0.6, 0.4, 0.4, 1.0)
HEAVY = (0.9, 0.9, 0.9, 0.9)


@pytest.mark.parametrize(
    ("inks", "code"),
    [
        ({"black": RICH}, "black.rich-text"),
        ({"cream": HEAVY}, "ink.total"),
        ({"sage-deep": HEAVY}, "ink.total"),
    ],
)
def test_a_theme_that_no_press_can_print_is_stopped(
    inks: dict[str, tuple[float, float, float, float]],
    code: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Text in four inks, or more ink on any ground than the printing condition bears."""
    plain = load_theme(CALM)
    palette = {
        name: ink._replace(cmyk=inks.get(name, ink.cmyk)) for name, ink in plain.palette.items()
    }
    styles = {name: s._replace(ink=palette[s.ink.name]) for name, s in plain.styles.items()}
    ground = palette[plain.ground.name]
    theme = plain._replace(palette=palette, styles=styles, ground=ground)
    monkeypatch.setattr(road, "load_theme", lambda _: theme)
    with pytest.raises(LeafletError) as caught:
        build(Request(MYNUMBER, editions=("press",)))
    assert caught.value.exit_code == 7
    assert code in {found.code for found in caught.value.problems if found.severity == ERROR}


CALM = resource("data/themes/calm/theme.yaml")
