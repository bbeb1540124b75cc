"""What the tables of `layout.toml` have in common."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

FontRole = Literal["song", "fangsong", "kai", "hei", "title", "latin"]
Alignment = Literal["left", "center", "right", "both"]


class Part(BaseModel):
    """One table of `layout.toml`: every key is known, and nothing changes once it is read."""

    # Built when the first layout is read: importing the package does not wait for it.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
