"""A room to set blocks in: a column of 24 ems at 9.5 pt on a grid of 15.6 pt."""

from layout.room import Room, Setter
from layout.theme import Theme


def room_of(theme: Theme, setter: Setter, characters: int = 24) -> Room:
    """A column of so many body characters."""
    return Room(characters * 9.5, 9.5, 15.6, theme, setter)
