"""Chinese family names, to tell names that print runs together."""

from __future__ import annotations

COMMON = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫闻温葛肖单季鲁祁"
    "庞樊兰殷施陶洪翟安颜倪严牛俞章鲍柴柳戚云花费窦霍项祝解阮蓝麻路娄岳齐尚梅莫庄辛管左涂谷祖"
)
"""Names that may open a person's name in running text."""
HUNDRED = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
    "姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀"
    "羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘"
    "景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶冉宰郦雍郤璩桑"
    "桂濮牛寿边扈燕冀郏浦尚农温庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾暨衡步都耿满弘匡国文寇禄阙东欧殳沃"
    "利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜鞠丰巢关蒯相查荆红游竺权逯盖桓公仉晋楚闫汝鄢涂钦岳帅"
    "缑亢况郈琴商牟佘佴墨哈谯笪阳佟言福"
)
"""The Hundred Family Names of the Song, less the few that print nearly always uses as words: 有, 家, 年."""
MODERN = frozenset(
    "肖丘付代覃占仝官芦邸迟苑练粟鹿麦门隋雒英揭植谌冼卿操敖矫修展税才铁智战豆初由户买原位丛亓禚贠负辜衣来"
    "宛佐鄞光青良续朴斗者真令过漆清丑么"
    "宝布塔奇斯扎拉次达尼艾努玉特额朝海晓木建"
)
"""Names outside of them that censuses of today count often, and first characters of other peoples' names and of pen names."""
RARE = (HUNDRED | MODERN) - COMMON
"""Names that need more evidence than themselves."""
DOUBLE = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "夏侯",
        "端木",
        "长孙",
        "宇文",
        "轩辕",
        "钟离",
        "闻人",
        "澹台",
        "公冶",
        "宗政",
        "濮阳",
        "淳于",
        "单于",
        "太叔",
        "申屠",
        "仲孙",
        "呼延",
    ]
)
"""Names of two characters."""


TRANSCRIBED = frozenset(
    "阿艾安敖奥巴白包宝保毕布查朝楚措达代德道丹迪尔额恩嘎高戈格根古贵哈海罕浩和贺呼胡花吉济金卡拉兰乐勒力林琳丽鲁玛"
    "满毛茂孟莫木穆那纳娜尼宁诺其奇旗琪钦琴青庆日仁撒萨赛桑色沙斯苏索塔泰唐陶特腾图托娃旺乌文希锡夏雅亚颜伊依音银英永玉"
    "云扎珠佐坦都敦通茹登门牧郎策克旦乙申照僧太顺新旭干勋"
)
"""Characters that write out Mongolian names."""


def is_transcribed(name: str) -> bool:
    """Tell whether `name` reads as a Mongolian name of three to seven characters.

    >>> is_transcribed("乌兰图雅"), is_transcribed("高举旗帜")
    (True, False)
    """
    return 3 <= len(name) <= 7 and TRANSCRIBED.issuperset(name) and not name.endswith("浩特")


def opens_name(text: str, *, rare: bool = True) -> bool:
    """Tell whether `text` begins with a family name."""
    return text[:2] in DOUBLE or text[:1] in COMMON or (rare and text[:1] in RARE)


def split_names(run: str) -> tuple[str, ...]:
    """Split names that are printed without blanks; one name stays whole.

    >>> split_names("王飞李永"), split_names("其乐木格"), split_names("欧阳小雨")
    (('王飞', '李永'), ('其乐木格',), ('欧阳小雨',))
    """
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(run) + 1):
        ways = [
            (*before, run[start:end])
            for start, before in enumerate(best)
            if before is not None and _can_be_name(run[start:end], first=not start)
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or (run,)


def _can_be_name(text: str, *, first: bool) -> bool:
    """Tell whether a stretch of names is one; a rare family name counts only at the beginning."""
    lengths = (3, 4) if text[:2] in DOUBLE else (2, 3)
    return len(text) in lengths and opens_name(text, rare=first)
