"""Content streams of tagged pages: every mark on them is content of an element, or decoration.

Pieces of content are marked-content sequences with numbers of their own on each page (MCID),
all else an artifact (ISO 32000-1 14.6, 14.8.2.2).
"""

from layout.frame import Clip, Group, Image, Path, TextRun
from layout.pdf.content import ContentWriter

_NOTHING = -2
_ARTIFACT = -1


class TaggedWriter(ContentWriter):
    """Writes one page; ``marked`` are the pieces of content on it in the order of their MCIDs,
    of which ``first`` is that of the first.

    A sequence is opened where something is drawn, and closed where something else is, so that
    lines which follow one another share one.
    """

    _wanted = _ARTIFACT
    _open = _NOTHING
    first = 0

    @property
    def marked(self) -> list[int]:
        """The number of the content under each MCID of the page."""
        found: list[int] = self.__dict__.setdefault("_marked", [])
        return found

    def _rest(self) -> None:
        self._close()
        super()._rest()

    def _close(self) -> None:
        if self._open != _NOTHING:
            self._end_text()
            self._out.append("EMC")
            self._open = _NOTHING

    def _enter(self) -> None:
        """Opens the sequence that what is drawn now belongs to."""
        if self._open == self._wanted:
            return
        self._close()
        self._end_text()
        if self._wanted == _ARTIFACT:
            self._out.append("/Artifact BMC")
        else:
            self._out.append(f"/P <</MCID {self.first + len(self.marked)}>>BDC")
            self.marked.append(self._wanted)
        self._open = self._wanted

    def _text(self, run: TextRun, x: float, base: float) -> None:
        self._enter()
        super()._text(run, x, base)

    def _path(self, path: Path, x: float, base: float) -> None:
        self._enter()
        super()._path(path, x, base)

    def _clip(self, clip: Clip, x: float, base: float) -> None:
        self._enter()
        super()._clip(clip, x, base)

    def _image(self, image: Image, x: float, base: float) -> None:
        self._enter()
        super()._image(image, x, base)

    def _say(self, text: str, group: Group, x: float, base: float) -> None:
        self._enter()
        super()._say(text, group, x, base)

    def _group(self, group: Group, x: float, base: float) -> None:
        before = self._wanted
        if group.content is not None:
            self._wanted = group.content
        super()._group(group, x, base)
        self._wanted = before
