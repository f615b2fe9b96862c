// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/inventedvacancies.h"
#include "support/python.h"
#include "support/tempproject.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What beside the rows `export` makes of a project: sheets of a workbook, its looks, a data package.
class TestExportOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutSummary();
    void asShown();
    void dataPackage();
    void wrongUse_data();
    void wrongUse();

private:
    /// The workbook that these options give, by the names of its sheets.
    QMap<QString, QJsonObject> sheets(const QStringList &more) const
    {
        const auto result = m_cli->run(QStringList{u"export"_s, m_project, u"-o"_s, u"rows.xlsx"_s} + more);
        if (result.status != 0)
            qWarning("%s", result.err.constData());
        QMap<QString, QJsonObject> found;
        for (const QJsonValue &sheet : test::runPython(u"read_xlsx.py"_s, {m_cli->path(u"rows.xlsx"_s)}))
            found.insert(sheet[u"name"_s].toString(), sheet.toObject());
        return found;
    }
    static QStringList header(const QJsonObject &sheet)
    {
        QStringList names;
        for (const QJsonValue &cell : sheet.value("rows"_L1)[0].toArray())
            names.append(cell[1].toString());
        return names;
    }

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;
};

void TestExportOptions::initTestCase()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_project = m_cli->path(u"p.linnet"_s);
    const auto project = store::Project::open(m_project);
    QVERIFY(project);
    const store::RunId run = (*project)->writer().postRun(u"vacancies"_s, {});
    (*project)->writer().post(test::inventedUnit(run, 0, 50));
    QVERIFY((*project)->close());
}

void TestExportOptions::withoutSummary()
{
    if (const QString why = test::pythonMissing(u"openpyxl"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto with = sheets({});
    QVERIFY2(with.contains(u"Summary"_s), qPrintable(with.keys().join(u", ")));
    QVERIFY(!with[u"Summary"_s].value("charts"_L1).toArray().isEmpty());
    const auto without = sheets({u"--no-summary"_s});
    QStringList others = with.keys();
    others.removeAll(u"Summary"_s);
    QCOMPARE(without.keys(), others); // the other sheets stay
    QCOMPARE(without[u"Data"_s].value("rowCount"_L1), 51);
    QCOMPARE(without[u"Data"_s].value("rows"_L1), with[u"Data"_s].value("rows"_L1));
}

void TestExportOptions::asShown()
{
    if (const QString why = test::pythonMissing(u"openpyxl"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QStringList columns{u"--columns"_s, u"vacancy,url,created,has_test,state"_s};
    const auto stored = sheets(columns)[u"Data"_s];
    const auto shown = sheets(columns + QStringList{u"--as-shown"_s})[u"Data"_s];
    QCOMPARE(header(stored), QStringList({u"vacancy"_s, u"url"_s, u"created"_s, u"has_test"_s, u"state"_s}));
    QCOMPARE(header(shown),
             QStringList({u"Vacancy"_s, u"Link to apply"_s, u"Published"_s, u"Test"_s, u"Details"_s}));
    QCOMPARE(shown.value("rowCount"_L1), stored.value("rowCount"_L1));
    // "d" is openpyxl's word for a date.
    QCOMPARE(stored.value("rows"_L1)[1][2][0], u"s"_s);
    QCOMPARE(shown.value("rows"_L1)[1][2][0], u"d"_s);
    QCOMPARE(stored.value("rows"_L1)[1][4][1], u"complete"_s);
    QCOMPARE(shown.value("rows"_L1)[1][4][1], u"read"_s);
    QCOMPARE(stored.value("links"_L1), 0);
    QCOMPARE(shown.value("links"_L1), 50);
}

void TestExportOptions::dataPackage()
{
    m_cli->write(u"datapackage.json"_s, "of another time");
    const auto result = m_cli->run({u"export"_s, m_project, u"-o"_s, u"rows.csv"_s, u"--columns"_s,
                                    u"id,salary_from,created"_s, u"--datapackage"_s});
    QVERIFY2(result.status == 0, result.err);
    const QJsonObject package = QJsonDocument::fromJson(m_cli->read(u"datapackage.json"_s)).object();
    const QJsonValue resource = package.value("resources"_L1)[0];
    QCOMPARE(resource[u"path"_s], u"rows.csv"_s);
    QCOMPARE(resource[u"bytes"_s].toInteger(), QFileInfo(m_cli->path(u"rows.csv"_s)).size());
    QStringList fields;
    for (const QJsonValue &field : resource[u"schema"_s][u"fields"_s].toArray())
        fields.append(field[u"name"_s].toString());
    QCOMPARE(fields, QStringList({u"id"_s, u"salary_from"_s, u"created"_s}));
    QCOMPARE(m_cli->read(u"rows.csv"_s).split('\n').front().trimmed(), QByteArray("id,salary_from,created"));
    QVERIFY(package.value("licenses"_L1).toArray().isEmpty() ==
            package.value("sources"_L1).toArray().isEmpty());
}

void TestExportOptions::wrongUse_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("a package of a workbook") << QStringList{u"-o"_s, u"x.xlsx"_s};
    QTest::newRow("a package of JSON") << QStringList{u"-o"_s, u"x.json"_s};
    QTest::newRow("a package of no file") << QStringList{u"-o"_s, u"-"_s};
}

void TestExportOptions::wrongUse()
{
    QFETCH(const QStringList, args);
    const auto result = m_cli->run(QStringList{u"export"_s, m_project, u"--datapackage"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("--datapackage: --output FILE.csv, FILE.tsv"), result.err);
    QVERIFY(!QFileInfo::exists(m_cli->path(args.back())));
}

QTEST_GUILESS_MAIN(TestExportOptions)
#include "tst_exportoptions.moc"
