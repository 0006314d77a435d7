"""Whatever a file holds: a drawing or problems, never anything else."""

from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.artwork.colours import colour
from layout.artwork.numbers import transform
from layout.artwork.paths import outline
from layout.artwork.reader import read
from layout.artwork.styles import declarations, sheet
from tests.artwork.drawn import PLAIN, refused, svg

TAGS = st.sampled_from(
    ["g", "path", "rect", "circle", "line", "use", "svg", "symbol", "clipPath", "style", "text"]
)
NAMES = st.sampled_from(
    ["d", "fill", "stroke", "transform", "style", "class", "id", "href", "clip-path", "viewBox"]
    + ["width", "height", "x", "r", "points", "stroke-width", "stroke-dasharray", "opacity"]
)
VALUES = st.sampled_from(
    ["M0 0L9 9", "m1-1a5 5 0 0110 0z", "red", "url(#a)", "#a", "#b", "a", "none", "0 0 9 9", "1e9"]
    + ["rotate(45)", "scale(0)", "fill:red;stroke:var(--x)", "-3", "5%", "", "inherit", "nan"]
) | st.text(max_size=8)


def element(children: list[str], tag: str, given: dict[str, str]) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in given.items())
    return f"<{tag}{attributes}>{''.join(children)}</{tag}>"


TREES = st.recursive(
    st.builds(element, st.just([]), TAGS, st.dictionaries(NAMES, VALUES, max_size=5)),
    lambda inner: st.builds(
        element, st.lists(inner, max_size=4), TAGS, st.dictionaries(NAMES, VALUES, max_size=4)
    ),
    max_leaves=12,
)


def tried(data: bytes) -> None:
    """Anything but a LeafletError with problems would be raised here."""
    problems = refused(data)
    frame = None if problems else read(data, "a.svg", PLAIN)
    assert frame is None or (frame.width > 0 and frame.items)


@settings(max_examples=300, deadline=None)
@given(st.lists(TREES, max_size=4))
def test_any_tree_is_drawn_or_refused(trees: list[str]) -> None:
    tried(svg("".join(trees)))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    tried(data)


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=4), st.integers(0, 400))
def test_a_damaged_file_is_drawn_or_refused(data: bytes, at: int) -> None:
    whole = svg('<g transform="scale(2)"><path d="M0 0h9v9z" fill="#f00"/></g>' * 4)
    tried(whole[:at] + data + whole[at + len(data) :])


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+eE ,x", max_size=60))
def test_any_path_is_an_outline_or_a_value_error(data: str) -> None:
    try:
        segments = outline(data)
    except ValueError:
        return
    assert all(kind in "MLCZ" for kind, _ in segments)


@given(st.text(max_size=40))
def test_small_languages_end_in_value_errors(text: str) -> None:
    for read_it in (colour, transform, sheet, declarations):
        try:
            read_it(text)
        except ValueError:
            continue
