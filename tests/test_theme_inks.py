"""The inks of the themes: no more of them than paper bears, and twins that look like them."""

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from layout.frame import Ink
from layout.load import load_theme
from layout.profiles import shipped
from layout.resources import resource
from layout.standards import CONDITIONS

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
