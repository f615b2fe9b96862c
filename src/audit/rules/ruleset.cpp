// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/ruleset.h"

#include "audit/rules/builtinrules.h"
#include "table/filterparser.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MostOwnRules = 1000;

bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 60 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

/// What is said of one of people's own rules besides its level and threshold.
QJsonObject ownLine(const AuditRule &rule)
{
    return {{u"id"_s, rule.id},
            {u"set"_s, setCode(rule.set)},
            {u"filter"_s, rule.condition},
            {u"what"_s, rule.what},
            {u"why"_s, rule.why},
            {u"fix"_s, rule.fix},
            {u"columns"_s, QJsonArray::fromStringList(rule.columns)}};
}

} // namespace

Result<table::Filter> conditionOf(const AuditRule &rule, const AuditSchemas &schemas)
{
    QString text = rule.condition;
    if (rule.threshold)
        text.replace("{n}"_L1, QString::number(*rule.threshold, 'g', 15));
    return table::FilterParser(schemas.of(rule.set)).parse(text);
}

RuleSet::RuleSet(const AuditSchemas &schemas)
    : m_schemas(schemas)
    , m_rules(builtInRules())
{
}

Result<RuleSet> RuleSet::parse(const QByteArray &json, const AuditSchemas &schemas)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonValue lines = document.object().value("rules"_L1);
    if (error.error != QJsonParseError::NoError)
        return fail(Reason::BadValue, u"%1 (byte %2)"_s.arg(error.errorString()).arg(error.offset));
    if (!lines.isArray())
        return fail(Reason::BadValue, u"there is no list \"rules\""_s);
    RuleSet set(schemas);
    int number = 0;
    for (const QJsonValue &line : lines.toArray())
        set.read(line.toObject(), ++number);
    return set;
}

RuleSet RuleSet::of(const QHash<QString, QString> &memos, const AuditSchemas &schemas)
{
    const QString memo = memos.value(memoKey());
    const RuleSet builtIn(schemas);
    return memo.isEmpty() ? builtIn : parse(memo.toUtf8(), schemas).value_or(builtIn);
}

AuditRule *RuleSet::find(const QString &id)
{
    const auto found = std::ranges::find(m_rules, id, &AuditRule::id);
    return found == m_rules.end() ? nullptr : &*found;
}

void RuleSet::read(const QJsonObject &line, int number)
{
    const QString id = line.value("id"_L1).toString();
    const auto complain = [&](const QString &what) {
        m_problems.append(u"rule %1 (%2): %3"_s.arg(number).arg(id.isEmpty() ? u"?"_s : id, what));
    };
    if (!isId(id))
        return complain(u"\"id\" must be of a-z, 0-9 and _"_s);
    AuditRule *known = find(id);
    if (!known) {
        const Result<AuditRule> rule = own(line);
        if (!rule)
            return complain(rule.error().detail);
        m_rules.append(*rule);
        return;
    }
    if (line.contains("filter"_L1))
        return complain(u"there is a rule of this id already"_s);
    if (const QJsonValue threshold = line.value("threshold"_L1); !threshold.isUndefined()) {
        if (!threshold.isDouble() || !known->threshold || threshold.toDouble() < 0)
            return complain(known->threshold ? u"\"threshold\" must be a number"_s
                                             : u"the rule has no threshold"_s);
        known->threshold = threshold.toDouble();
    }
    if (const QJsonValue on = line.value("on"_L1); !on.isUndefined())
        known->isOn = on.toBool(known->isOn);
    if (const QJsonValue level = line.value("level"_L1); !level.isUndefined()) {
        const auto given = levelOf(level.toString());
        if (!given)
            return complain(u"\"level\" must be error, warning or notice"_s);
        known->level = *given;
    }
}

Result<AuditRule> RuleSet::own(const QJsonObject &line) const
{
    AuditRule rule;
    rule.isOwn = true;
    rule.group = u"own"_s;
    rule.id = line.value("id"_L1).toString();
    rule.condition = line.value("filter"_L1).toString();
    rule.what = line.value("what"_L1).toString(rule.id);
    rule.why = line.value("why"_L1).toString();
    rule.fix = line.value("fix"_L1).toString();
    rule.isOn = line.value("on"_L1).toBool(true);
    const auto set = setOf(line.value("set"_L1).toString(setCode(BaseSet::Pages)));
    const auto level = levelOf(line.value("level"_L1).toString(levelCode(Level::Warning)));
    if (rule.condition.isEmpty())
        return fail(Reason::BadValue, u"there is no built-in rule of this id, and no \"filter\""_s);
    if (!set)
        return fail(Reason::BadValue,
                    u"\"set\" must be named, asked, external, pages, indexable, links or versions"_s);
    if (!level)
        return fail(Reason::BadValue, u"\"level\" must be error, warning or notice"_s);
    if (m_rules.size() >= MostOwnRules)
        return fail(Reason::BadValue, u"there are too many rules"_s);
    rule.set = *set;
    rule.level = *level;
    if (line.value("threshold"_L1).isDouble())
        rule.threshold = line.value("threshold"_L1).toDouble();
    for (const QJsonValue &column : line.value("columns"_L1).toArray()) {
        if (!m_schemas.of(rule.set).indexOf(column.toString()))
            return fail(Reason::BadValue, u"there is no column %1"_s.arg(column.toString()));
        rule.columns.append(column.toString());
    }
    if (const auto condition = conditionOf(rule, m_schemas); !condition)
        return fail(Reason::BadValue, u"\"filter\": "_s + condition.error().detail);
    return rule;
}

QByteArray RuleSet::toJson() const
{
    const QList<AuditRule> builtIn = builtInRules();
    QJsonArray lines;
    for (const AuditRule &rule : m_rules) {
        const auto same = std::ranges::find(builtIn, rule.id, &AuditRule::id);
        const bool isBuiltIn = same != builtIn.end();
        QJsonObject line = isBuiltIn ? QJsonObject{{u"id"_s, rule.id}} : ownLine(rule);
        if (rule.threshold && (!isBuiltIn || rule.threshold != same->threshold))
            line.insert(u"threshold"_s, *rule.threshold);
        if (isBuiltIn ? rule.isOn != same->isOn : !rule.isOn)
            line.insert(u"on"_s, rule.isOn);
        if (!isBuiltIn || rule.level != same->level)
            line.insert(u"level"_s, levelCode(rule.level));
        if (line.size() > 1)
            lines.append(line);
    }
    if (lines.isEmpty())
        return {};
    return QJsonDocument(QJsonObject{{u"rules"_s, lines}}).toJson(QJsonDocument::Indented);
}

void RuleSet::setOn(const QString &id, bool on)
{
    if (AuditRule *rule = find(id))
        rule->isOn = on;
}

void RuleSet::setThreshold(const QString &id, double threshold)
{
    if (AuditRule *rule = find(id); rule && rule->threshold)
        rule->threshold = threshold;
}

void RuleSet::setLevel(const QString &id, Level level)
{
    if (AuditRule *rule = find(id))
        rule->level = level;
}

Result<void> RuleSet::put(const AuditRule &rule)
{
    if (!isId(rule.id))
        return fail(Reason::BadValue, u"\"id\" must be of a-z, 0-9 and _"_s);
    AuditRule *known = find(rule.id);
    if (known && !known->isOwn)
        return fail(Reason::BadValue, u"there is a rule of this id already"_s);
    QJsonObject line = ownLine(rule);
    line.insert(u"on"_s, rule.isOn);
    line.insert(u"level"_s, levelCode(rule.level));
    if (rule.threshold)
        line.insert(u"threshold"_s, *rule.threshold);
    const Result<AuditRule> read = own(line);
    if (!read)
        return std::unexpected(read.error());
    if (known)
        *known = *read;
    else
        m_rules.append(*read);
    return {};
}

void RuleSet::remove(const QString &id)
{
    m_rules.removeIf([&id](const AuditRule &rule) { return rule.isOwn && rule.id == id; });
}

QString RuleSet::freeId() const
{
    const auto isTaken = [this](const QString &id) {
        return std::ranges::find(m_rules, id, &AuditRule::id) != m_rules.end();
    };
    int number = 1;
    while (isTaken(u"own_%1"_s.arg(number)))
        ++number;
    return u"own_%1"_s.arg(number);
}

} // namespace linnet::audit
