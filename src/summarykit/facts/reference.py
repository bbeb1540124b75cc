"""How a fact is called: `<id>.<path of the field>`, from the nearest entity with an id.

`m1.registers[0].count`, `left_behind.count`; without an id above it, the path from the root:
`organisation.staff[0].count`. Templates' views and the index of facts build references with
these two functions, step by step, so that both always call a fact the same.
"""


def child(prefix: str, name: str) -> str:
    """Return the reference of the field or key `name` of `prefix`; "" is the root."""
    return f"{prefix}.{name}" if prefix else str(name)


def item(prefix: str, index: int, entity: object) -> str:
    """Return the reference of the `index`-th entry of the list called `prefix`.

    An entry with an id starts anew: it is called by its id, wherever it stands.
    """
    name = getattr(entity, "id", None)
    return name if isinstance(name, str) else f"{prefix}[{index}]"
