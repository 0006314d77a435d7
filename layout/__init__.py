"""A typesetter for Japanese fold leaflets: structured YAML in, print-ready PDF out."""

__version__ = "0.1.0"
