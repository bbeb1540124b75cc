"""Who reads a summary: what they may see, and what children are called for them."""

from dataclasses import dataclass
from typing import ClassVar, Final

from summarykit.model.vocabulary import Labelled, Sensitivity

_RISING: Final = tuple(Sensitivity)
"""From what everybody may read to what nobody may print."""


class AliasStyle(Labelled):
    """What children are called in a document, all in one way."""

    RECORDED = "recorded", "照记录"
    """As the record calls them; those that it names without an alias, in the style it has."""
    SURNAME = "surname", "姓加某某"
    """李某某; of several children of one surname, 李某甲 and 李某乙."""
    PSEUDONYM = "pseudonym", "化名"
    """小禾（化名）: the name is made up and says so."""
    LETTER = "letter", "学生加字母"
    """学生A, 学生B: says least."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Those whom a summary is for.

    `sees` is the most sensitive that they may read; `least` the smallest count of a sensitive
    group that is printed for them, 1 when all are.
    """

    PUBLIC: ClassVar["Audience"]
    INTERNAL: ClassVar["Audience"]

    id: str
    name: str
    sees: Sensitivity = Sensitivity.PUBLIC
    aliases: AliasStyle = AliasStyle.RECORDED
    least: int = 3

    def may_see(self, sensitivity: Sensitivity) -> bool:
        """Return whether they may read what is so sensitive; nobody reads the confidential."""
        if sensitivity is Sensitivity.CONFIDENTIAL:
            return False
        return _RISING.index(sensitivity) <= _RISING.index(self.sees)

    @property
    def is_public(self) -> bool:
        """Whether they may read only what everybody may."""
        return not self.may_see(Sensitivity.INTERNAL)


Audience.PUBLIC = Audience("public", "公开版")
Audience.INTERNAL = Audience("internal", "报送版", Sensitivity.INTERNAL, least=1)
AUDIENCES: Final = (Audience.PUBLIC, Audience.INTERNAL)
"""Those that every pack has; the first is meant where none is named, since it leaks less."""
