"""Colours of a theme on a screen: pairs that can be read, by day and by night."""

from collections.abc import Mapping
from itertools import count

from layout.sight import Rgb, contrast
from layout.theme import Theme

LEAST = 4.5
"""Contrast of text with its ground (WCAG 2.2, 1.4.3)."""

_BLACK: Rgb = (0.0, 0.0, 0.0)
_WHITE: Rgb = (1.0, 1.0, 1.0)


def mixed(one: Rgb, two: Rgb, share: float) -> Rgb:
    """``share`` of the second colour in the first."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, two, strict=True))
    return red, green, blue


def readable(ink: Rgb, *grounds: Rgb) -> Rgb:
    """The ink, as much darker or lighter as it must be to be read on all the grounds."""
    end = max((_BLACK, _WHITE), key=lambda far: min(contrast(far, ground) for ground in grounds))
    steps = (mixed(ink, end, min(1.0, step / 20)) for step in count())
    return next(
        ink for ink in steps if ink == end or all(contrast(_seen(ink), g) >= LEAST for g in grounds)
    )


def _seen(colour: Rgb) -> Rgb:
    """The colour as eight bits hold it."""
    red, green, blue = (round(part * 255) / 255 for part in colour)
    return red, green, blue


def coded(colour: Rgb) -> str:
    """The colour as CSS writes it."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _marker(theme: Theme) -> Rgb:
    """What marks a lead: the marker, in a theme without one the tint of statements."""
    form = theme.options("question")
    return (
        form.ink("marker") if form.has("marker") else theme.options("statement").ink("ink")
    ).srgb


def by_day(theme: Theme) -> Mapping[str, Rgb]:
    """The theme's own colours, by what they are for."""
    card = theme.options("countries").ink("ink").srgb
    grounds = {
        "ground": theme.ground.srgb,
        "cover": theme.options("cover").ink("sky").srgb,
        "card": card,
        "calm": theme.options("statement").ink("ink").srgb,
        "pill": theme.options("countries").ink("pill").srgb,
        "marker": _marker(theme),
        "contact": theme.options("contact").ink("ink").srgb,
    }
    return _with_inks(theme, grounds, theme.styles["body"].ink.srgb)


def by_night(theme: Theme) -> Mapping[str, Rgb]:
    """The theme's hues on dark grounds."""
    hue = theme.styles["heading"].ink.srgb
    dark = mixed(hue, _BLACK, 0.82)
    grounds = {
        "ground": dark,
        "cover": mixed(hue, _BLACK, 0.66),
        "card": mixed(dark, _WHITE, 0.07),
        "calm": mixed(hue, _BLACK, 0.66),
        "pill": mixed(hue, _BLACK, 0.5),
        "marker": mixed(_marker(theme), _BLACK, 0.72),
        "contact": mixed(hue, _BLACK, 0.5),
    }
    return _with_inks(theme, grounds, mixed(_WHITE, dark, 0.12))


def _with_inks(theme: Theme, grounds: Mapping[str, Rgb], text: Rgb) -> Mapping[str, Rgb]:
    """The grounds and, by the theme's styles, what is read on them; ``text`` is running text."""
    styles = theme.styles
    paper = (grounds["ground"], grounds["card"], grounds["calm"], grounds["cover"])
    solid = theme.options("countries").ink("thread").srgb
    return {
        **grounds,
        "text": readable(text, *paper, grounds["pill"], grounds["marker"]),
        "heading": readable(styles["heading"].ink.srgb, *paper, grounds["pill"]),
        "accent": readable(solid, *paper),
        "quiet": readable(styles["credit"].ink.srgb, *paper),
        "on-contact": readable(theme.options("contact").style("text").ink.srgb, grounds["contact"]),
        "solid": readable(solid, _WHITE),
        "on-solid": _WHITE,
    }
