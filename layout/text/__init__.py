"""Text: fonts, character classes, line breaking, paragraphs."""
