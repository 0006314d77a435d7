"""The vocabulary that themes combine: small functions that know no kind of content."""
