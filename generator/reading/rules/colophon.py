"""`责编:林禾 校对:高岩`, `03版 要闻`, `(下转第二版)`: what the page says of itself; it belongs to no item."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.masthead import DAY, DUTIES, LONGEST, PAGE, PAPER, is_masthead
from generator.reading.grammar.sentences import END
from generator.reading.lines import Finding, Line, PageLines, whole

DUTY = re.compile(rf"[□■○●◎◆]?\s*{DUTIES}(?:[:：/／]|[\s　]+(?=[一-鿿]{{2,4}}(?:[\s　]|$)))")
CONTACT = re.compile(
    r"(?:投稿|联系|新闻|本报|报料|爆料|订阅|发行|广告|读者|投诉|监督|举报|服务|值班|编辑部|办公室|邮购|邮政)*"
    r"(?:电话|热线|邮箱|信箱|传真|邮编|邮政编码|社址|地址|网址|微信号?|微博|公众号|客户端|QQ群?|邮发代号|定价|零售价?|印刷|承印)[:：]"
    r"|E-?mail[:：]|https?[:：]|www\.",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:国内统一(?:连续出版物号|刊号)|国际标准刊号|CN|ISSN|邮发代号|代号)[\s:：]*[A-Z0-9 \-—－]+"
    r"|(?:总)?第\s*[0-9,]+\s*[期号](?:[\s　]+\S{1,12})*|今日[\s]*[0-9一二三四五六七八九十]+[\s]*版|[A-D]?[0-9]{1,3}"
    r"|[0-9]{4}[.\-/][0-9]{1,2}[.\-/][0-9]{1,2}|(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,10}"
    r"|[A-Z][A-Z .·&'-]{5,60}|广告|公益广告|[①-⑳][0-9]{1,2}"
)
SCAN = re.compile(r"[^。]{0,16}(?:扫码|扫一扫|扫描[^。]{0,6}二维码|二维码)[^。]{0,16}")
PICTURES = re.compile(r"本版(?:图片|照片|摄影)[^。]{0,30}|本版图文[^。]{0,30}")
TITLE = re.compile(rf"{PAPER}(?:社)?(?:[\s　]+\S{{1,14}})?")
MASTHEAD = re.compile(
    rf"{PAGE}(?:[\s　:：·|]+[一-鿿·]{{2,8}})?|[一-鿿·]{{2,8}}[\s　|]+{PAGE}"
    rf"|(?:{PAGE}[\s　]*)?{DAY}[\s　]*星期[一二三四五六日天](?:[\s　]+\S{{2,20}})*"
)
JUMP = re.compile(rf"[（(]?(?:下转|上接|紧接|转|接){PAGE}(?:[^。，]{{0,12}})?[)）]?")
SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (MASTHEAD, "整行是版次、日期或转接的版面"),
    (JUMP, "整行是版次、日期或转接的版面"),
    (NUMBERED, "整行是期号、刊号、日期一类"),
    (SCAN, "整行请读者扫码"),
    (PICTURES, "整行说明本版图片"),
)
"""What a whole line may say of the page, each with the words of its evidence."""
LIMIT = 80
"""Characters of the longest line of duties or addresses."""


def colophon(line: Line, page: PageLines) -> Finding | None:
    """Take a line for the page's own that names duties, an address, page and day, or the paper."""
    if len(line.bare) > LONGEST:
        return None
    for form, told in SAID:
        if form.fullmatch(line.bare):
            return whole(line, Role.CREDIT, told)
    if TITLE.fullmatch(line.bare) and not _titles(line, page):
        return whole(line, Role.CREDIT, "整行是报名")
    if is_masthead(line.bare):
        return whole(line, Role.CREDIT, "整行是日期、期号、版次、报名、编辑一类,没有别的")
    if len(line.bare) > LIMIT:
        return None
    if DUTY.match(line.bare):
        return whole(line, Role.CREDIT, "行首是编辑、校对等版面责任")
    if CONTACT.search(line.bare) and not END.search(line.bare):
        return whole(line, Role.CREDIT, "整行是地址、电话或信箱")
    return None


def _titles(line: Line, page: PageLines) -> bool:
    """Tell whether a paper's name may be a headline: text stands right below."""
    below = page.after(line)
    return line.level > 0 or (below is not None and END.search(below.bare) is not None)
