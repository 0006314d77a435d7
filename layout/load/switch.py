"""What a leaflet switches on for all its texts, read before any of them."""

from layout.nodes import Mapping, Node, Scalar

_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def truth_of(text: str) -> bool | None:
    """What a flag says; None where it says neither yes nor no."""
    return _TRUTHS.get(text.lower())


def slots_of(root: Node | None) -> frozenset[str] | None:
    """The placeholders a leaflet declares; None where a brace in its texts is a brace."""
    declared, on = frozenset[str](), False
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text == "placeholders" and isinstance(value, Mapping):
            declared = frozenset(name.text for name, _ in value.entries)
        elif key.text == "notation" and isinstance(value, Scalar):
            on = bool(truth_of(value.text))
    return declared if on or declared else None
