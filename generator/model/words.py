"""What the values of the model are called in Chinese: on the site, in explanations, in messages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.blocks import Role
from generator.model.items import Kind
from generator.model.people import ContributorRole
from generator.model.tags import DateBasis, Level

KINDS: Mapping[Kind, str] = {
    Kind.ARTICLE: "报道",
    Kind.COMMENTARY: "评论",
    Kind.CAPTION: "图片说明",
    Kind.BRIEF: "简讯",
    Kind.LIST: "要点",
    Kind.NOTE: "编者按",
}
BLOCK_ROLES: Mapping[Role, str] = {
    Role.COLUMN_MARK: "栏目",
    Role.KICKER: "引题",
    Role.HEADLINE: "标题",
    Role.DECK: "副题",
    Role.CROSSHEAD: "小标题",
    Role.BYLINE: "署名",
    Role.PARAGRAPH: "正文",
    Role.LIST_ITEM: "要点",
    Role.BRIEF: "简讯",
    Role.EDITORS_NOTE: "编者按",
    Role.CAPTION: "图片说明",
    Role.CREDIT: "图片署名",
    Role.SIGNATURE: "文末署名",
    Role.UNKNOWN: "未识别",
}
CONTRIBUTOR_ROLES: Mapping[ContributorRole, str] = {
    ContributorRole.REPORTER: "记者",
    ContributorRole.TRAINEE: "见习记者",
    ContributorRole.CORRESPONDENT: "通讯员",
    ContributorRole.PHOTOGRAPHER: "摄影",
    ContributorRole.AUTHOR: "作者",
    ContributorRole.OFFICIAL: "署职务的作者",
    ContributorRole.INSTITUTION: "供稿单位",
    ContributorRole.UNKNOWN: "认不出的署名",
}
LEVELS: Mapping[Level, str] = {
    Level.PROVINCE: "自治区",
    Level.LEAGUE: "盟市",
    Level.COUNTY: "旗县市区",
    Level.ZONE: "功能区",
    Level.TOWNSHIP: "苏木乡镇街道",
    Level.COMMUNITY: "嘎查村社区",
}
BASES: Mapping[DateBasis, str] = {
    DateBasis.STATED: "据版面资料",
    DateBasis.INFERRED: "推定",
    DateBasis.UNKNOWN: "未定",
}
