// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/inventedvacancies.h"
#include "support/python.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <cmath>
#include <map>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// Statistics by script: as Python reckons them from the exported rows, and pay by the rules that are given.
class TestStatsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asPython_data();
    void asPython();
    void premiumAsPython();
    void matchedAsPython();
    void pairsAsPython_data();
    void pairsAsPython();
    void againstAllAsPython_data();
    void againstAllAsPython();
    void coverage();
    void pay();
    void words();
    void filterAndTop();
    void wrongUse_data();
    void wrongUse();

private:
    QJsonArray stats(const QStringList &args) const
    {
        const auto result = m_cli->run(QStringList{u"stats"_s, m_project, u"-o"_s, u"out.json"_s} + args);
        if (result.status != 0) {
            qWarning("%s", result.err.constData());
            return {};
        }
        return QJsonDocument::fromJson(m_cli->read(u"out.json"_s)).array();
    }

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;
};

namespace {

bool isNear(const QJsonValue &mine, const QJsonValue &theirs)
{
    if (theirs.isNull())
        return mine.isNull();
    // Shown are four digits after the point.
    return mine.isDouble() && std::abs(mine.toDouble() - theirs.toDouble()) <= 0.00006;
}

} // namespace

void TestStatsCommand::initTestCase()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_project = m_cli->path(u"p.linnet"_s);
    const auto project = store::Project::open(m_project);
    QVERIFY(project);
    store::Writer &writer = (*project)->writer();
    const store::RunId run = writer.postRun(u"vacancies"_s, {});
    for (int first = 0; first < 10000; first += 1000)
        writer.post(test::inventedUnit(run, first, 1000));
    // A run of few rows whose pay is known.
    store::Unit few;
    few.run = writer.postRun(u"vacancies"_s, {});
    const std::tuple<const char *, double, bool, const char *> ads[] = {{"1", 100000, true, "SQL;Python"},
                                                                        {"2", 87000, false, "SQL"},
                                                                        {"3", 120000, true, "Excel"},
                                                                        {"4", 9000, true, "Excel"}};
    for (const auto &[id, from, gross, skills] : ads)
        few.rows.push_back(test::vacancyRow(u"hh:"_s + QLatin1StringView(id),
                                            {{VacancyColumn::Id, QString::fromLatin1(id)},
                                             {VacancyColumn::SalaryFrom, from},
                                             {VacancyColumn::Currency, u"RUR"_s},
                                             {VacancyColumn::SalaryGross, gross},
                                             {VacancyColumn::Skills, QString::fromLatin1(skills)},
                                             {VacancyColumn::Source, u"hh"_s},
                                             {VacancyColumn::Created, u"2025-05-05T10:00:00+0300"_s}}));
    writer.post(std::move(few));
    QVERIFY((*project)->close());
}

void TestStatsCommand::asPython_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("measure");
    QTest::newRow("counts") << u"experience"_s << QString();
    QTest::newRow("a salary by region") << u"area"_s << u"salary_from"_s;
    QTest::newRow("pay by employer") << u"employer"_s << u"pay"_s;
    QTest::newRow("pay by items") << u"skills"_s << u"pay"_s;
    QTest::newRow("two columns") << u"area,experience"_s << u"pay"_s;
    QTest::newRow("two columns, one of items") << u"experience,skills"_s << u"salary_to"_s;
}

void TestStatsCommand::asPython()
{
    QFETCH(const QString, by);
    QFETCH(const QString, measure);
    if (const QString why = test::pythonMissing(u"statistics"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto exported = m_cli->run({u"export"_s, m_project, u"--run"_s, u"1"_s, u"-o"_s, u"rows.csv"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QStringList args{u"groups"_s, m_cli->path(u"rows.csv"_s), by};
    QStringList asked{u"--run"_s, u"1"_s, u"--by"_s, by};
    if (!measure.isEmpty()) {
        args << measure;
        asked << u"--measure"_s << measure;
    }
    const QJsonArray theirs = test::runPython(u"plain_stats.py"_s, args);
    const QJsonArray mine = stats(asked);
    QVERIFY(theirs.size() > 2);
    QCOMPARE(mine.size(), theirs.size());
    const QStringList columns = by.split(u',');
    std::map<QString, QJsonArray> expected;
    for (const QJsonValue &group : theirs) {
        QString key;
        for (qsizetype i = 0; i < columns.size(); ++i)
            key += group.toArray()[i].toString() + u'|';
        expected[key] = group.toArray();
    }
    int last = INT_MAX;
    for (const QJsonValue &value : mine) {
        const QJsonObject group = value.toObject();
        QString key;
        for (const QString &column : columns)
            key += group.value(column).toString() + u'|';
        QVERIFY2(expected.contains(key), qPrintable(key));
        const QJsonArray wanted = expected[key];
        QStringList names{u"n"_s, u"share"_s};
        if (!measure.isEmpty())
            names << u"known"_s << u"p10"_s << u"p25"_s << u"median"_s << u"p75"_s << u"p90"_s << u"mean"_s;
        for (qsizetype i = 0; i < names.size(); ++i)
            QVERIFY2(isNear(group.value(names[i]), wanted[columns.size() + i]),
                     qPrintable(key + names[i] + QString::number(group.value(names[i]).toDouble())));
        QVERIFY(group.value("n"_L1).toInt() <= last);
        last = group.value("n"_L1).toInt();
    }
}

void TestStatsCommand::premiumAsPython()
{
    if (const QString why = test::pythonMissing(u"statistics"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(m_cli->run({u"export"_s, m_project, u"--run"_s, u"1"_s, u"-o"_s, u"rows.csv"_s}).status, 0);
    const QJsonArray theirs = test::runPython(
        u"plain_stats.py"_s, {u"premium"_s, m_cli->path(u"rows.csv"_s), u"skills"_s, u"pay"_s});
    const QJsonArray mine = stats({u"--run"_s, u"1"_s, u"--premium"_s, u"skills"_s});
    QVERIFY(theirs.size() > 3);
    QCOMPARE(mine.size(), theirs.size());
    std::map<QString, QJsonArray> expected;
    for (const QJsonValue &one : theirs)
        expected[one.toArray()[0].toString()] = one.toArray();
    for (const QJsonValue &value : mine) {
        const QJsonObject one = value.toObject();
        const QJsonArray wanted = expected[one.value("skills"_L1).toString()];
        QCOMPARE(one.value("n_with"_L1), wanted[1]);
        QCOMPARE(one.value("n_without"_L1), wanted[2]);
        QVERIFY(isNear(one.value("median_with"_L1), wanted[3]));
        QVERIFY(isNear(one.value("median_without"_L1), wanted[4]));
        QVERIFY(isNear(one.value("difference"_L1), wanted[3].toDouble() - wanted[4].toDouble()));
    }
}

// The interval is one of drawings: another thousand of them give nearly, not exactly, the same.
void TestStatsCommand::matchedAsPython()
{
    if (const QString why = test::pythonMissing(u"statistics"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QStringList few{u"--run"_s, u"1"_s, u"--where"_s, u"area = Kazan and has_test = true"_s};
    QCOMPARE(m_cli->run(QStringList{u"export"_s, m_project, u"-o"_s, u"few.csv"_s} + few).status, 0);
    const QJsonArray theirs =
        test::runPython(u"plain_stats.py"_s, {u"matched"_s, m_cli->path(u"few.csv"_s), u"skills"_s, u"pay"_s,
                                              u"experience_code,region"_s});
    QVERIFY(theirs.size() > 3);
    const QJsonArray mine =
        stats(few + QStringList{u"--premium"_s, u"skills"_s, u"--matched"_s, u"experience_code,region"_s});
    std::map<QString, QJsonObject> found;
    for (const QJsonValue &one : mine) {
        if (!one.toObject().value("matched_with"_L1).isNull())
            found[one.toObject().value("skills"_L1).toString()] = one.toObject();
    }
    QCOMPARE(qsizetype(found.size()), theirs.size());
    for (const QJsonValue &value : theirs) {
        const QJsonArray wanted = value.toArray();
        const QJsonObject one = found[wanted[0].toString()];
        QCOMPARE(one.value("matched_with"_L1), wanted[1]);
        QCOMPARE(one.value("matched_without"_L1), wanted[2]);
        QVERIFY(isNear(one.value("matched_difference"_L1), wanted[3]));
        const double width = wanted[5].toDouble() - wanted[4].toDouble();
        QVERIFY(one.value("low"_L1).toDouble() <= one.value("matched_difference"_L1).toDouble());
        QVERIFY(one.value("high"_L1).toDouble() >= one.value("matched_difference"_L1).toDouble());
        for (const auto &[key, index] : {std::pair{"low"_L1, 4}, {"high"_L1, 5}})
            QVERIFY2(std::abs(one.value(key).toDouble() - wanted[index].toDouble()) <= 0.3 * width,
                     qPrintable(u"%1 %2: %3, not %4"_s.arg(wanted[0].toString(), key)
                                    .arg(one.value(key).toDouble())
                                    .arg(wanted[index].toDouble())));
    }
}

void TestStatsCommand::pairsAsPython_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("of one list") << u"skills"_s << u"skills"_s << u"skills_2"_s;
    QTest::newRow("of two columns") << u"employer,skills"_s << u"employer"_s << u"skills"_s;
    QTest::newRow("of two lists") << u"skills,work_format"_s << u"skills"_s << u"work_format"_s;
}

void TestStatsCommand::pairsAsPython()
{
    QFETCH(const QString, columns);
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    if (const QString why = test::pythonMissing(u"statistics"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(m_cli->run({u"export"_s, m_project, u"--run"_s, u"1"_s, u"-o"_s, u"rows.csv"_s}).status, 0);
    const QJsonArray theirs =
        test::runPython(u"plain_stats.py"_s, {u"pairs"_s, m_cli->path(u"rows.csv"_s), columns});
    const QJsonArray mine = stats({u"--run"_s, u"1"_s, u"--pairs"_s, columns});
    QVERIFY(theirs.size() > 3);
    QCOMPARE(mine.size(), theirs.size());
    // Of one list either of a pair may come first.
    const auto keyOf = [&](const QString &first, const QString &second) {
        return columns.contains(u',') ? std::pair(first, second)
                                      : std::pair(std::min(first, second), std::max(first, second));
    };
    QHash<std::pair<QString, QString>, QJsonArray> expected;
    for (const QJsonValue &pair : theirs)
        expected[keyOf(pair[0].toString(), pair[1].toString())] = pair.toArray();
    int last = INT_MAX;
    for (const QJsonValue &value : mine) {
        const QJsonObject pair = value.toObject();
        const auto key = keyOf(pair.value(one).toString(), pair.value(other).toString());
        QVERIFY2(expected.contains(key), qPrintable(key.first + u'+' + key.second));
        const QJsonArray wanted = expected[key];
        QCOMPARE(pair.value("n"_L1), wanted[2]);
        QVERIFY(isNear(pair.value("share"_L1), wanted[3]));
        QVERIFY(isNear(pair.value("lift"_L1), wanted[4]));
        QVERIFY(pair.value("n"_L1).toInt() <= last);
        last = pair.value("n"_L1).toInt();
    }
    const QJsonArray top = stats({u"--run"_s, u"1"_s, u"--pairs"_s, columns, u"--top"_s, u"2"_s});
    QCOMPARE(top, QJsonArray({mine[0], mine[1]}));
}

void TestStatsCommand::againstAllAsPython_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("some") << u"experience = none and has_test = true"_s;
    QTest::newRow("a few") << u"area = Kazan and has_test = true and salary_from > 230000"_s;
}

void TestStatsCommand::againstAllAsPython()
{
    QFETCH(const QString, where);
    if (const QString why = test::pythonMissing(u"statistics"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    for (const QStringList &args :
         {QStringList{u"rows.csv"_s}, QStringList{u"some.csv"_s, u"--where"_s, where}})
        QCOMPARE(m_cli->run(QStringList{u"export"_s, m_project, u"--run"_s, u"1"_s, u"-o"_s} + args).status,
                 0);
    for (const QString &by : {u"skills"_s, u"employer"_s}) {
        const QJsonArray theirs = test::runPython(
            u"plain_stats.py"_s, {u"against"_s, m_cli->path(u"rows.csv"_s), by, m_cli->path(u"some.csv"_s)});
        const QJsonArray mine = stats({u"--run"_s, u"1"_s, u"--by"_s, by, u"--where"_s, where,
                                       u"--against-all"_s, u"--measure"_s, u"pay"_s});
        QVERIFY(!theirs.isEmpty());
        QCOMPARE(mine.size(), theirs.size());
        std::map<QString, QJsonArray> expected;
        for (const QJsonValue &one : theirs)
            expected[one[0].toString()] = one.toArray();
        for (const QJsonValue &value : mine) {
            const QJsonObject one = value.toObject();
            const QJsonArray wanted = expected[one.value(by).toString()];
            QCOMPARE(one.value("n"_L1), wanted[1]);
            QVERIFY(isNear(one.value("share"_L1), wanted[2]));
            QVERIFY(isNear(one.value("share_all"_L1), wanted[3]));
            QVERIFY(isNear(one.value("ratio"_L1), wanted[4]));
            QCOMPARE(one.value("significant"_L1), wanted[5]);
            QVERIFY(one.contains("median"_L1));
        }
    }
}

// Sources say the same in other words.
void TestStatsCommand::words()
{
    const QString path = m_cli->path(u"words.linnet"_s);
    {
        const auto project = store::Project::open(path);
        QVERIFY(project);
        store::Unit unit;
        unit.run = (*project)->writer().postRun(u"vacancies"_s, {});
        const auto add = [&unit](const QString &id, const QString &area, const QString &experience,
                                 const QString &title) {
            unit.rows.push_back(test::vacancyRow(id, {{VacancyColumn::Source, id.section(u':', 0, 0)},
                                                      {VacancyColumn::Id, id.section(u':', 1)},
                                                      {VacancyColumn::Area, area},
                                                      {VacancyColumn::Experience, experience},
                                                      {VacancyColumn::Vacancy, title}}));
        };
        add(u"hh:1"_s, u"Москва"_s, u"Нет опыта"_s, u"Junior аналитик"_s);
        add(u"trudvsem:2"_s, u"Город Москва"_s, u"без опыта"_s, u"Младший аналитик"_s);
        add(u"superjob:3"_s, u"Казань"_s, u"От 3 лет"_s, u"Аналитик"_s);
        add(u"hh:4"_s, u"Нигде"_s, u""_s, u"Ведущий аналитик"_s);
        (*project)->writer().post(std::move(unit));
        QVERIFY((*project)->close());
    }
    const auto by = [&](const QString &column) {
        const auto result = m_cli->run({u"stats"_s, path, u"--by"_s, column, u"-o"_s, u"-"_s});
        return result.out.trimmed().split('\n');
    };
    QCOMPARE(
        by(u"region"_s),
        QByteArray("region,n,share\r\nМосква,2,0.5\r\nРеспублика Татарстан,1,0.25\r\n,1,0.25").split('\n'));
    QCOMPARE(by(u"experience_code"_s),
             QByteArray("experience_code,n,share\r\nnoExperience,2,0.5\r\nbetween3And6,1,0.25\r\n,1,0.25")
                 .split('\n'));
    QCOMPARE(by(u"grade"_s),
             QByteArray("grade,n,share\r\njunior,2,0.5\r\nlead,1,0.25\r\n,1,0.25").split('\n'));
    const auto filtered = m_cli->run({u"export"_s, path, u"--columns"_s, u"id,region"_s, u"--where"_s,
                                      u"region = \"Москва\""_s, u"-o"_s, u"-"_s});
    QCOMPARE(filtered.out, QByteArray("id,region\r\n1,Москва\r\n2,Москва\r\n"));
}

/// As counted in the exported rows.
void TestStatsCommand::coverage()
{
    const auto exported = m_cli->run({u"export"_s, m_project, u"--run"_s, u"1"_s, u"--columns"_s,
                                      u"area,skills,salary_from,description"_s, u"-o"_s, u"rows.json"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QHash<QString, int> rows;
    QHash<QString, int> filled;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli->read(u"rows.json"_s)).array()) {
        const QString area = row[u"area"_s].toString();
        ++rows[area];
        for (const QString &column : {u"skills"_s, u"salary_from"_s, u"description"_s}) {
            const QJsonValue cell = row[column];
            const bool isEmpty = cell.isNull() || (cell.isString() && cell.toString().isEmpty()) ||
                                 (cell.isArray() && cell.toArray().isEmpty());
            filled[area + column] += !isEmpty;
        }
    }
    const QJsonArray told = stats(
        {u"--run"_s, u"1"_s, u"--by"_s, u"area"_s, u"--coverage"_s, u"skills,salary_from,description"_s});
    QCOMPARE(told.size(), rows.size() * 3);
    for (const QJsonValue &row : told) {
        const QString area = row[u"area"_s].toString();
        QCOMPARE(row[u"n"_s].toInt(), rows.value(area));
        QCOMPARE(row[u"filled"_s].toInt(), filled.value(area + row[u"column"_s].toString()));
    }
    QVERIFY(stats({u"--by"_s, u"source"_s, u"--coverage"_s, u"all"_s}).size() > 30);
}

void TestStatsCommand::pay()
{
    const auto all = [this](const QStringList &more) {
        const QJsonArray rows = stats(QStringList{u"--measure"_s, u"pay"_s} + more);
        return rows.isEmpty() ? QJsonObject() : rows[0].toObject();
    };
    // 9,000 is below the legal minimum; 87,000 in hand are 100,000 before tax.
    QJsonObject before = all({});
    QCOMPARE(before.value("n"_L1), 4);
    QCOMPARE(before.value("known"_L1), 3);
    QCOMPARE(before.value("median"_L1), 100000);
    QCOMPARE(before.value("mean"_L1), 106666.6667);
    m_cli->write(u"rules.csv"_s, "rule,value\nbasis,net\n");
    const QJsonObject inHand = all({u"--pay-rules"_s, m_cli->path(u"rules.csv"_s)});
    QCOMPARE(inHand.value("median"_L1), 87000);
    QCOMPARE(inHand.value("p90"_L1), 100920); // 87000 + 0.8 * (104400 - 87000)
    const QJsonArray steps = stats({u"--by"_s, u"pay_rule"_s});
    bool isLeftOut = false;
    for (const QJsonValue &step : steps)
        isLeftOut = isLeftOut || step.toObject().value("pay_rule"_L1) == "below_minimum:22440"_L1;
    QVERIFY(isLeftOut);
    // What the export shows is what was counted.
    const auto rows = m_cli->run({u"export"_s, m_project, u"--columns"_s, u"id,pay,pay_basis,pay_rule"_s,
                                  u"--where"_s, u"pay > 0"_s, u"-o"_s, u"-"_s});
    QCOMPARE(rows.out,
             QByteArray("id,pay,pay_basis,pay_rule\r\n1,100000,gross,only_from\r\n"
                        "2,100000,net,only_from;to_gross:2025-01-01\r\n3,120000,gross,only_from\r\n"));
}

void TestStatsCommand::filterAndTop()
{
    const QJsonArray top = stats({u"--run"_s, u"1"_s, u"--by"_s, u"area"_s, u"--top"_s, u"2"_s});
    QCOMPARE(top.size(), 2);
    const QString area = top[0].toObject().value("area"_L1).toString();
    const QJsonArray filtered =
        stats({u"--run"_s, u"1"_s, u"--by"_s, u"area"_s, u"--where"_s, u"area = \"%1\""_s.arg(area)});
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(filtered[0].toObject().value("n"_L1), top[0].toObject().value("n"_L1));
    QCOMPARE(filtered[0].toObject().value("share"_L1), 1);
    QVERIFY(
        stats({u"--run"_s, u"1"_s, u"--by"_s, u"area"_s, u"--where"_s, u"area = \"nowhere\""_s}).isEmpty());
}

void TestStatsCommand::wrongUse_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such column") << QStringList{u"--by"_s, u"colour"_s} << QByteArray("--by colour");
    QTest::newRow("three columns") << QStringList{u"--by"_s, u"area,experience,source"_s}
                                   << QByteArray("--by area,experience,source");
    QTest::newRow("a long text") << QStringList{u"--by"_s, u"description"_s}
                                 << QByteArray("--by description");
    QTest::newRow("no numbers") << QStringList{u"--measure"_s, u"area"_s} << QByteArray("--measure area");
    QTest::newRow("rules with an error")
        << QStringList{u"--pay-rules"_s, u"bad.csv"_s} << QByteArray("3: no rule is called");
    QTest::newRow("no rules") << QStringList{u"--pay-rules"_s, u"none.csv"_s} << QByteArray("none.csv");
    QTest::newRow("both") << QStringList{u"--by"_s, u"area"_s, u"--premium"_s, u"skills"_s}
                          << QByteArray("--premium, --by");
    QTest::newRow("pairs of what is no list")
        << QStringList{u"--pairs"_s, u"area"_s} << QByteArray("--pairs area");
    QTest::newRow("pairs and groups")
        << QStringList{u"--pairs"_s, u"skills"_s, u"--by"_s, u"area"_s} << QByteArray("--pairs, --by");
    QTest::newRow("against all of the same") << QStringList{u"--by"_s, u"area"_s, u"--against-all"_s}
                                             << QByteArray("--against-all, --by, --where");
    QTest::newRow("top") << QStringList{u"--by"_s, u"area"_s, u"--top"_s, u"-1"_s} << QByteArray("--top -1");
}

void TestStatsCommand::wrongUse()
{
    QFETCH(const QStringList, args);
    QFETCH(const QByteArray, says);
    m_cli->write(u"bad.csv"_s, "rule,value\nbasis,net\ntacks,1\n");
    QStringList here = args;
    for (QString &arg : here) {
        if (arg.endsWith(".csv"_L1))
            arg = m_cli->path(arg);
    }
    const auto result = m_cli->run(QStringList{u"stats"_s, m_project} + here);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(says), result.err);
}

QTEST_GUILESS_MAIN(TestStatsCommand)
#include "tst_statscommand.moc"
