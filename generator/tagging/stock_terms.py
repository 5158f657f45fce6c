"""Quoted terms that name no practice of their own: programmes of the whole country, formulas of the Party, metaphors.

They are told by their build, by what is done to them, and by what stands around them; the few that no
pattern tells are known to every reader of newspapers and stand in NATIONAL.
"""

from __future__ import annotations

import re

PLAN = re.compile(
    "(?:[一二三四五六七八九]|十[一二三四五六七八九]?)五|[一二三四五六七八九十]{1,3}大|双[十一二三旦节]+"
)
"""The numbers of five-year plans and of congresses: 十四五."""
CREED = re.compile(
    "[一两二三四五六七八九十]个(?:代表|意识|自信|维护|确立|全面|结合|认同|离不开|有利于|毫不动摇|务必|转变|文明|现代化|凡是|倡议|"
    "战略|布局|思想|伟大|必须|坚持|共同|牢记|属于|公司|中国|大局|一百|百年|统筹|标准|覆盖|责任|主体|中心|高地|基地|窗口|平台|讲清楚)"
)
"""What is counted in formulas: 四个意识; a 六个一 of a town is no formula."""
METAPHOR = re.compile(
    "盘棋|张网|股绳|条心|把手|公里|米|刀切|言堂|骨头|鼻子|钥匙|心骨|舱石|盘星|阵地|桥头堡|火车头|聚宝盆|摇钱树|[袋篮]子|山芋|"
    "[堵难痛亮盲]点|[短样]板|软肋|顽疾|法宝|密码|责任田|施工图|路线图|时间表|任务书|军令状|指挥棒|风向标|晴雨表|"
    "[探照望远显微放大]镜|手术刀|[助推加速催化润滑]+[器剂]|连心桥|服务员|充电|输血|造血|名片|领跑|快车道|组合拳|大动脉|朋友圈|"
    "铁饭碗|大锅饭|拦路虎|绊脚石|敲门砖|定心丸|及时雨|强心针|试金石|磨刀石|主力军|排头兵|领头羊|[头群领]*雁|关键少数|细胞|碎片"
)
"""Images that end a term or are all of it: 最后一公里, 绣花功夫."""
LIVING = re.compile("(?:细胞|雁|阵地|名片|连心桥)$")
"""Images that are alive: with a noun behind them they are names, as in “红细胞”工程."""
NATIONAL = frozenset(
    [
        "一带一路",
        "一国两制",
        "港人治港",
        "澳人治澳",
        "三农",
        "三北",
        "三夏",
        "三下乡",
        "两会",
        "两新",
        "两重",
        "三新",
        "双碳",
        "四风",
        "五老",
        "两委",
        "四化",
        "三包",
        "三公",
        "三通",
        "急难愁盼",
        "国之大者",
        "三会一课",
        "主题党日",
        "三位一体",
        "五位一体",
        "双向进入、交叉任职",
        "回头看",
        "全覆盖",
        "零距离",
        "零容忍",
        "双报到",
        "大党委",
        "大工委",
        "最多跑一次",
        "一网通办",
        "高效办成一件事",
        "马上就办",
        "放管服",
        "互联网+",
        "人工智能+",
        "线上+线下",
        "千万工程",
        "希望工程",
        "春蕾计划",
        "菜篮子工程",
        "枫桥经验",
        "扫黄打非",
        "一岗双责",
        "三重一大",
        "一票否决",
        "第一书记",
        "一站式",
        "一条龙",
        "面对面",
        "心贴心",
        "手拉手",
        "一对一",
        "点对点",
        "三个代表",
        "八小时",
        "东数西算",
        "西电东送",
        "南水北调",
        "揭榜挂帅",
        "四种形态",
        "三同时",
        "三查三看",
        "一体两翼",
        "两弹一星",
        "双一流",
        "五个一工程",
        "三通一平",
        "八七扶贫攻坚计划",
        "再就业工程",
        "再就业",
        "幸福工程",
        "两党两国",
        "党代表",
        "一老一小",
        "村超",
        "双创",
        "双减",
        "双拥",
        "双赢",
        "共赢",
    ]
)
"""Terms of the whole country that papers of every place print; they are nobody's own method."""
DONE_TO = re.compile(
    "(?:打通|解决|破解|消除|克服|防止|杜绝|避免|反对|反|遏制|整治|清理|纠正|啃下|啃|牵住|牵|抓住|补齐|摆脱|告别|防范|整顿|搞|"
    "当好|当|作为|当作|看作|看成|视为|比作|变成|变为|成为|成了|堪称|犹如|好比|好似|如同|像|俗称|戏称|号称|所谓|所谓的|把好|守好|扛起|"
    "端稳|端牢|吃下|吃了|装上|插上|注入|按下|跑出|唱响|下好|织密|握紧|拧紧|系好)(?:了|的|好|这个|这一|一些|群众|人民|基层|服务)*$"
)
"""What is done to a metaphor, not to a method: 打通…, 当好…, 被看成…."""
ABROAD = re.compile(
    "国际|全球|世界|外交|总统|首相|总理|大使|两国|双边|多边|峰会|论坛|联合国|北约|欧盟|东盟|美国|美方|美军|日本|俄罗斯|英国|法国|德国|"
    "以色列|乌克兰|导弹|反导|战机|武器|制裁|一带一路|海外|国外|境外|外资|独立|组织成员国|各国|该国|国家主席|共和国|王国|代表团|访华|驻华|留学生|阿联酋|非洲|拉美|中东|中亚|欧洲|中方|对华|港澳|台湾"
)
"""Words of news from abroad, where quotation marks stand around other names."""
OVERALL = re.compile(
    "(?:国家|全国|中央|国务院|我国|中国|各地|党中央|部委|世界|国际)[^。;“”]{0,12}$|共建(?:绿色)?$"
)
"""What stands before a programme of the whole country."""
LOCAL = re.compile(
    "[村乡镇]|社区|街道|苏木|嘎查|支部|党委|党组织|党员|[县市区旗州盟]|机关|学校|小学|中学|大学|医院|法院|公司|企业|[厂局队站所]|干部|居民"
)
"""Bodies that have practices of their own."""
WARES = re.compile(
    "牌|[、和]?“[^”]{1,12}”等?(?:国外|国内)?(?:知名)?品牌|品牌|商标|计算机|彩电|电视|电脑|终端|口服液|系列|卫星|飞船|火箭|高铁|航班|汽车|邮轮|"
    "号(?!召)|杯|奖|展(?!开)|晚会|音乐会|画展|影片|电影|电视剧|剧|歌(?!颂)|书(?!记)|丛书|研讨会|理论研讨|枢纽|沿海|地区|城市|国家|任务|攻关|重大|重点|五年|规划|战略|倡议|"
    "经济带|走廊|问题|现象|做法|行为|经验|理论|思想|精神|原则|方针|政策|标准|关系|分子|分裂|电话|病毒|合作|建设(?!年)|指示|宣言|产业|[一二三四五六七八九十]+张"
)
"""What quotation marks stand before that is a ware, a work of art, a policy or a thought, not a way of working."""


WORKS = re.compile(
    r"公司$|银行$|航天|天宫|修复|改造|引水|供水|管网|大坝|隧道|铁路|公路|输电|电站|[一二三]期|^[\dA-Za-z×x.]+$|法庭|交易|股票|市场"
)
"""What builds, flies and trades: its names are no ways of working."""


def is_stock(content: str) -> bool:
    """Tell whether a term is a formula that every paper prints.

    >>> is_stock("十四五"), is_stock("四个意识"), is_stock("四方共议")
    (True, True, False)
    """
    return content in NATIONAL or bool(PLAN.fullmatch(content) or CREED.fullmatch(content))


def is_image(content: str, *, has_noun: bool = False) -> bool:
    """Tell whether a term is an image; some name something where a noun stands behind them.

    >>> is_image("最后一公里"), is_image("红细胞"), is_image("红细胞", has_noun=True)
    (True, True, False)
    """
    if has_noun and LIVING.search(content):
        return False
    image = METAPHOR.search(content)
    return bool(image and image.end() == len(content) and len(content) <= len(image.group()) + 4)


def is_done_to(before: str) -> bool:
    """Tell whether what stands before a term does something to it that is done to an image.

    >>> is_done_to("着力打通"), is_done_to("着力打造")
    (True, False)
    """
    return bool(DONE_TO.search(before))


def is_of_other_news(content: str, before: str, after: str, paragraph: str) -> bool:
    """Tell whether a quoted term of general news is a programme of the country, a ware or a name from abroad."""
    return bool(
        WORKS.search(content)
        or OVERALL.search(before)
        or WARES.match(after)
        or ABROAD.search(paragraph)
        or not LOCAL.search(paragraph)
    )
