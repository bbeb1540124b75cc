"""C05: a character that is wrong, doubled or missing (因该 for 应该, 取得了了)."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.collocations import misfits
from summarykit.review.prose.constructions import wrong
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.sentences import plain
from summarykit.review.prose.slips import Slip
from summarykit.review.prose.words import words_of

_DOUBLED: Final = re.compile(
    # Words of grammar; each with what follows or goes before where two of them are right.
    r"(?<!目)的的(?![确士黎卡])"
    r"|(?<!不)(?<!直截)了了(?![解结断然却望事不])"
    r"|们们|及及(?!时)|与与(?!会)|(?<!当)(?<!各)(?<!本)(?<!外)(?<!块)(?<!天喜)(?<!实)地地(?![道区处方势理形])"
    r"|并并|且且|由由于|为为了|以以及|因因为|被被|让让(?!步)|于于(?!是)"
    # A word whose last character is there again, where no word begins with that.
    r"|进一步步|情况况|问题题|(?<!方)方面面(?![对临向貌积目])|措施施(?!行|工|以|教|展|加)"
    r"|教育育(?!人|才|苗|种)|学期期(?![末中间初满望待])|孩子子(?!女)|家庭庭"
    r"|儿童童(?![年谣话心星趣装声])|责任任(?![务教何职课期命用免])|落实实(?![施效现际行地])"
    # A word that is there twice.
    r"|(?P<long>(?!一|多少)[\u4e00-\u9fff]{3,8})(?P=long)(?!地)"
    r"|(?P<word>儿童|家长|老师|班级|家庭|社会|领导|同学|校长|制度|措施|方案|档案|留守|辍学|控辍|保学|义务|健康|方式|方法|目标|责任"
    r"|资料|成绩|关爱|帮扶|家访|根据(?!根据地)|按照|随着|围绕|针对|尤其|虽然|不仅|而且|从而|使得|特别|以及)(?P=word)"
    r"|(加强|进行|开展|做好|实施|落实|提高|组织|我们|他们|学校|教师|情况|问题|通过|由于|因为|所以"
    r"|但是|并且|以及|为了|对于|关于|建立|健全|完善|取得|获得|采取|召开|要求|坚持|成立|认真|积极)\3"
)

_MADE_WRONG: Final = re.compile(
    r"(?:加强|增强|提高|取得|获得|完成|建立|落实|促进|改善)的了"
    r"|(?:欣慰|可喜|可惜|遗憾|高兴|庆幸|可贵|重要|难得|感动)地是"
    r"|会议了(?=[\u4e00-\u9fff])(?![解结])|在一(?:年|学年|学期|个学期)来(?=[，,])"
    r"|坚持[^，,。；;把将以]{2,10}放在(?:首位|第一位)"
)
"""A word of grammar that is wrong, too many, or missing."""


def check(prose: Prose) -> Iterator[Slip]:
    """Yield what is misspelt, put together wrongly, written twice, passage by passage."""
    for passage in prose.passages:
        text = passage.text
        for start, entry in words_of("typo").found(text):
            said = message(
                "{wrong} is probably a slip of the pen for {right}",
                wrong=entry.wrong,
                right=entry.right,
            )
            end = start + len(entry.wrong)
            yield Slip(Code.C05, Severity.WARNING, passage, start, end, said)
        for seen in _MADE_WRONG.finditer(text):
            said = message("{words} is put together wrongly", words=seen.group())
            yield Slip(Code.C05, Severity.WARNING, passage, seen.start(), seen.end(), said)
        in_full_width = plain(passage)
        for start, end in chain(wrong(in_full_width), misfits(in_full_width)):
            said = message("{words} is put together wrongly", words=text[start:end])
            yield Slip(Code.C05, Severity.WARNING, passage, start, end, said)
        for seen in _DOUBLED.finditer(text):
            said = message("{words}: some of it is written twice", words=seen.group())
            yield Slip(Code.C05, Severity.WARNING, passage, seen.start(), seen.end(), said)
