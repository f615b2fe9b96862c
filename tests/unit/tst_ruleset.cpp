// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/builtinrules.h"
#include "audit/rules/ruleset.h"
#include "audit/run/worstfirst.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace linnet::audit;
using namespace Qt::Literals::StringLiterals;

/// The rules of audits as they are declared, what files and people change of them, and in which order their
/// findings are told.
class TestRuleSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declarations();
    void files();
    void faultyFiles();
    void rulesOfOnesOwn();
    void worstComesFirst();
};

void TestRuleSet::declarations()
{
    const QList<AuditRule> rules = builtInRules();
    QVERIFY(rules.size() >= 110);
    QSet<QString> ids;
    int group = 0;
    for (const AuditRule &rule : rules) {
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        ids.insert(rule.id);
        const int place = int(groupIds().indexOf(rule.group));
        QVERIFY2(place >= group, qPrintable(rule.id)); // group by group, in their order
        group = place;
        QVERIFY2(!rule.what.isEmpty() && !rule.why.isEmpty() && !rule.fix.isEmpty(), qPrintable(rule.id));
        QVERIFY2(!rule.columns.isEmpty(), qPrintable(rule.id));
        for (const QString &column : rule.columns)
            QVERIFY2(schemaOf(rule.set).indexOf(column), qPrintable(rule.id + u' ' + column));
        QCOMPARE(rule.condition.contains("{n}"_L1), rule.threshold.has_value());
        const auto condition = conditionOf(rule);
        QVERIFY2(condition, qPrintable(rule.id + (condition ? QString() : condition.error().detail)));
        QVERIFY2(!condition->isEmpty(), qPrintable(rule.id));
    }
}

void TestRuleSet::files()
{
    const QByteArray json =
        R"({"rules": [{"id": "title_long", "threshold": 600.5}, {"id": "thin", "on": false},
        {"id": "csp_missing", "on": true, "level": "error"},
        {"id": "no_price", "set": "indexable", "level": "error", "threshold": 3,
         "filter": "url contains /shop/ and h2_count < {n}", "what": "Kein Preis", "columns": ["h2"]}]})";
    const auto rules = RuleSet::parse(json);
    QVERIFY(rules);
    QVERIFY2(rules->problems().isEmpty(), qPrintable(rules->problems().join(u'\n')));
    const auto rule = [&](const QString &id) {
        return *std::ranges::find(rules->rules(), id, &AuditRule::id);
    };
    QCOMPARE(rule(u"title_long"_s).threshold, 600.5);
    QVERIFY(!rule(u"thin"_s).isOn);
    QVERIFY(rule(u"csp_missing"_s).isOn);
    QCOMPARE(rule(u"csp_missing"_s).level, Level::Error);
    QCOMPARE(rules->rules().back().what, u"Kein Preis"_s);
    QCOMPARE(rules->rules().back().group, u"own"_s);
    QVERIFY(rules->rules().back().isOwn);
    // What is written says the same, and only what differs.
    const auto again = RuleSet::parse(rules->toJson());
    QVERIFY(again);
    QCOMPARE(again->rules(), rules->rules());
    QCOMPARE(QJsonDocument::fromJson(rules->toJson())["rules"_L1].toArray().size(), 4);
    QVERIFY(RuleSet().toJson().isEmpty());
    QCOMPARE(RuleSet::of({{RuleSet::memoKey(), QString::fromUtf8(json)}}).rules(), rules->rules());
}

/// What cannot be used is named, and the rest goes on.
void TestRuleSet::faultyFiles()
{
    QVERIFY(!RuleSet::parse("{\"rules\": [}"));
    QVERIFY(!RuleSet::parse("[]"));
    const auto rules = RuleSet::parse(R"({"rules": [{"id": "Bad Id"}, {"id": "unknown"},
        {"id": "own1", "filter": "no_such = 1"}, {"id": "own2", "filter": "url contains", "set": "pages"},
        {"id": "own3", "filter": "url contains a", "set": "heaven"}, {"id": "title_long", "filter": "a = 1"},
        {"id": "noindex", "threshold": 2}, {"id": "title_long", "threshold": "much"},
        {"id": "own4", "filter": "url contains a", "columns": ["nothing"]},
        {"id": "good", "filter": "url contains a"}, 7]})");
    QVERIFY(rules);
    QCOMPARE(rules->problems().size(), 10);
    QVERIFY2(rules->problems().at(2).startsWith("rule 3 (own1): \"filter\": "_L1),
             qPrintable(rules->problems().at(2)));
    QCOMPARE(rules->rules().size(), builtInRules().size() + 1);
    QCOMPARE(rules->rules().back().id, u"good"_s);
}

void TestRuleSet::rulesOfOnesOwn()
{
    RuleSet rules;
    AuditRule mine;
    mine.id = rules.freeId();
    mine.what = u"Mine"_s;
    mine.condition = u"words < {n}"_s;
    mine.threshold = 12;
    mine.level = Level::Error;
    mine.columns = {u"words"_s};
    QVERIFY(rules.put(mine));
    QVERIFY(rules.freeId() != mine.id);
    mine.isOn = false;
    QVERIFY(rules.put(mine)); // in its place
    rules.setLevel(u"thin"_s, Level::Error);
    QCOMPARE(rules.rules().size(), builtInRules().size() + 1);
    const auto again = RuleSet::parse(rules.toJson());
    QVERIFY(again && again->problems().isEmpty());
    QCOMPARE(again->rules(), rules.rules());
    QCOMPARE(again->rules().last().group, u"own"_s);
    for (const char *wrong : {"Not an id", "title_missing", ""}) {
        AuditRule other = mine;
        other.id = QString::fromLatin1(wrong);
        QVERIFY2(!rules.put(other), wrong);
    }
    AuditRule unreadable = mine;
    unreadable.condition = u"nothing = 1"_s;
    const auto refused = rules.put(unreadable);
    QVERIFY(!refused && refused.error().detail.contains("nothing"_L1));
    rules.remove(u"title_missing"_s); // a built-in one stays
    rules.remove(mine.id);
    rules.setLevel(u"thin"_s, Level::Warning);
    for (const AuditRule &rule : builtInRules())
        rules.setLevel(rule.id, rule.level);
    QCOMPARE(rules.rules(), builtInRules());
}

void TestRuleSet::worstComesFirst()
{
    const auto finding = [](const QString &id, Level level, qint64 count, qint64 of, bool isJudged = true) {
        AuditRule rule;
        rule.id = id;
        rule.level = level;
        return Finding{rule, {}, count, of, isJudged};
    };
    const QList<Finding> findings{
        finding(u"notice"_s, Level::Notice, 900, 1000),  finding(u"few"_s, Level::Error, 1, 1000),
        finding(u"passed"_s, Level::Error, 0, 1000),     finding(u"many"_s, Level::Error, 40, 1000),
        finding(u"as many"_s, Level::Error, 40, 50),     finding(u"warning"_s, Level::Warning, 2, 3000),
        finding(u"unknown"_s, Level::Error, 0, 9, false)};
    QStringList order;
    for (const int place : worstFirst(findings))
        order << findings[place].rule.id;
    QCOMPARE(order, (QStringList{u"as many"_s, u"many"_s, u"few"_s, u"warning"_s, u"notice"_s}));
    const FindingCounts counts = FindingCounts::of(findings);
    QCOMPARE((QList<int>{counts.errors, counts.warnings, counts.notices, counts.passed, counts.notJudged}),
             (QList<int>{3, 1, 1, 1, 1}));
    QCOMPARE(shareText(findings[5], QLocale::c()), u"<0.1 %"_s);
    QVERIFY(reasonText(findings[4], QLocale::c()).contains("40 of 50, 80 %"_L1));
}

QTEST_GUILESS_MAIN(TestRuleSet)

#include "tst_ruleset.moc"
