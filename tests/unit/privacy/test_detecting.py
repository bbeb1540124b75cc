"""What is private in a text, found by what it looks like and by what stands beside it."""

from itertools import pairwise

import pytest

from spending import seconds
from summarykit.privacy.detecting import PrivateKind, private_spans

# Nobody is called so: the names of birds and trees under a surname.
CHILD, OTHER, THIRD = "王喜鹊", "周梧桐", "赵画眉"


def found(text: str, kind: PrivateKind, names: tuple[str, ...] = ()) -> list[str]:
    return [
        text[span.start : span.end] for span in private_spans(text, names) if span.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("证号110101201503078036。", ["110101201503078036"]),
        ("学籍号G110101201503078036。", ["G110101201503078036"]),
        ("证号110101 20150307 8036。", ["110101 20150307 8036"]),
        (
            "证号１１０１０１２０１５０３０７８０３６。",
            ["１１０１０１２０１５０３０７８０３６"],
        ),
        ("证号110101201503078037。", []),
        ("证号110101201513078036。", []),
    ],
)
def test_identity_numbers_are_told_by_their_check_digit(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.IDENTITY_NUMBER) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("电话13912345678。", ["13912345678"]),
        ("电话139-1234-5678。", ["139-1234-5678"]),
        ("电话+86 139 1234 5678。", ["+86 139 1234 5678"]),
        ("家长电话：0710-3512345。", ["0710-3512345"]),
        ("家长手机是一三九一二三四五六七八。", ["一三九一二三四五六七八"]),
        ("电话号码幺三九〇一二三四五六七。", ["幺三九〇一二三四五六七"]),
        ("电话家访一二三四五年级，走访一百二十三户。", []),
        ("学校电话0710-3512345。", []),
        ("电话12912345678，共投入13912345678901元。", []),
    ],
)
def test_telephones_are_those_of_persons(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.TELEPHONE) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("账号6222020200112230。", ["6222020200112230"]),
        ("账号6222 0202 0011 2230。", ["6222 0202 0011 2230"]),
        ("账号6222020200112231。", []),
        ("编号9222020200112230。", []),
    ],
)
def test_bank_cards_are_told_by_their_check_digit(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.BANK_CARD) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2015年3月7日出生。", ["2015年3月7日出生"]),
        ("2015年3月7日生于青石镇。", ["2015年3月7日生"]),
        ("2015年3月生，女。", ["2015年3月生"]),
        ("出生日期：2015-03-07。", ["出生日期：2015-03-07"]),
        ("出生于二〇一五年三月七日。", ["出生于二〇一五年三月七日"]),
        ("她生于2015年3月。", ["生于2015年3月"]),
        (f"{CHILD}生于2015年3月7日。", [f"{CHILD}生于2015年3月7日"]),
        ("生日是3月7日。", ["生日是3月7日"]),
        ("学校诞生于1958年3月，新生于2024年9月1日报到。", []),
        ("3月7日生日会，制度2023年9月1日生效，2015年出生。", []),
    ],
)
def test_births_are_dates_of_which_the_text_says_so(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.BIRTH_DATE) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("家住云岭县青石镇白杨村3组12号。", ["云岭县青石镇白杨村3组12号"]),
        ("走访青石镇白杨村二组。", ["青石镇白杨村二组"]),
        ("住在白杨村第三村民小组7号。", ["白杨村第三村民小组7号"]),
        ("青石镇文化路12号3栋2单元501室。", ["青石镇文化路12号3栋2单元501室"]),
        ("走访了白杨村3组。", []),
        ("家住白杨村3组，住在白杨村。", ["白杨村3组"]),
        ("青石镇辖5个村12个组，学校地址：青石镇文化路12号。", []),
        ("云岭县青石镇第二小组，青石镇白杨村3名学生。", []),
    ],
)
def test_addresses_are_chains_up_to_a_house(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.ADDRESS) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"六年级（1）班{CHILD}同学获奖。", [CHILD]),
        (f"我校六年级(1)班{CHILD},由奶奶照顾。", [CHILD]),
        (f"六年级{CHILD}身患重病。", [CHILD]),
        (f"{CHILD}，女，12岁。", [CHILD]),
        (f"{CHILD}（六年级1班）获奖。", [CHILD]),
        (f"{CHILD}父母在外务工。", [CHILD]),
        (f"资助{CHILD}、{OTHER}和{THIRD}三名同学。", [CHILD, OTHER, THIRD]),
        (f"资助{CHILD}、{OTHER}等同学。", [CHILD, OTHER]),
        (f"{CHILD}小朋友和{OTHER}学生。", [CHILD, OTHER]),
        ("六年级（1）班李松鼠老师和三（2）班班主任刘白杨家访。", []),
        ("李松鼠（三年级语文教师）、刘白杨等12名教师家访。", []),
        (f"表扬{CHILD}同学，慰问{OTHER}同学，为{THIRD}同学捐款。", [CHILD, OTHER, THIRD]),
        (f"孤儿{CHILD}由奶奶照顾。由于失去父母的监管。", [CHILD]),
        (f"表彰{CHILD}、{OTHER}等2名优秀学生。", [CHILD, OTHER]),
        (
            f"三年级女生{CHILD}患病，男生{OTHER}得了奖，学生{THIRD}成绩好。",
            [CHILD, OTHER, THIRD],
        ),
        (f"看望生病的{CHILD}，患有哮喘的{OTHER}返校。", [CHILD, OTHER]),
        (f"走访四年级（2）班{CHILD}家，陪六年级{OTHER}看病。", [CHILD, OTHER]),
        (f"给{CHILD}送教，把{OTHER}劝回学校，帮{THIRD}办理转学。", [CHILD, OTHER, THIRD]),
        ("王鹊和李杪两名同学获奖。", ["王鹊", "李杪"]),
        (f"学困生{CHILD}进步大，少先队员{OTHER}拾金不昧。", [CHILD, OTHER]),
        ("女生高兴地唱歌，孤儿高兴地返校，生病的同学返校。", []),
        ("学生温暖返校，平时劝返，患病的家长。", []),
        ("三年级学生张贴标语，学生高兴，各班同学和四年级成绩。", []),
        ("小禾（化名）同学、李某某同学、王××同学和学生A。", []),
    ],
)
def test_children_are_told_by_what_stands_beside_them(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("父亲高松柏，母亲李白杨。", ["高松柏", "李白杨"]),
        (f"{CHILD}，父高松柏，母李白杨。", ["高松柏", "李白杨"]),
        ("其父高松在外务工。", ["高松"]),
        ("监护人：欧阳松柏。", ["欧阳松柏"]),
        ("父亲买买提·阿杜鹊在外。", ["买买提·阿杜鹊"]),
        ("家长代表高松柏、李白杨发言。", ["高松柏", "李白杨"]),
        (f"高松柏（{CHILD}的父亲）来校。", ["高松柏"]),
        ("父母高松柏 李白杨改嫁。", ["高松柏", "李白杨"]),
        ("委托监护人高松柏代管，爸爸李白杨打来电话。", ["高松柏", "李白杨"]),
        ("父高松柏，母李白杨。", ["高松柏", "李白杨"]),
        ("父亲常年外出，患高血压，母亲成天打牌，奶奶高龄。", []),
        ("家长安全意识提高，家长高度重视，监护人严格管教。", []),
        ("家长李松鼠老师来了，王奶奶和张爷爷。", []),
    ],
)
def test_parents_are_told_by_the_relation_beside_them(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.GUARDIAN_NAME) == words


def test_names_of_a_roster_are_found_wherever_they_stand() -> None:
    text = "名单：王 鹊、周梧桐，周梧桐树。"
    assert found(text, PrivateKind.CHILD_NAME) == []
    assert found(text, PrivateKind.CHILD_NAME, ("王鹊", OTHER)) == ["王 鹊", OTHER, OTHER]
    assert found(text, PrivateKind.CHILD_NAME, ("王", "")) == []


@pytest.mark.parametrize(
    ("text", "illness", "family"),
    [
        (f"{CHILD}同学患白血病，父母离异。", ["白血病"], ["父母离异"]),
        (f"{CHILD}同学获奖。她父亲正在服刑。", [], ["服刑"]),
        ("小禾（化名），三年级，二级肢体残疾，孤儿。", ["二级肢体残疾"], ["孤儿"]),
        (f"{CHILD}同学获奖。全校有单亲家庭学生12名。", [], []),
        ("小禾（化名）父母离异，患哮喘。", [], []),
        ("残疾学生3名，孤儿2名。", [], []),
    ],
)
def test_matters_are_private_where_it_is_told_whose(
    text: str, illness: list[str], family: list[str]
) -> None:
    assert found(text, PrivateKind.ILLNESS) == illness
    assert found(text, PrivateKind.FAMILY) == family


def test_whose_a_matter_is_may_be_known_from_the_roster() -> None:
    assert found("喜鹊患癫痫。", PrivateKind.ILLNESS, ("喜鹊",)) == ["癫痫"]


def test_spans_are_in_order_and_do_not_meet() -> None:
    text = f"{CHILD}，女，11岁，2015年3月7日生，证号110101201503078036，电话13912345678，孤儿。"
    spans = private_spans(text, (CHILD,))
    assert len(spans) == 5
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_time_grows_with_the_text() -> None:
    text = f"六年级（1）班{CHILD}同学家住青石镇白杨村3组12号，电话13912345678，父母离异。" * 50

    assert len(private_spans(text * 8)) == 200 * 8

    def spent(times: int) -> float:
        return seconds(lambda: private_spans(text * times))

    assert spent(8) < 8 * 3 * max(spent(1), 0.01)


@pytest.mark.parametrize(
    "text",
    [
        CHILD + "和" * 300,
        f"{CHILD}、" + "和王喜鹊" * 100,
        "买买提·" * 100 + "同学",
        "父亲" + "买" * 300 + "·" + "买" * 300,
        f"{CHILD}同学" + "以及" * 200,
        "处、" * 100 + "13912345678",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    assert seconds(lambda: private_spans(text)) < 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"学生{CHILD}、周鹊、赵梅等8名同学获奖。", [CHILD, "周鹊", "赵梅"]),
        (f"{CHILD}、{OTHER}同学获奖。", [CHILD, OTHER]),
        ("九岁的王喜鹊和12岁的周梧桐。", ["王喜鹊", "周梧桐"]),
        ("六十五岁的王喜鹊和46岁的周梧桐，蒙古族学生。", []),
    ],
)
def test_lists_and_ages_tell_children(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("林子鹊同学获奖。", ["林子鹊"]),
        ("谭心杪的奶奶来了。", ["谭心杪"]),
        ("六年级（1）班郑晓鹊获奖。", ["郑晓鹊"]),
        ("孤儿赵一蘅送教上门。", ["赵一蘅"]),
        ("学生姓名：潘杪；", ["潘杪"]),
        ("黄老师、李主任、王校长、陈书记等4名干部包干。学生王鹊蘅的奶奶。", ["王鹊蘅"]),
        ("学生易疲劳、学生易冲动。", []),
        ("管理学生的家长。", []),
    ],
)
def test_names_are_told_from_words_and_posts(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("身份证号110101201203052345", PrivateKind.IDENTITY_NUMBER, ["110101201203052345"]),
        ("学籍号L522627201307170012", PrivateKind.IDENTITY_NUMBER, ["L522627201307170012"]),
        ("银行卡6217001234567890123", PrivateKind.BANK_CARD, ["6217001234567890123"]),
        ("QQ 123456789", PrivateKind.TELEPHONE, ["123456789"]),
        ("核对学籍2023-2024学年的变动", PrivateKind.IDENTITY_NUMBER, []),
        ("学校邮箱qingshi2012@example.org", PrivateKind.TELEPHONE, []),
        ("微信：lan2012，", PrivateKind.TELEPHONE, ["lan2012"]),
    ],
)
def test_what_a_label_says_is_a_number_is_one(
    text: str, kind: PrivateKind, words: list[str]
) -> None:
    assert found(text, kind) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("帮助欧阳栗同学。", ["欧阳栗"]),
        ("残疾儿童慕容栗砾，三年级。", ["慕容栗砾"]),
        ("资助尉迟鹊、司马荇薇等2名学生。", ["尉迟鹊", "司马荇薇"]),
        ("三年级皇甫鹊在校表现好。", ["皇甫鹊"]),
        ("以上官方网站，东方小学同学。", []),
    ],
)
def test_a_surname_may_have_two_signs(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("表扬买买提·阿杜鹊同学。", ["买买提·阿杜鹊"]),
        ("表扬买买提•阿杜鹊同学。", ["买买提•阿杜鹊"]),
        ("学生罗·栗砾因病请假。", ["罗·栗砾"]),
        ("资助买买提·阿杜鹊、罗·栗砾等2名学生。", ["买买提·阿杜鹊", "罗·栗砾"]),
        ("留守儿童阿依鹊·买买提，女，9岁。", ["阿依鹊·买买提"]),
        ("尼玛次仁同学和卓玛小朋友。", ["尼玛次仁", "卓玛"]),
        ("资助尼玛次仁、扎西卓玛等3名学生。", ["尼玛次仁", "扎西卓玛"]),
        ("“阳光·成长”活动，2024年·秋季同学会。", []),
        ("增加平日同学交流，美德同学。", []),
    ],
)
def test_names_of_other_peoples_are_told_by_dots_and_sounds(
    text: str, words: list[str]
) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("王喜鹊、栗砾、阙杪和栾梧桐4名同学。", ["王喜鹊", "栗砾", "阙杪", "栾梧桐"]),
        ("栾梧桐、栗砾、王喜鹊等3名学生。", ["栗砾", "王喜鹊"]),
        ("学生王喜鹊、周梧桐、栗砾3人获奖。", ["王喜鹊", "周梧桐", "栗砾"]),
        ("王喜鹊、李主任、张校长等3名同志和学生。", []),
        ("学生王喜鹊、李主任等2名。", ["王喜鹊"]),
        ("黄白坡12名学生。", []),
        ("学生王喜鹊、语文老师等2名。", ["王喜鹊"]),
    ],
)
def test_whoever_is_counted_with_a_child_is_named(text: str, words: list[str]) -> None:
    assert found(text, PrivateKind.CHILD_NAME) == words


@pytest.mark.parametrize(
    "words", ["邵阳", "石家庄", "柳州", "苗族", "毛毛", "路边", "江苏", "童子军"]
)
def test_places_peoples_and_pet_names_are_no_names(words: str) -> None:
    assert found(f"帮助{words}同学，三年级{words}学生。", PrivateKind.CHILD_NAME) == []
    assert found(f"{words}", PrivateKind.CHILD_NAME, (words,)) == [words]


def test_a_name_may_begin_like_that_of_a_place() -> None:
    assert found("帮助邵阳鹊同学。", PrivateKind.CHILD_NAME) == ["邵阳鹊"]
