# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The interview, remarks, doubts and assumptions of a model project as Japanese sentences."""

from collections.abc import Mapping

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.budgeting import Assumption, AssumptionKind
from kyosei_desk.domain.projects.checks import Remark, RemarkCode
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.projects.money import SubsidyProgramme
from kyosei_desk.domain.projects.plausibility import Doubt, DoubtCode
from kyosei_desk.domain.projects.plausibility_costs import LineDoubt, LineDoubtCode
from kyosei_desk.domain.projects.scaling import Lack, RuleChoice
from kyosei_desk.domain.projects.source_changes import SourceChange, SourceFate
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.domain.sources import date_words
from kyosei_desk.domain.vocabulary import Zone

_QUESTIONS = {
    QuestionId.ZONES: (
        "住民の集まりや相談を、どの広さの地域ごとに考えますか。その地域は、いくつありますか。",
        "「住民に身近な圏域」の広さは全国一律ではなく、地域で話し合って決めるものだからです。"
        "事例の数を自分のまちの大きさに合わせるときにも使います。",
    ),
    QuestionId.ACTIVISTS: (
        "地域の活動に住民をさそっている人は、いまいますか。その人の役割の名前を書いてください。",
        "指針は地域づくりの最初に、住民に参加を呼びかける人を支えることを挙げています。",
    ),
    QuestionId.HUB: (
        "住民がふだん顔を合わせる場所は、いま何か所ありますか。",
        "指針は、住民がたがいに交流できる拠点を整えることを求めています。"
        "新しく建てなくても、いまある施設を使えます。",
    ),
    QuestionId.LEARNING: (
        "住民が福祉を学ぶ機会や、地域の活動に使えるお金は、いまありますか。"
        "事例から選ぶこともできます。",
        "指針は、住民への研修と、地域の課題を地域で解決するための財源を挙げています。",
    ),
    QuestionId.PLACE: (
        "どこに相談すればよいか分からない困りごとを、まず受け止める窓口は、いまありますか。",
        "指針は、相談を「丸ごと」受け止める場を住民の近くに整え、"
        "担い手・場所・役割を住民に知らせることを求めています。",
    ),
    QuestionId.EARLY: (
        "困っていても声をあげられない人のことを、いまだれが知らせてくれますか。",
        "指針は、民生委員・児童委員、保護司など地域の人とつながり、"
        "困りごとに早く気づくことを求めています。",
    ),
    QuestionId.BACKUP: (
        "身近な窓口だけでは解決できないとき、だれが後ろから支えますか。",
        "気づいても支援につなぐ先がなければ、住民は声をあげられないままになります。"
        "指針は、窓口を支えるバックアップ体制を求めています。",
    ),
    QuestionId.CORE: (
        "いくつもの機関が関わるとき、声をかけてチームを集める「まとめ役」は、だれですか。",
        "指針は、支援チームをつくって支えることと、その中核を担う機能を求めています。"
        "担い手は、地域で話し合って決めます。",
    ),
    QuestionId.FORUM: (
        "支援のしかたを話し合う会議は、いま何がありますか。",
        "指針は、支援を話し合う場を求めています。"
        "新しくつくるほか、いまある会議を広げることもできます。",
    ),
    QuestionId.WHOLE_OFFICE: (
        "計画づくりや困りごとの話し合いに、福祉以外の課も同じ席についていますか。",
        "地域福祉計画の策定ガイドラインは、役所全体で取り組む体制を挙げています。",
    ),
}


def question_text(question: QuestionId) -> str:
    """Return a question as it is asked."""
    return _QUESTIONS[question][0]


def question_why(question: QuestionId) -> str:
    """Return why it is asked."""
    return _QUESTIONS[question][1]


_REMARKS = {
    RemarkCode.NO_OPERATOR: "{names}の担い手が、まだ選ばれていません。だれが担いますか。",
    RemarkCode.NO_BACKUP: (
        "{names}に、バックアップやサポートのつながりがありません。"
        "ここだけで解決できないとき、だれが支えますか。"
    ),
    RemarkCode.ZONE_WITHOUT_PLACE: (
        "{zone}には{names}がありますが、場・拠点がありません。住民はどこへ行けばよいですか。"
    ),
    RemarkCode.FEWER_THAN_ZONES: (
        "{zone}は{zones}ありますが、場・拠点（{names}）は合わせて{count}です。"
        "ないところは、どこが受け持ちますか。"
    ),
    RemarkCode.MORE_THAN_ZONES: (
        "{names}は{count}{unit}で、{zone}の数（{zones}）より多くなっています。"
        "一つの圏域に二つ以上置くのですか。"
    ),
    RemarkCode.ZONE_OF_NONE: (
        "{zone}に{names}がありますが、まちの数字では{zone}の数が0です。"
        "まちの数字を確かめてください。"
    ),
    RemarkCode.LINE_WITHOUT_ELEMENT: (
        "要素の決まっていない予算の行: {lines}。どの要素のための費用ですか。"
    ),
    RemarkCode.NO_PROVISION: "{names}が、指針のどの項目に答えるのかが選ばれていません。",
    RemarkCode.UNLINKED: "{names}は、どことも、つながっていません。だれと、どうつながりますか。",
    RemarkCode.LEFT_OUT_YET_ANSWERED: (
        "「{provision}」は、しないと決めていますが、{names}が答えています。どちらにしますか。"
    ),
    RemarkCode.MORE_THAN_PEOPLE: (
        "{names}が{count}{unit}です。{people}とくらべて多すぎるようです。けたを確かめてください。"
    ),
}


def remark_sentence(
    remark: Remark, project: ModelProject, provisions: Mapping[str, Provision]
) -> str:
    """Return a remark as a question to think about."""
    elements = (project.element(element_id) for element_id in remark.elements)
    words = dict(remark.data)
    asked = provisions.get(words.get("provision", ""))
    if asked is not None:
        words["provision"] = asked.plain
    return _REMARKS[remark.code].format(
        **words,
        names="".join(f"「{element.name}」" for element in elements if element),
        **({"zone": remark.zone.label} if remark.zone else {}),
    )


_DOUBTS = {
    DoubtCode.POPULATION_HIGH: (
        "人口が{value}です。いちばん多い横浜市でも約378万人です（令和2年国勢調査）。"
        "けたを確かめてください。"
    ),
    DoubtCode.POPULATION_LOW: (
        "人口が{value}です。いちばん少ない青ヶ島村でも169人です（令和2年国勢調査）。"
        "千人や万人の単位で入れていませんか。"
    ),
    DoubtCode.POPULATION_UNLIKE_KIND: (
        "人口が{value}です。{name}は「{kind}」ですが、「{kind}」としては{word}ようです。"
        "まちの選びちがいや、けたのまちがいはありませんか。"
    ),
    DoubtCode.AREA_HIGH: (
        "面積が{value}です。いちばん広い高山市でも2,177.61km²です。"
        "ヘクタールなど、ちがう単位で入れていませんか。"
    ),
    DoubtCode.AREA_LOW: "面積が{value}です。いちばんせまい舟橋村でも3.47km²です。",
    DoubtCode.DENSITY_HIGH: (
        "人口と面積から計算すると、人口密度が{value}になります。"
        "人口と面積の、どちらかのけたがちがっていませんか。"
    ),
    DoubtCode.DENSITY_LOW: (
        "人口と面積から計算すると、人口密度が{value}になります。"
        "人口と面積の、どちらかのけたがちがっていませんか。"
    ),
    DoubtCode.ELEMENTARY_HIGH: "小学校が{value}です。全国でいちばん多い市より多い数です。",
    DoubtCode.PEOPLE_PER_SCHOOL_HIGH: (
        "小学校1校あたりの人口が{value}になります。"
        "8つの事例でいちばん多い世田谷区でも約14,500人です。小学校の数を確かめてください。"
    ),
    DoubtCode.PEOPLE_PER_SCHOOL_LOW: (
        "小学校1校あたりの人口が{value}になります。人口と小学校の数を確かめてください。"
    ),
    DoubtCode.MORE_JUNIOR_HIGHS: (
        "中学校（{junior_high}）が小学校（{elementary}）より多くなっています。"
        "入れちがえていませんか。"
    ),
    DoubtCode.AGEING_HIGH: (
        "高齢化率が{value}です。いちばん高い南牧村（群馬県）でも65.2％です（令和2年国勢調査）。"
    ),
    DoubtCode.AGEING_LOW: (
        "高齢化率が{value}です。全国では28.6％です（令和2年国勢調査）。"
        "「0.3」ではなく「30」のように、％で入れてください。"
    ),
    DoubtCode.NO_DATE: "いつの数字かが入っていません。会議の資料では、いつの数字かを必ず示します。",
    DoubtCode.FUTURE_DATE: "いつの数字かが、これから先の日付（{value}）です。",
    DoubtCode.OLD_DATE: "{value}の数字です。5年より前なので、新しい数字がないか確かめてください。",
    DoubtCode.ZONES_UNLIKE_SCHOOLS: (
        "{zone}が{zones}、学校が{schools}で、数がちがいます。これで合っていますか。"
    ),
    DoubtCode.NO_ELEMENTARY: ("小学校が{value}です。義務教育学校も数に入れて、確かめてください。"),
    DoubtCode.NO_JUNIOR_HIGH: ("中学校が{value}です。義務教育学校も数に入れて、確かめてください。"),
    DoubtCode.JUNIOR_HIGH_HIGH: "中学校が{value}です。全国でいちばん多い市より多い数です。",
    DoubtCode.PEOPLE_PER_JUNIOR_HIGH_HIGH: (
        "中学校1校あたりの人口が{value}になります。"
        "8つの事例でいちばん多い世田谷区でも約30,900人です。中学校の数を確かめてください。"
    ),
    DoubtCode.ZONES_HIGH: (
        "{zone}が{value}です。全国でいちばん多い市でも、これほど多くはないようです。"
        "けたを確かめてください。"
    ),
    DoubtCode.PEOPLE_PER_ZONE_LOW: (
        "{zone}1つあたりの人口が{value}になります。人口と{zone}の数を確かめてください。"
    ),
}
_DATED = (DoubtCode.FUTURE_DATE, DoubtCode.OLD_DATE)


def doubt_sentence(doubt: Doubt, *, era_first: bool = False) -> str:
    """Return what is odd about a figure, and what to look at."""
    words = dict(doubt.data)
    if doubt.code in _DATED:
        words["value"] = date_words(PartialDate.parse(words["value"]), era_first=era_first)
    return _DOUBTS[doubt.code].format(**words)


_LINE_DOUBTS = {
    LineDoubtCode.COST_HIGH: (
        "「{item}」が{value}になります。数量・単価・月数のけたを確かめてください。"
    ),
    LineDoubtCode.QUANTITY_HIGH: (
        "「{item}」の数量が{value}で、まちの人口（{people}）より多くなっています。"
    ),
    LineDoubtCode.PRICE_LOW: (
        "「{item}」の単価が1か月{value}です。千円の単位で入れていませんか。円で入れてください。"
    ),
}


def line_doubt_sentence(doubt: LineDoubt) -> str:
    """Return what is odd about a line of the budget, and what to look at."""
    return _LINE_DOUBTS[doubt.code].format(**doubt.data)


def lack_sentence(choice: RuleChoice, zone: Zone) -> str:
    """Return why a rule cannot be used; empty where it can."""
    base = {
        ScalingRule.POPULATION: "人口",
        ScalingRule.ELEMENTARY: "小学校の数",
        ScalingRule.ZONE: f"{zone.label}の数",
        ScalingRule.FIXED: "",
    }[choice.rule]
    sentences = {
        Lack.SOURCE_COUNT: "事例に数の記載がありません。数は自分で入れてください。",
        Lack.THEIR_BASE: f"事例に{base}の記載がありません。",
        Lack.OUR_BASE: f"自分のまちの{base}が入っていません。",
    }
    # Without a number in the case no figure of one's own would help.
    if Lack.SOURCE_COUNT in choice.lacks:
        return sentences[Lack.SOURCE_COUNT]
    return "".join(sentences[lack] for lack in choice.lacks)


def assumption_sentence(assumption: Assumption) -> str:
    """Return what a budget rests on."""
    count = len(assumption.lines)
    programme = assumption.programme
    match assumption.kind:
        case AssumptionKind.RATE if programme is not None:
            return (
                f"「{programme.name}」は{rate_words(programme)}として計算しました。"
                f"根拠: {programme.basis}"
            )
        case AssumptionKind.NO_RATE if programme is not None:
            return (
                f"「{programme.name}」は率が入っていないので、補助をゼロとして計算しました"
                f"（{count}件）。いまの率を確かめて入れてください。"
            )
        case AssumptionKind.TOWN_ALONE:
            return f"補助を選んでいない{count}件は、すべてまちの負担として計算しました。"
    return (
        "事業費は千円未満を切り上げ、補助は千円未満を切り捨て、残りをまちの負担としました"
        "（年度と補助ごと）。"
    )


def rate_words(programme: SubsidyProgramme) -> str:
    """Return the rates of a programme: ``国 3/4``, ``国 1/2・都道府県 1/4``, ``率の記載なし``."""
    rates = (("国", programme.national), ("都道府県", programme.prefectural))
    return "・".join(f"{who} {rate}" for who, rate in rates if rate) or "率の記載なし"


_KEPT = "取り入れたときの内容を残しています。"


def source_change_sentence(change: SourceChange) -> str:
    """Return what became of the source of an element taken over."""
    origin = change.origin
    named = f"{origin.town}の「{origin.taken_from.name}」"
    match change.fate:
        case SourceFate.DOCUMENT_GONE:
            return f"{named}のもとの資料は、いまの資料にありません。{_KEPT}"
        case SourceFate.ELEMENT_GONE:
            return f"{named}は、いまの資料にありません。{_KEPT}"
    parts = "・".join(one.field.label for one in change.fields)
    return f"{named}の{parts}が、取り入れたあとに変わりました。"
