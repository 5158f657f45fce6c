"""Bodies that sign in place of people, or that people sign for: `中共青沙县委组织部`, `青沙大学`, `本报采访组`."""

from __future__ import annotations

import re

_SUREST = (
    "大学|学院|研究会|研究院|研究所|研究室|研究中心|委员会|课题组|编辑部|组织部|宣传部|统战部|武装部|政法委|纪委|监委|党委|党组"
    "|党校|旗委|县委|市委|区委|州委|盟委|省委|镇委|乡委|团委|党支部|党总支|支部|总支|政府|人大|政协|检察院|法院|公安局|教育局"
    "|妇联|工会|残联|文联|社科联|工商联|红十字会|银行|支行|分行|公司|集团|融媒体中心|新闻中心|记者站|采访组|报道组|调研组"
    "|写作组|专班|通讯社|报社|杂志社|出版社|电视台|电台|博物馆|图书馆|文化馆|档案馆|医院|中学|小学|幼儿园|支队|大队|总队|协会"
    "|学会|联合会|促进会|基金会|办公室|工委|管委会|办事处|街道办|居委会|村委会|合作社|商会|检察署|档案局|方志办|党史办|公署|铁路局|税务局|林业局|民政局|水务局|农牧局|文旅局|宣讲团|工作队|小分队|研究社|编委会"
)
_OTHERS = "中心|社区|街道|苏木|嘎查|部|局|厅|办|处|科|室|站|所|院|校|馆|社|队|组|会|委|团|镇|乡|村|厂|店|台|园|联|系"
SURE = re.compile(rf"(?:{_SUREST})$")
"""Words at the end of a body's name, and of little else."""
PERHAPS = re.compile(rf"(?:{_OTHERS})$")
"""The same, of much else, too: they count behind the name of a place or of a whole that is known."""
WHOLE = re.compile(
    "[省市县区旗盟州乡镇村]|中共|共青团|中国|全国|国家|国务院|中央|内蒙古|自治区|本报|本刊|本台|本网|新华社|人民日报"
)
"""What a body is a part of."""
BEGINS_ELSE = re.compile(
    "(?:建[设好成起强]|打[造响好]|走[进近出]|创建|办好|抓|让|把|为|用|从|以|与|向|对|给|当|做|有|没|不|这|那|我|你|他|她|是|在|将|要)"
)
"""What a crosshead begins with, and no body."""
LEAST, PART = 3, 6
"""Characters of the shortest name; of the longest that is surely only a part of the body before it."""


def is_body(text: str) -> bool:
    """Tell whether `text` is the name of a body.

    >>> is_body("中共青沙县委组织部"), is_body("双柳镇文化站"), is_body("建好服务中心"), is_body("服务中心")
    (True, True, False, False)
    """
    if len(text) < LEAST or BEGINS_ELSE.match(text) or not re.search("[一-鿿]", text):
        return False
    if SURE.search(text):
        return True
    end = PERHAPS.search(text)
    return end is not None and WHOLE.search(text, 0, end.start()) is not None


def is_part(text: str) -> bool:
    """Tell whether `text` names a part of the body named before it: `课题组`, `组织部`.

    >>> is_part("课题组"), is_part("青沙县委组织部")
    (True, False)
    """
    ends = SURE.search(text) or PERHAPS.search(text)
    return ends is not None and len(text) <= PART and WHOLE.search(text) is None
