"""Where each field of a record stands in its file."""

from summarykit.diagnostics import Path, Place
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.readers.shape import Slot, record_slot, slot_at
from summarykit.readers.tree import Entry, Mapping, Node, Scalar, Sequence


class Places:
    """Answers at which line and column of the file a field stands.

    A path may use English names or Chinese labels, whichever the file itself uses.
    """

    def __init__(
        self, root: Node | None, source: str, vocabulary: Vocabulary = OUR_OWN
    ) -> None:
        self._root = root
        self.source = source
        self.vocabulary = vocabulary

    def slot(self, path: Path) -> Slot:
        """Return what the model expects at `path`, with the kinds that the reader knows."""
        return slot_at(path, self.vocabulary)

    def place(self, path: Path) -> Place:
        """Return the place of the value at `path`, or of the nearest one around it."""
        node = self._around(path)[0]
        return self._at(node, path)

    def key_place(self, path: Path) -> Place:
        """Return the place of the key that `path` ends in, spelt as it is in the file."""
        around, left = self._around(path[:-1])
        entry = around.entries.get(str(path[-1])) if isinstance(around, Mapping) else None
        return self._at(entry.key if entry and not left else around, path)

    def node(self, path: Path) -> Node | None:
        """Return what the file holds at `path`, `None` if it is not there."""
        node, left = self._around(path)
        return None if left else node

    def _at(self, node: Node | None, path: Path) -> Place:
        if node is None:
            return Place(self.source, path=path)
        return Place(self.source, node.line, node.column, path)

    def _around(self, path: Path) -> tuple[Node | None, Path]:
        """Return the deepest node along `path`, and the steps that led no further."""
        node, slot = self._root, record_slot(self.vocabulary)
        for taken, step in enumerate(path):
            inner = _inside(node, slot, step)
            if inner is None:
                return node, path[taken:]
            node, slot = inner, slot.inside(step)
        return node, ()


def _inside(node: Node | None, slot: Slot, step: str | int) -> Node | None:
    match node:
        case Mapping() if isinstance(step, str):
            entry = _entry(node, slot, step)
            return entry.node if entry else None
        case Sequence(items) if isinstance(step, int):
            return items[step] if 0 <= step < len(items) else None
        case Mapping() | Scalar() if step == 0 and slot.item:
            return node  # a list written as its single element
        case _:
            return None


def _entry(node: Mapping, slot: Slot, step: str) -> Entry | None:
    if slot.keys and step in node.entries:
        return node.entries[step]
    # The label comes first: where a file gives both, it is the one that pydantic reads.
    spellings = (name for name in slot.spellings(step) if name in node.entries)
    return next((node.entries[name] for name in spellings), None)
