"""Forty threads share one pack: forty right files, none with anything of another's."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import template_packs
from summarykit.compose import Audience, compose
from summarykit.model import YearRecord
from summarykit.packs import Pack
from summarykit.writers import WRITERS

THREADS = 40
ROUNDS = 3


def school(number: int) -> YearRecord:
    """Return a record in which every figure and name has the number of its school."""
    own = f"第{number}号"
    return template_packs.record(
        organisation={"name": f"{own}小学", "level": "school"},
        population=[
            {"id": f"p{number}a", "cohort": "enrolled", "count": f"{number}001名"},
            {"id": f"p{number}b", "cohort": "left_behind", "count": f"{number}002名"},
        ],
        programmes={
            "left_behind_care": {
                "background": f"{own}背景",
                "measures": [
                    {
                        "id": f"m{number}-{kind}",
                        "kind": kind,
                        "practice": f"{own}做法",
                        "pairs": f"{number}003对",
                    }
                    for kind in ("teacher_pairing", "heart_talk", "home_visit")
                ],
            }
        },
        attachments=[
            {"name": f"{own}名册", "columns": ["项", "数"], "rows": [[own, f"{number}004"]] * 5}
        ],
        signature={"date": "2024-07-01"},
    )


def written(pack: Pack, number: int, form: str) -> str:
    """Return the words of the file of one school."""
    composed = compose(school(number), pack, "summary", Audience.INTERNAL)
    assert composed.document is not None, composed.findings
    file = WRITERS[form](composed.document, pack.layout)
    if form != "docx":
        return file.decode()
    with ZipFile(BytesIO(file)) as archive:
        return re.sub("<[^>]+>", "", archive.read("word/document.xml").decode())


@pytest.mark.parametrize("form", ["txt", "md", "docx"])
def test_forty_threads_write_forty_right_files(form: str, tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path)
    numbers = range(101, 101 + THREADS)
    alone = {number: written(pack, number, form) for number in numbers}
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            for _ in range(ROUNDS):
                files = threads.map(lambda number: written(pack, number, form), numbers)
                for number, file in zip(numbers, files, strict=True):
                    assert file == alone[number]
                    assert set(re.findall(r"(\d{3})00[1-4]", file)) == {str(number)}
                    assert set(re.findall(r"第(\d+)号", file)) == {str(number)}
    finally:
        sys.setswitchinterval(switching)
