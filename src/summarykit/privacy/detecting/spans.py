"""Kinds of private data, and places of them in a text."""

from dataclasses import dataclass
from enum import StrEnum


class PrivateKind(StrEnum):
    """What some words tell of a person."""

    IDENTITY_NUMBER = "identity_number"
    TELEPHONE = "telephone"
    BANK_CARD = "bank_card"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    CHILD_NAME = "child_name"
    GUARDIAN_NAME = "guardian_name"
    ILLNESS = "illness"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, order=True)
class PrivateSpan:
    """The words of a text from `start` up to `end` that tell something private."""

    start: int
    end: int
    kind: PrivateKind
