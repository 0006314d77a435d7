"""Lists of contacts (CSV, XLSX, YAML): rows with values and a verdict each, read as a stream.

Cells are data: never markup, code, a path or an address to be fetched.
"""

from layout.contacts.findings import FLAGGED, NORMALISED, OK, REJECTED
from layout.contacts.headers import FIELDS, Column
from layout.contacts.reading import ContactList, read_contacts
from layout.contacts.rows import Row

__all__ = [
    "FIELDS",
    "FLAGGED",
    "NORMALISED",
    "OK",
    "REJECTED",
    "Column",
    "ContactList",
    "Row",
    "read_contacts",
]
