"""The patterns of words that tell when something happened, and the days that holidays fall on."""

from __future__ import annotations

import re
from collections.abc import Mapping

CHINESE_YEAR = re.compile("[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)")
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
SENTENCE = re.compile("[^。!?;\n]{1,1000}")

YEAR = re.compile(r"(?<![\d/.-])((?:19[4-9]|20[0-4])\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
FUTURE_BEFORE = re.compile(
    "(?:到|至|力争|计划|将|预计|争取|目标|规划|拟|定于|有望|确保|展望|面向|迈向|迎接|申办|筹办|提前|[-—~～])[^,、]{0,6}$"
)
FUTURE_AFTER = re.compile(
    "^(?:底|末|年底)?(?:前|以前|之前|要|达到|奥运|亚运|世博|世界杯|远景|目标)|^[^,。]{0,8}(?:将|计划|力争|届|能|会|可|有望)"
)
PROGRESS = re.compile("从[^。]{1,24}[到至]$")
"""What stands before the later of two years that are compared: 从2021年的…提升到."""
PLANS = re.compile("将|预计|计划|力争|目标|规划|逐年|有望达到")
LAW = re.compile("^(?:\\d{1,2}日)?(?:零时)?(?:起|开始)(?!至今|以来)|^[^,。]{0,6}(?:施行|生效|启用|试行|实施)")
"""What a law or a rule says of itself: 起施行; it is printed before that day as well as after it."""
INTENDED = re.compile(
    "(?:将|拟|计划|预计|定于|力争|争取|有望|确保|即将|准备|打算|届时|决定|规划|提出|部署|目标|倒计时|迎接|申办|落实|做好|推进|中叶|时点|期限|日期|截止)[^,。]{0,16}$"
)
INTENDS = re.compile(
    "^[^,。]{0,16}(?:将|一定|必|力争|计划|预计|争取|有望|届|目标|议程|规划|倒计时|远景|为重点|的(?:年会|工作|任务))"
)
"""What stands before and after a day that somebody speaks of ahead, in the same clause."""
SINCE = re.compile("^(?:以来|至今)")
PAST = re.compile(
    "^[^,。;]{0,14}?(?:了|已|曾|过(?![程渡去年境硬关])|获(?!得感)|荣|被|成立(?!\\d+周年)|退休|毕业|入党|揭牌|印发|出台|当选)"
)
"""What stands after a day that is over."""
FROM = re.compile("(?:自|从|早在|于|截至|追溯到)$")
DONE = re.compile(
    r"^(?:初|底|末|春|夏|秋|冬|春天|夏天|秋天|冬天|上半年|下半年)?[,]?[^,。;]{0,12}?"
    r"(?:成立(?!\d+周年)|获|评为|荣|创办|创建|启动|当选|加入|入党|毕业|退休|退伍|参加|来到|回到|担任|开始|了|被|出台|印发|揭牌|挂牌|入选|试点)"
)
BEGUN = re.compile("^[^,。;了]{0,8}?(?:启动|试点|开始|施行|通车|开通|投产|竣工|建成|开工|投入)(?!以?来|了)")
"""What stands after a day on which something is to begin, or has begun."""
FIGURE = re.compile(r"^(?:全年)?(?:的|完成|实现|累计|共|达|收入|产值|人均)[^,。;年]{0,8}?\d")
TITLE = re.compile("《[^》]{0,40}$")

DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
NOT_THIS_YEAR = re.compile(
    "(?:去年|前年|明年|每年|次年|当年|同年|那年|翌年|农历)[^,。]{0,3}$|"
    "(?:将|定于|计划|拟|筹备|准备|截止|预计|力争|定在)[^,。;]{0,12}$"
)
COMING = re.compile("^[^,。]{0,8}(?:将|要|可|拟|起施行|起执行|截止|前)")
FRESH_DAY = re.compile("^(?:,?(?:上午|下午|早|晚|一大?早|清早|当日|清晨|凌晨|傍晚|中午|夜|记者|当天|笔者))")
SCENE = re.compile("^,在")
"""What stands after a day that sets the scene of a story: it is over, but perhaps long since."""
HELD = re.compile("^[^。;]{0,40}(?:举行|召开|开幕|举办|开赛|播出|亮相|将)(?!了|过|的)")
"""What stands after a day that may be to come: an invitation reads like a report."""
CALLED = re.compile("(?:决定|拟|将)[^。;]{0,20}(?:召开|举行)")
"""A meeting that is called: what it will speak of need not have happened."""
DATELINE = re.compile("^(?:专?电|讯)")
TODAY = re.compile(r"(?:今天|今日|今晨|今晚|今早|昨天|昨日|昨晚)\(?$")
"""What stands around the day of a wire or a broadcast: 新华社北京5月3日电, 今天(5月3日)."""
MONTH_SINCE = re.compile(r"(?<![\d年至-])(\d{1,2})月份?以来")
THIS_MONTH = re.compile(
    r"今年(\d{1,2})月(?!份?以来|份?以后|底前|前|至|到|[-—]|\d)(?=[^。]{0,20}(?:了|已|成立|启动|召开|举行|开展|举办|获|被))(?![^。]{0,30}(?:将|计划|拟))"
)
OVER = re.compile("^[^。]{0,20}?(?:了|已|获|被)")
"""What stands after a month that is surely over or has begun; 举行 alone may be a plan."""
THROUGH = re.compile(
    r"今年(?:(?:1|一)(?:月份?)?[-—~～至到](\d{1,2})月|(?:前(\d{1,2})个月|(上半年|前三季度|前三个季度|一季度|第一季度)))"
    r"(?=[^。]{0,30}(?:累计|共|已|完成|实现|达|增长|了)[^。]{0,20}\d)(?![^。]{0,30}(?:将|计划|力争))"
)
QUARTERS: Mapping[str, int] = {"上半年": 6, "前三季度": 9, "前三个季度": 9, "一季度": 3, "第一季度": 3}
"""The last month of a part of the year: figures for it cannot have been printed before it was over."""
BEFORE_MONTH = re.compile(r"(?<![\d年])(?:今年)?(\d{1,2})月(?:底|末|底之|份)?前(?!夕)")
PLANNED = re.compile("(?:计划|将|力争|确保|拟|争取|预计|要求|务必|必须|定于)[^。;]{0,24}$")
HOLIDAY = re.compile(
    "(?P<name>元旦|春节|清明节?|“?五一”?|劳动节|端午节?|中秋节?|国庆节?)(?P<mark>假期|小长假|长假|期间|前夕|当天|来临|佳节|假日|到来)"
)
FRESH_HOLIDAY = re.compile(
    "(?:正值|恰逢|适逢|时值|前些日子|前不久|前几天|刚过去的|近日|日前|眼下|临近)[^。,]{0,6}$"
)
SEASON = re.compile(
    "(?:正值|正是|时值|时下|眼下|又是|又到|当下|这个|炎热的|炎炎)[^。,]{0,4}?(盛夏|夏日|酷暑|暑假|三伏|初春|早春|春耕|阳春|金秋|深秋|秋收|隆冬|寒冬|严冬)"
)
MONTHS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("盛夏", "夏日", "酷暑", "暑假", "三伏"), (6, 8)),
    **dict.fromkeys(("初春", "早春", "春耕", "阳春"), (2, 5)),
    **dict.fromkeys(("金秋", "深秋", "秋收"), (8, 11)),
    **dict.fromkeys(("隆冬", "寒冬", "严冬"), (11, 12)),
}  # fmt: skip
AGE = re.compile(r"第(\d{1,3})个年头|(\d{1,3})周年")
BEGINNING = re.compile("加入|参加|从事|参军|入伍|入党|入职|进入|工作|成立|创办|创建|开办|建立|恢复|实施|扎根")
"""What is counted from: two sentences that share such a verb, and four more characters, tell of the same beginning."""
CELEBRATED = re.compile("(?:庆祝|纪念|热烈|隆重)[^,。]{0,14}$")
AWAITED = re.compile("(?:迎接|喜迎|筹备|迎来|即将)[^,。]{0,12}$")
FOUNDED: Mapping[str, int] = {
    "建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949, "建国": 1949, "改革开放": 1978,
    "自治区成立": 1947, "建军": 1927, "抗战胜利": 1945, "抗日战争胜利": 1945, "长征胜利": 1936,
}  # fmt: skip
HOLIDAYS: Mapping[str, tuple[str, int, int]] = {
    "元旦": ("New Year's Day", 1, 1), "春节": ("Spring Festival", 1, 21), "清明": ("Tomb-sweeping Day", 4, 4),
    "五一": ("Labour Day", 5, 1), "劳动节": ("Labour Day", 5, 1), "端午": ("Dragon Boat Festival", 5, 28),
    "中秋": ("Mid-autumn Festival", 9, 8), "国庆": ("National Day", 10, 1),
}  # fmt: skip
"""Each holiday's name in chinese_calendar, and its earliest month and day where the calendar does not know the year."""
