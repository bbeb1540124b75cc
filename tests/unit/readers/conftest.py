"""What the tests of reading share: YAML is read by either of its two loaders."""

import pytest
import yaml


@pytest.fixture(params=["libyaml", "pure"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
