// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/pay.h"
#include "support/python.h"

#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using comparable::Pay;
using comparable::PayFacts;
using comparable::PayRules;
using comparable::RuleLine;

namespace {

QByteArray shown(std::optional<double> amount)
{
    return amount ? QByteArray::number(*amount, 'f', 2) : QByteArray();
}

std::optional<double> amount(const QByteArray &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.toDouble());
}

PayRules rulesOf(const QByteArray &own, const QByteArray &basis)
{
    std::vector<RuleLine> lines{{.rule = "basis", .of = {}, .since = {}, .value = basis, .source = {}}};
    for (const QByteArray &line : own.isEmpty() ? QList<QByteArray>() : own.split('|')) {
        const QList<QByteArray> cells = line.split(',');
        lines.push_back(
            {.rule = cells[0], .of = cells[1], .since = cells[2], .value = cells[3], .source = {}});
    }
    auto rules = PayRules::over(lines);
    if (!rules)
        qFatal("bad rules: %s", qPrintable(rules.error().detail));
    return *rules;
}

QList<QList<QByteArray>> casesOfTheFile()
{
    QFile file(QStringLiteral(LINNET_SOURCE_DIR "/tests/unit/data/pay.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no cases");
    QList<QList<QByteArray>> rows;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            rows.append(line.split('\t'));
    }
    return rows;
}

} // namespace

/// Pay as it compares: by hand, and against the laws reckoned a second time in Python.
class TestPay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void asPython_data();
    void asPython();
    void badTables_data();
    void badTables();
    void tablesOfSpreadsheets_data();
    void tablesOfSpreadsheets();
    void everyRuleSaysWhoSaysSo();
    void linesComeBack();
};

void TestPay::cases_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<QList<QByteArray>>("cells");
    const QList<QList<QByteArray>> rows = casesOfTheFile();
    QVERIFY(rows.size() > 120);
    for (const QList<QByteArray> &row : rows.sliced(1))
        QTest::newRow(row[0].constData()) << rows[0] << row;
}

void TestPay::cases()
{
    QFETCH(const QList<QByteArray>, names);
    QFETCH(const QList<QByteArray>, cells);
    QCOMPARE(cells.size(), names.size());
    const auto cell = [&](const char *name) { return cells[names.indexOf(name)]; };
    const PayRules rules = rulesOf(cell("rules"), cell("basis"));
    const QByteArray created = cell("created");
    const QByteArray fetched = cell("fetched");
    const QByteArray gross = cell("gross");
    const PayFacts facts{
        .from = amount(cell("from")),
        .to = amount(cell("to")),
        .currency = cell("currency"),
        .gross = gross.isEmpty() ? std::nullopt : std::optional(gross == "true"),
        .period = rules.periodOf(QString::fromUtf8(cell("period"))),
        .kind = rules.kindOf(QString::fromUtf8(cell("employment")), QString::fromUtf8(cell("schedule"))),
        .created = created,
        .fetched = fetched,
        .source = cell("source")};
    const Pay pay = comparable::comparablePay(facts, rules);
    QCOMPARE(pay.rule, cell("pay_rule"));
    QCOMPARE(shown(pay.pay), cell("pay"));
    QCOMPARE(shown(pay.from), cell("pay_from"));
    QCOMPARE(shown(pay.to), cell("pay_to"));
    QVERIFY2(!cell("law").isEmpty(), "nobody says so");
}

void TestPay::asPython_data()
{
    QTest::addColumn<bool>("gross");
    QTest::addColumn<bool>("onlyTo");
    QTest::newRow("before tax") << true << false;
    QTest::newRow("in hand") << false << false;
    QTest::newRow("before tax, with the upper bounds") << true << true;
}

void TestPay::asPython()
{
    QFETCH(const bool, gross);
    QFETCH(const bool, onlyTo);
    if (const QString why = test::pythonMissing(u"fractions"_s); !why.isEmpty())
        QSKIP(qPrintable(why));

    QRandomGenerator random(20260101);
    const QStringList periods{u"month"_s, u"month"_s, u"month"_s, u"hour"_s,
                              u"year"_s,  u"week"_s,  u"shift"_s, u"service"_s};
    const QStringList kinds{u"full"_s, u"full"_s, u"full"_s, u"part_time"_s, u"side_job"_s, u"tour"_s};
    QJsonArray ads;
    for (int i = 0; i < 4000; ++i) {
        const QString period = periods[random.bounded(int(periods.size()))];
        const double unit = period == "hour"_L1   ? 0.01
                            : period == "year"_L1 ? 12
                            : period == "week"_L1 ? 0.25
                                                  : 1;
        // Most as people are paid, some absurd; some with kopeks.
        const auto some = [&] {
            const double most = random.bounded(10) == 0 ? 9e6 : 400000;
            const auto whole = qint64(random.generateDouble() * most * unit) + 1;
            const qint64 kopeks = random.bounded(4) == 0 ? random.bounded(100) : 0;
            return double(whole * 100 + kopeks) / 100;
        };
        QJsonObject ad{{u"period"_s, period}, {u"kind"_s, kinds[random.bounded(int(kinds.size()))]}};
        const int bounds = random.bounded(8);
        if (bounds > 0)
            ad[u"from"_s] = some();
        if (bounds < 2 || bounds > 4)
            ad[u"to"_s] = bounds > 5 ? std::ceil(ad.value("from"_L1).toDouble() * 1.4) : some();
        if (const int said = random.bounded(3); said < 2)
            ad[u"gross"_s] = said == 0;
        const QDate day = QDate(2019, 1, 1).addDays(random.bounded(365 * 7 + 300));
        ad[u"created"_s] = day.toString(Qt::ISODate) + u"T12:00:00+0300"_s;
        ad[u"fetched"_s] = u"2026-11-30T08:00:00Z"_s;
        ads.append(ad);
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ads.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        QJsonDocument(QJsonObject{{u"gross"_s, gross}, {u"only_to"_s, onlyTo}, {u"ads"_s, ads}}).toJson());
    file.close();
    const QJsonArray expected = test::runPython(u"plain_pay.py"_s, {file.fileName()});
    QCOMPARE(expected.size(), ads.size());

    const PayRules rules =
        rulesOf(onlyTo ? QByteArray("only_to,,,use") : QByteArray(), gross ? "gross" : "net");
    int paid = 0;
    for (qsizetype i = 0; i < ads.size(); ++i) {
        const QJsonObject ad = ads[i].toObject();
        const auto number = [&ad](const QString &key) {
            return ad.contains(key) ? std::optional(ad.value(key).toDouble()) : std::nullopt;
        };
        const QByteArray created = ad.value("created"_L1).toString().toLatin1();
        const QByteArray fetched = ad.value("fetched"_L1).toString().toLatin1();
        const auto kind = kinds.indexOf(ad.value("kind"_L1).toString());
        const Pay pay = comparable::comparablePay(
            {.from = number(u"from"_s),
             .to = number(u"to"_s),
             .currency = "RUR",
             .gross = ad.contains("gross"_L1) ? std::optional(ad.value("gross"_L1).toBool()) : std::nullopt,
             .period = rules.periodOf(ad.value("period"_L1).toString()),
             .kind = kind < 3    ? comparable::JobKind::Full
                     : kind == 3 ? comparable::JobKind::PartTime
                     : kind == 4 ? comparable::JobKind::SideJob
                                 : comparable::JobKind::Tour,
             .created = created,
             .fetched = fetched,
             .source = "hh"},
            rules);
        const QJsonArray wanted = expected[i].toArray();
        const QByteArray which = QJsonDocument(ad).toJson(QJsonDocument::Compact) + ' ' + pay.rule;
        for (const auto &[place, made] : {std::pair(0, pay.pay), {1, pay.from}, {2, pay.to}})
            QVERIFY2(QString::fromLatin1(shown(made)) == wanted[place].toString(),
                     which + ' ' + shown(made) + " <> " + wanted[place].toString().toLatin1());
        QCOMPARE(pay.rule.contains("left_out"), !wanted[3].toString().isEmpty());
        paid += pay.pay.has_value();
    }
    QVERIFY(paid > 1000);
}

void TestPay::badTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("says");
    const QByteArray head = "rule,for,since,value,source\n";
    QTest::newRow("no header") << QByteArray("tax,RU,2025-01-01,0:13\n") << u"1: the header"_s;
    QTest::newRow("an unknown rule") << head + "tacks,RU,,0:13,\n" << u"2: no rule is called “tacks”"_s;
    QTest::newRow("a tax that falls back") << head + "\ntax,RU,,0:13 5:15 4:18,\n" << u"3: “4:18”"_s;
    QTest::newRow("a tax without a first step") << head + "tax,RU,,5:13,\n" << u"2: “5:13”"_s;
    QTest::newRow("all of it as tax") << head + "tax,RU,,0:100,\n" << u"2: “0:100”"_s;
    QTest::newRow("a rate that is no number") << head + "rate,USD,,ninety,\n" << u"2: “ninety”"_s;
    QTest::newRow("a rate of nothing") << head + "rate,USD,,0,\n" << u"2: “0”"_s;
    QTest::newRow("a day that is none") << head + "rate,USD,2025-02-30,90,\n" << u"2: “2025-02-30”"_s;
    QTest::newRow("a day as others write it") << head + "rate,USD,30.01.2025,90,\n" << u"2: “30.01.2025”"_s;
    QTest::newRow("no basis") << head + "basis,,,brutto,\n" << u"2: “brutto” is none of gross, net"_s;
    QTest::newRow("basis without a word") << head + "basis,,,,\n" << u"2: “” is none of"_s;
    QTest::newRow("a period") << head + "period,fortnight,,fortnight,\n"
                              << u"2: “fortnight” is none of month"_s;
    QTest::newRow("an open quote") << head + "rate,\"USD,,90,\n" << u"2: a quotation mark"_s;
    QTest::newRow("no rule") << head + "rate,USD,,90,\n,USD,,90,\n" << u"3: no rule is named"_s;
}

void TestPay::badTables()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QString, says);
    const auto rules = PayRules::parse(table);
    QVERIFY(!rules);
    QCOMPARE(rules.error().reason, Reason::BadLine);
    QVERIFY2(rules.error().detail.startsWith(says), qPrintable(rules.error().detail));
}

void TestPay::tablesOfSpreadsheets_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("tabs") << QByteArray("rule\tfor\tsince\tvalue\tsource\nrate\tUSD\t\t90.5\tme\n");
    QTest::newRow("semicolons, decimal comma, CRLF, byte order mark")
        << QByteArray("\xef\xbb\xbfrule;for;since;value;source\r\nrate;USD;;90,5;me\r\n");
    QTest::newRow("quotes") << QByteArray(
        "rule,for,since,value,source\n\"rate\",USD,,\"90,5\",\"me, \"\"I\"\"\"\n");
    QTest::newRow("another order, other columns, notes")
        << QByteArray("# mine\nvalue,note,rule,for\n\n90.5,x,rate,USD\n");
    QTest::newRow("the later line holds") << QByteArray("rule,for,value\nrate,USD,80\nrate,USD,90.5\n");
}

void TestPay::tablesOfSpreadsheets()
{
    QFETCH(const QByteArray, table);
    const auto rules = PayRules::parse(table);
    QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
    const PayRules::Currency *dollar = rules->ofCurrency("USD");
    QVERIFY(dollar);
    const auto *rate = dollar->rate.at({});
    QVERIFY(rate);
    QCOMPARE(rate->value, 90.5);
    // What is built in holds beside it.
    QCOMPARE(rules->ofCurrency("RUB")->minimum.at("2025-06-01")->value, 22440.0);
}

void TestPay::everyRuleSaysWhoSaysSo()
{
    QVERIFY(PayRules::builtInLines().size() > 80);
    for (const RuleLine &line : PayRules::builtInLines()) {
        const bool isWord = line.rule == "period" || line.rule == "kind" || line.rule == "country";
        QVERIFY2(isWord || !line.source.isEmpty(), line.rule + ' ' + line.of + ' ' + line.since);
    }
}

void TestPay::linesComeBack()
{
    std::vector<RuleLine> lines = PayRules::builtInLines();
    lines.push_back({.rule = "kind", .of = "\"odd\"\tword", .since = {}, .value = "full", .source = "me"});
    const auto read = comparable::readRuleTable(comparable::toRuleTable(lines));
    QVERIFY(read);
    QCOMPARE(read->size(), lines.size());
    for (size_t i = 0; i < lines.size(); ++i) {
        QCOMPARE(read->at(i).subject(), lines[i].subject());
        QCOMPARE(read->at(i).value, lines[i].value);
        QCOMPARE(read->at(i).source, lines[i].source);
    }
}

QTEST_APPLESS_MAIN(TestPay)
#include "tst_pay.moc"
