"""`audiences.toml`: for whom documents are, beside or in place of what every pack has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from summarykit.model.audience import AUDIENCES as OUR_OWN
from summarykit.model.audience import AliasStyle, Audience
from summarykit.model.values import Text
from summarykit.model.vocabulary import Sensitivity
from summarykit.packs.manifest import Declared, Name
from summarykit.packs.places.paths import AUDIENCES
from summarykit.packs.settings.declarations import declared
from summarykit.packs.settings.declared_files import DeclaredFiles


def _can_be_seen(level: Sensitivity) -> Sensitivity:
    if level is Sensitivity.CONFIDENTIAL:
        raise PydanticCustomError("nobody_sees", "nobody", {"name": level.value})
    return level


Sees = Annotated[Sensitivity, AfterValidator(_can_be_seen)]
Least = Annotated[int, Field(ge=1, le=100, strict=True)]


_OURS: Final[Mapping[str, Mapping[str, object]]] = MappingProxyType(
    {
        one.id: {"name": one.name, "sees": one.sees, "aliases": one.aliases, "least": one.least}
        for one in OUR_OWN
    }
)


_CALLED: Final = ("公开", "内部")
"""What people may write for ours."""


class DeclaredAudience(Declared):
    """One kind of readers, by its key."""

    name: Text
    """What the version for them is called: 家长版."""
    sees: Sees = Sensitivity.PUBLIC
    """Whether they may read what is internal."""
    aliases: AliasStyle = AliasStyle.RECORDED
    """What children are called for them."""
    least: Least = 3
    """The smallest count of a sensitive group in a part of the school that they read."""


class DeclaredAudiences(Declared):
    """All that a pack says of its readers."""

    audiences: dict[Name, DeclaredAudience] = Field(default_factory=dict)

    @field_validator("audiences", mode="before")
    @classmethod
    def _ours_are_known(cls, said: object) -> object:
        # What is not said of one of ours stays as it is.
        if not isinstance(said, dict):
            return said
        return {
            key: {**_OURS.get(key, {}), **one} if isinstance(one, dict) else one
            for key, one in said.items()
        }

    @field_validator("audiences")
    @classmethod
    def _public_is_public(
        cls, audiences: dict[str, DeclaredAudience]
    ) -> dict[str, DeclaredAudience]:
        called = [*_CALLED, *(one.name for key, one in audiences.items() if key not in _OURS)]
        called += [one.name for one in OUR_OWN if one.id not in audiences]
        for key, one in audiences.items():
            if called.count(one.name) > (key not in _OURS):
                raise PydanticCustomError("audience_twice", "twice", {"name": one.name})
        # Whoever names no audience gets this one.
        public = audiences.get(Audience.PUBLIC.id)
        if public is not None and public.sees is not Sensitivity.PUBLIC:
            raise PydanticCustomError("public_sees", "public", {"name": Audience.PUBLIC.id})
        return audiences


NONE: Final[Mapping[str, Audience]] = MappingProxyType({one.id: one for one in OUR_OWN})


def read_audiences(files: DeclaredFiles) -> Mapping[str, Audience]:
    """Return the audiences of a pack by their keys, our own first; it need not declare any.

    One that it declares by the key of ours is in place of it.
    """
    if not files.lineage.levels(AUDIENCES):
        return NONE
    found = declared(files, files.read(AUDIENCES), DeclaredAudiences)
    if found is None:
        return NONE
    own = {
        key: Audience(key, one.name, one.sees, one.aliases, one.least)
        for key, one in found.audiences.items()
    }
    return MappingProxyType({**NONE, **own})
