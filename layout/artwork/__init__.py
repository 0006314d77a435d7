"""Artwork: SVG drawings read, recoloured, placed (the only door to XML)."""
