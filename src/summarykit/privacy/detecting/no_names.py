"""Words that begin like names and are none: common words, posts, places."""

import re
from typing import Final

_NOT_NAMES: Final = re.compile(
    "^(?:高[年低度中兴效质尚等龄大位]|任[何务课教]|方[面法式案便向]|于是|何[时种]|万[元户]|严[格重肃峻厉谨]|金额|白天|段时|马[上路克达列]|蒙古|黄埔|熊猫|许[多可]"
    "|余[名人次]|程[度序]|夏[季令]|周[一二三四五六日末边围密]|毛[病笔]|雷锋|成[绩长功效立为]|时[间候常刻]|文[明化件艺]|安[全排心置静分]"
    "|关[爱心注怀于系键]|常[规见]|管理|包[括含]|路[上途]|连续|车[辆上]|农[村民]|单[亲独位]|向[上阳]|解[决除]|平[时等]|简[单介]"
    "|游[戏泳]|章程|温[暖馨柔和]|康复|童[年心]|党[员团]|祝[福愿]|左右|华[侨人]|古[诗典]|石[油头]|龙头|黄[金河]|田[间径]|林[业区]|江河"
    "|张[贴望扬开挂]|申[请报诉]|施[工教行肥]|舒[适心展]|管教|焦[虑急点]|甘[心愿]|符[合号]|纪[律念录检委]|盛[大行]|曲[线折]|蓝[图天]"
    "|房[屋子]|艾滋|尤其|司[机法]|卓[越有]|吉他|项目|景[色区]|费用|卫[生健]|陶[冶瓷]|贺[卡年]|顾[虑及]|钱[财币]|武[术装]|洪[水亮]"
    "|康乐|牛奶|易[于懂冲疲怒激受感发错]|齐[心声抓全]|庄[严稼]|宁[静愿]|尚[未且]|季[节度]|苗木|谷物|辛[苦勤]|柴火|谢[谢意绝]|苏醒|汤圆|陆续|凌[晨乱]|高血|童子军|陈[述列]|林立|贺喜)"
)
POSTS: Final = (
    *("主任", "校长", "书记", "园长", "镇长", "乡长", "县长", "局长", "院长", "所长"),
    *("会计", "医生", "教授", "警官", "干事", "教练", "阿姨", "叔叔", "大爷", "大妈"),
)
"""How an adult is called behind the surname."""
_GROWN_UP: Final = re.compile(
    "^(?:老师|教师|校长|主任|书记|园长|导演|编辑|干部|局长|同志|医生|村长|[（(]?(?:男|女)?教师|[（(，,][^，,。；\n]{0,8}(?:教师|老师|班主任|校长|主任))"
)
"""How a text says behind a name that it is a teacher's."""
_AFTER: Final = 12
"""So many signs after a name may say so."""
_PLACES: Final = re.compile(
    "吉林|江苏|安徽|江西|甘肃|宁夏|江南|江北|苏北|甘南|黄南|华东|石家庄|唐山"
    "|秦皇岛|邢台|张家口|吕梁|包头|沈阳|白山|白城|安阳|连云港|宁波|金华"
    "|马鞍山|安庆|黄山|黄石|黄冈|龙岩|宁德|吉安|许昌|周口|武汉|邵阳|岳阳"
    "|常德|张家界|娄底|江门|甘孜|安顺|毕节|曲靖|文山|林芝|安康|金昌|白银"
    "|武威|张掖|石嘴山|吴忠|常熟|江阴|余姚|余杭|萧山|石狮|金坛|宁海|章丘"
    "|曲阜|项城|韩城|洪湖|江油|简阳|江津|黄浦|徐汇|高邮|高密|邹城|龙口|温岭"
    "|安丘|常宁|武冈"
)
"""Provinces and cities that begin with the sign of a surname; those in 州 are told by it."""
_KIND: Final = re.compile(r".[州边间]|.{1,2}族|(.)\1")
"""苗族, 柳州, 路边; and pet names such as 毛毛, which have no surname."""


def is_no_name(words: str) -> bool:
    """Return whether words that begin with a surname are no name of a child."""
    if _PLACES.fullmatch(words) or _KIND.fullmatch(words):
        return True
    return _NOT_NAMES.match(words) is not None or words.endswith(POSTS)


def is_no_child(words: str, text: str, end: int) -> bool:
    """Return whether words of a text, up to `end`, are no name or that of a teacher."""
    return is_no_name(words) or _GROWN_UP.match(text[end : end + _AFTER]) is not None
