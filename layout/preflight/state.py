"""Graphics and text state (ISO 32000-1 8.4, 9.3)."""

from layout.preflight.colour import GRAY, Paint, make_paint
from layout.preflight.fonts import Font
from layout.preflight.geometry import EVERYWHERE, IDENTITY, Box, Matrix

BLACK = make_paint(GRAY, (0.0,))


class State:
    """What ``q`` saves; changed in place by operators."""

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self.clip: Box = EVERYWHERE
        self.fill: Paint = BLACK
        self.stroke: Paint = BLACK
        self.width = 1.0
        self.fill_over = False
        self.stroke_over = False
        self.over_mode = 0
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.blend = "Normal"
        self.masked = False
        self.font: Font | None = None
        self.size = 0.0
        self.spacing = 0.0
        self.word_spacing = 0.0
        self.stretch = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.mode = 0

    def copy(self) -> "State":
        new = State.__new__(State)
        new.__dict__.update(self.__dict__)
        return new

    def alpha(self, stroked: bool) -> float:
        return self.stroke_alpha if stroked else self.fill_alpha
