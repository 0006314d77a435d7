"""A typesetter for Japanese fold leaflets: structured YAML in, print-ready PDF out."""
