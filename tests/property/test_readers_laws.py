"""What holds for any input: nothing raises, places lie in the file, the form is all one."""

import json

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from records import YEAR, plain_year
from summarykit.l10n.messages import describe
from summarykit.readers import ReadResult, read_text

few = settings(max_examples=80, deadline=None)
texts = st.text(max_size=80)
# Pieces that mean something to a parser find more than letters do.
pieces = st.lists(
    st.sampled_from(
        [*"{}[]:,-?&*!|>'\"%@`#~\n\t 甲：\\", "\n  ", ": ", "- ", "---\n", "<<", "null", "\\u"]
    )
    | texts,
    max_size=30,
).map("".join)


def _read(text: str | bytes, form: str) -> ReadResult:
    return read_text(text, format="json" if form == "json" else "yaml", source="f")


def _lies_in(result: ReadResult, text: str) -> bool:
    last = text.count("\n") + text.count("\r") + 1
    lines = [finding.at.line for finding in result.findings if finding.at.line]
    return all(1 <= line <= last for line in lines)


@few
@given(text=pieces, form=st.sampled_from(["yaml", "json"]))
def test_any_text_is_read_or_told_what_is_wrong_with_it(text: str, form: str) -> None:
    result = _read(text, form)
    assert result.findings
    assert _lies_in(result, text)
    assert all(describe(f, "zh") and describe(f, "en") for f in result.findings)


@few
@given(data=st.binary(max_size=120), form=st.sampled_from(["yaml", "json"]))
def test_any_bytes_are_told_what_is_wrong_with_them(data: bytes, form: str) -> None:
    assert _read(data, form).findings


@few
@given(at=st.integers(0, len(YEAR)), gone=st.integers(0, 9), new=pieces)
def test_a_record_with_any_slip_of_the_hand_has_findings_inside_the_file(
    at: int, gone: int, new: str
) -> None:
    text = YEAR[:at] + new + YEAR[at + gone :]
    result = _read(text, "yaml")
    assert _lies_in(result, text)
    assert result.record or result.findings


# Truth values are left out: plain YAML leaves them as text, JSON has them as values.
_spoilt = st.none() | st.sampled_from(["", "x", "3", [], {}, [[]], {"x": "y"}])


def _spoil(node: object, data: st.DataObject) -> object:
    """Return `node` with one value, somewhere in it, replaced or renamed."""
    if not isinstance(node, (dict, list)) or not node:
        return data.draw(_spoilt)
    if isinstance(node, list):
        at = data.draw(st.integers(0, len(node) - 1))
        return [_spoil(item, data) if n == at else item for n, item in enumerate(node)]
    name = data.draw(st.sampled_from(list(node)))
    if data.draw(st.booleans()):
        return {f"{key}x" if key == name else key: value for key, value in node.items()}
    return node | {name: _spoil(node[name], data)}


@few
@given(data=st.data())
def test_a_spoilt_field_is_found_at_the_same_path_in_yaml_and_json(data: st.DataObject) -> None:
    spoilt = _spoil(plain_year(), data)
    in_json = _read(json.dumps(spoilt, ensure_ascii=False, indent=1), "json")
    as_yaml = yaml.safe_dump(spoilt, allow_unicode=True, sort_keys=False)
    in_yaml = _read(as_yaml, "yaml")
    assert _lies_in(in_yaml, as_yaml)
    assert all(f.at.line for f in in_json.findings)
    assert {(f.code, f.at.path) for f in in_json.findings} == {
        (f.code, f.at.path) for f in in_yaml.findings
    }
    assert in_json.record == in_yaml.record


@few
@given(name=st.text(min_size=1, max_size=20), rows=st.lists(st.lists(texts, max_size=3)))
def test_any_words_that_are_read_from_json_are_read_from_yaml_and_read_back(
    name: str, rows: list[list[str]]
) -> None:
    tree = plain_year()
    tree["organisation"]["name"] = name
    tree["attachments"][0]["rows"] = rows
    record = _read(json.dumps(tree), "json").record
    # Escaped, for PyYAML itself does not read back a U+0085 that it writes as it is.
    assert record == _read(yaml.safe_dump(tree), "yaml").record
    if record:
        dumped = record.model_dump(mode="json")
        assert _read(json.dumps(dumped), "json").record == record
        assert _read(yaml.safe_dump(dumped, allow_unicode=True), "yaml").record == record
