"""Chinese family names, to tell names that print runs together."""

from __future__ import annotations

COMMON = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫闻温葛肖单季鲁祁"
    "庞樊兰殷施陶洪翟安颜倪严牛俞章鲍柴柳戚云花费窦霍项祝解阮蓝麻路娄岳齐尚梅莫庄辛管左涂谷祖"
)
"""Names that may open a person's name in running text."""
RARE = frozenset(
    "巴包宝毕边卞卜布步操查柴昌晁车谌褚楚揣淳丛党刁东都斗杜段鄂丰封凤符富盖甘干郜戈耿公宫巩勾古关官光桂国过海杭"
    "和桓惠姬吉计纪冀简焦解景敬鞠阚柯匡况邝来郎劳乐雷冷黎厉郦利连廉练良梁蔺凌令刘留六鹿禄栾骆满茅门蒙孟米苗缪明"
    "牟木穆那南能聂宁农区欧盘逄裴彭蓬皮平蒲濮朴卜漆奇千强芹秦覃青清丘仇曲屈瞿全权冉饶荣茹阮芮桑沙山商佘申沈生盛师"
    "时寿舒束帅水司四松宿粟隋随索塔台邰滕佟仝童佟屠瓦宛旺危韦卫蔚翁乌巫伍西席郗咸相向萧晓信邢幸宿胥续宣荀雅鄢言晏"
    "燕羊阳仰伊衣阴银应英游有於禹庾郁喻元苑原臧迟翟占战张詹展湛仉者真甄支只植智仲竺诸竹卓子宗左佐滑穗建程洛廷敖敕"
    "代贠负员尤柏奚岑滕邬狄闵虞昝裘贲诸钮嵇储靳汲糜井牧隗宓班秋仲暴戎薄怀籍苍莘贡扶雍璩扈郏浦慕习艾容阙蔚越荆尉鲜晏苑邸付税"
    "房谈贝庾郜撒亓蔺辜鄞芦闻鄯逯佘鞠麦乜褟皋訾厍禚"
)
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
