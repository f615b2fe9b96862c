// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditrule.h"
#include "support/clirunner.h"
#include "support/crawlrows.h"
#include "support/practice.h"
#include "support/python.h"
#include "support/tempproject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;

/// Audits by script: what is printed and written, rules and segments of a file, and the status that stops a
/// build. That each finding is on its pages only, says tst_auditpages.
class TestAuditCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void versionsAreATable();
    void linksSayTheirPart();
    void printsWhatItCounts();
    void workbook();
    void workbookOfManyFindings();
    void report();
    void rulesOfAFile();
    void rulesOfTheProject();
    void bySegment();
    void segmentsOfAFile();
    void exportsFindings();
    void wrongExport_data();
    void wrongExport();
    void failsOn_data();
    void failsOn();
    void wrongUse_data();
    void wrongUse();

private:
    QHash<QString, QSet<QString>> found(const QStringList &args = {}) const;

    std::unique_ptr<test::Practice> m_practice;
    std::unique_ptr<test::CliRunner> m_cli;
    QString m_root;
};

void TestAuditCommand::initTestCase()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_practice = std::make_unique<test::Practice>();
    m_root = m_practice->url.toString();
    while (m_root.endsWith(u'/'))
        m_root.chop(1);
    m_root += u"/audit/"_s;
    const auto crawled =
        m_cli->run({u"crawl"_s, m_root, u"--depth"_s, u"2"_s, u"--delay"_s, u"0"_s, u"--retries"_s, u"0"_s,
                    u"--project"_s, u"p.linnet"_s, u"-o"_s, u"links.csv"_s});
    QVERIFY2(crawled.status == 1, crawled.err.constData()); // some addresses fail, as they should
}

/// The pages of each rule, without the site's address.
QHash<QString, QSet<QString>> TestAuditCommand::found(const QStringList &args) const
{
    const auto result = m_cli->run(QStringList{u"audit"_s, u"p.linnet"_s, u"-o"_s, u"found.json"_s} + args);
    if (result.status != 0)
        qWarning("%s", result.err.constData());
    QHash<QString, QSet<QString>> pages;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli->read(u"found.json"_s)).array()) {
        const QString url = row["url"_L1].toString();
        pages[row["check"_L1].toString()].insert(url.startsWith(m_root) ? url.mid(m_root.size()) : url);
    }
    return pages;
}

void TestAuditCommand::versionsAreATable()
{
    const auto rows = [&](const QString &where) {
        const auto exported = m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"hreflang"_s,
                                          u"--where"_s, where, u"-o"_s, u"versions.json"_s});
        if (exported.status != 0)
            qWarning("%s", exported.err.constData());
        return QJsonDocument::fromJson(m_cli->read(u"versions.json"_s)).array();
    };
    const QJsonArray header = rows(u"source = header"_s);
    QCOMPARE(header.size(), 2);
    QCOMPARE(header[0]["url"_L1].toString(), m_root + u"langheader.html"_s);
    QCOMPARE(header[0]["target_url"_L1].toString(), m_root + u"langheader.html"_s);
    QCOMPARE(header[0]["language"_L1].toString(), u"en"_s);
    const QJsonArray bad = rows(u"target_url empty"_s);
    QCOMPARE(bad.size(), 1);
    QCOMPARE(bad[0]["written"_L1].toString(), u"file:///de.html"_s);
    QCOMPARE(rows(u"url contains langde and returned = true"_s).size(), 2);
    QCOMPARE(rows(u"language = x-default and url contains langtwice"_s).size(), 3);
    QVERIFY(rows(u"line > 0"_s).size() > 30);
}

void TestAuditCommand::linksSayTheirPart()
{
    const auto exported =
        m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"links"_s, u"--where"_s, u"area = nav"_s,
                    u"--columns"_s, u"anchor,area"_s, u"-o"_s, u"nav.json"_s});
    QVERIFY2(exported.status == 0, exported.err);
    const QJsonArray links = QJsonDocument::fromJson(m_cli->read(u"nav.json"_s)).array();
    QVERIFY(links.size() > 50);
    for (const QJsonValue &link : links)
        QCOMPARE(link["anchor"_L1].toString(), u"start page"_s);
}

void TestAuditCommand::printsWhatItCounts()
{
    const auto result =
        m_cli->run({u"audit"_s, u"p.linnet"_s, u"--summary"_s, u"sum.json"_s, u"-o"_s, u"all.json"_s});
    QCOMPARE(result.status, 0);
    const QJsonArray rows = QJsonDocument::fromJson(m_cli->read(u"all.json"_s)).array();
    QHash<QString, int> counts;
    for (const QJsonValue &row : rows)
        ++counts[row["check"_L1].toString()];
    const QJsonObject summary = QJsonDocument::fromJson(m_cli->read(u"sum.json"_s)).object();
    QCOMPARE(summary["rows"_L1].toInt(), rows.size());
    const QJsonObject findings = summary["findings"_L1].toObject();
    QCOMPARE(findings.size(), counts.size());
    for (auto finding = findings.begin(); finding != findings.end(); ++finding)
        QCOMPARE(finding.value().toInt(), counts.value(finding.key()));
    // Errors first, and what found nothing is only counted.
    const QByteArray out = result.out;
    QVERIFY2(out.contains("title_missing") && out.contains("passed."), out.constData());
    QVERIFY(out.indexOf("error ") < out.indexOf("warning "));
    QVERIFY(out.lastIndexOf("error ") < out.indexOf("warning "));
    QVERIFY(!out.contains("certificate"));
    QVERIFY2(out.contains("Not judged") && out.contains("not_in_sitemap"),
             out.constData()); // no sitemap was read
    // The same rows as the filter of the table finds.
    const auto exported = m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s,
                                      u"title empty and indexable = true"_s, u"-o"_s, u"rows.json"_s});
    QCOMPARE(exported.status, 0);
    QCOMPARE(QJsonDocument::fromJson(m_cli->read(u"rows.json"_s)).array().size(),
             counts.value(u"title_missing"_s));
}

/// An overview with the worst first, and a sheet for each finding with just its rows.
void TestAuditCommand::workbook()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto result =
        m_cli->run({u"audit"_s, u"p.linnet"_s, u"-o"_s, u"book.xlsx"_s, u"--summary"_s, u"sum.json"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY(result.out.contains("title_missing"));
    const QJsonObject counts =
        QJsonDocument::fromJson(m_cli->read(u"sum.json"_s)).object().value("findings"_L1).toObject();
    const QJsonArray sheets = test::runPython(u"read_xlsx.py"_s, {m_cli->path(u"book.xlsx"_s)});
    const int shown = std::min(60, int(counts.size()));
    QVERIFY(counts.size() > 60);
    QCOMPARE(sheets.size(), shown + 2);
    const auto cell = [](const QJsonValue &sheet, int row, int column) {
        return sheet["rows"_L1][row][column][1];
    };
    const QJsonValue overview = sheets[0];
    QCOMPARE(overview["name"_L1].toString(), u"Overview"_s);
    QCOMPARE(overview["rowCount"_L1].toInt(), int(counts.size()) + 1);
    QStringList levels;
    for (int row = 1; row < overview["rowCount"_L1].toInt(); ++row) {
        levels << cell(overview, row, 1).toString();
        QVERIFY(!cell(overview, row, 7).toString().isEmpty() && !cell(overview, row, 8).toString().isEmpty());
        const int found = cell(overview, row, 3).toInt();
        const double share = cell(overview, row, 5).toDouble();
        QVERIFY(found > 0 && std::abs(share * cell(overview, row, 4).toInt() - found) < 0.001);
        if (row > shown) {
            QCOMPARE(cell(overview, row, 9).toString(), u"in Linnet"_s);
            continue;
        }
        const QJsonValue sheet = sheets[row];
        QCOMPARE(cell(overview, row, 9).toString(), sheet["name"_L1].toString());
        QCOMPARE(sheet["rowCount"_L1].toInt(), found + 1);
        QVERIFY(sheet["links"_L1].toInt() >= found);
        QCOMPARE(sheet["formulas"_L1].toInt(), 0);
        QCOMPARE(sheet["freeze"_L1].toString(), u"A2"_s);
        QCOMPARE(sheet["tables"_L1].toObject().size(), 1);
    }
    QVERIFY(
        std::ranges::is_sorted(levels, {}, [](const QString &level) { return int(*audit::levelOf(level)); }));
    QCOMPARE(overview["links"_L1].toInt(), shown);
    QCOMPARE(sheets.last()["name"_L1].toString(), u"About this data"_s);
    // Of links: the page with its title, the words, where it leads, the status, the line.
    const auto links = std::ranges::find_if(sheets, [](const QJsonValue &sheet) {
        return sheet["name"_L1].toString().contains("Broken links within"_L1);
    });
    QVERIFY(links != sheets.end());
    QStringList header;
    for (const QJsonValue &title : (*links)["rows"_L1][0].toArray())
        header << title[1].toString();
    QVERIFY2(header.startsWith(u"Page"_s) && header.contains(u"Title"_s) && header.contains(u"Leads to"_s) &&
                 header.contains(u"Status"_s) && header.contains(u"Line"_s),
             qPrintable(header.join(u", "_s)));
    QVERIFY(!cell(*links, 1, 1).toString().isEmpty());
    QStringList statuses; // none where there was no answer
    for (int row = 1; row < (*links)["rowCount"_L1].toInt(); ++row)
        statuses << cell(*links, row, int(header.indexOf(u"Status"_s))).toVariant().toString();
    QVERIFY2(statuses.contains(u"404"_s) && statuses.contains(u"410"_s), qPrintable(statuses.join(u", "_s)));
    // Columns are its own; the long table stays what it was.
    const auto wrong =
        m_cli->run({u"audit"_s, u"p.linnet"_s, u"-o"_s, u"b.xlsx"_s, u"--columns"_s, u"url"_s});
    QCOMPARE(wrong.status, 2);
    QCOMPARE(m_cli->run({u"audit"_s, u"p.linnet"_s, u"-o"_s, u"long.csv"_s}).status, 0);
    QVERIFY(m_cli->read(u"long.csv"_s).startsWith("check,level,url,value,place"));
}

/// Names of rules that differ in forbidden letters only, and texts that look like formulas.
void TestAuditCommand::workbookOfManyFindings()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_cli->write(u"odd.json"_s, R"({"rules": [
        {"id": "a", "level": "error", "filter": "status = 200", "what": "=1+1 [a]: it's /odd/?", "why": "=2+2"},
        {"id": "b", "level": "error", "filter": "status = 200", "what": "=1+1 (a): it's *odd*?"},
        {"id": "c", "level": "error", "filter": "status = 200",
         "what": "A name that is much longer than the thirty-one letters of a sheet's name"}]})");
    const auto result =
        m_cli->run({u"audit"_s, u"p.linnet"_s, u"--rules"_s, u"odd.json"_s, u"-o"_s, u"odd.xlsx"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    const QJsonArray sheets = test::runPython(u"read_xlsx.py"_s, {m_cli->path(u"odd.xlsx"_s)});
    QVERIFY(sheets.size() > 4);
    QSet<QString> names;
    for (const QJsonValue &sheet : sheets) {
        const QString name = sheet["name"_L1].toString();
        QVERIFY2(name.size() <= 31, qPrintable(name));
        names.insert(name.toCaseFolded());
        QCOMPARE(sheet["formulas"_L1].toInt(), 0);
    }
    QCOMPARE(names.size(), sheets.size());
}

/// A report of the crawl says the same: how many rules found something, and examples of the worst.
void TestAuditCommand::report()
{
    const auto made = [this](const QStringList &args) {
        const auto result =
            m_cli->run(QStringList{u"report"_s, u"p.linnet"_s, u"-o"_s, u"report.html"_s} + args);
        return result.status == 0 ? m_cli->read(u"report.html"_s) : result.err;
    };
    const QByteArray html = made({});
    QVERIFY2(html.contains("What is wrong with the site?"), html.left(500).constData());
    QCOMPARE(html.count("<section class=\"finding "), 10);
    QCOMPARE(html.count("<section class=\"finding error\""), 10);
    const auto listed = m_cli->run({u"audit"_s, u"p.linnet"_s});
    QByteArray passed;
    for (const QByteArray &line : listed.out.split('\n'))
        passed = line.contains(" passed.") ? line : passed;
    const QByteArray number = passed.left(passed.indexOf(' '));
    QVERIFY2(html.contains("; " + number + " rule"), passed.constData());
    QVERIFY(html.contains("Also found: "));
    QVERIFY(html.contains("href=\"" + m_root.toUtf8()));
    QVERIFY(html.count("<li>") > 10 && html.count("<li>") <= 50);
    const QByteArray without = made({u"--questions"_s, u"status"_s});
    QVERIFY2(!without.contains("What is wrong with the site?"), without.left(500).constData());
    const QByteArray only = made({u"--questions"_s, u"audit"_s});
    QCOMPARE(only.count("<section class=\"finding "), 10);
    QCOMPARE(only.count("<svg"), 0);
    const auto pdf =
        m_cli->run({u"report"_s, u"p.linnet"_s, u"-o"_s, u"report.pdf"_s, u"--questions"_s, u"audit"_s});
    QVERIFY2(pdf.status == 0, pdf.err.constData());
    QVERIFY(m_cli->read(u"report.pdf"_s).startsWith("%PDF"));
}

void TestAuditCommand::rulesOfAFile()
{
    m_cli->write(u"rules.json"_s,
                 R"({"rules": [{"id": "thin", "threshold": 30}, {"id": "title_missing", "on": false},
        {"id": "odd", "filter": "nothing = 1"},
        {"id": "mine", "filter": "url contains Upper", "level": "error", "what": "My own", "columns": ["title"]}]})");
    const auto pages = found({u"--rules"_s, u"rules.json"_s});
    QVERIFY(!pages.contains(u"title_missing"_s));
    QVERIFY(!pages.contains(u"thin"_s));
    QCOMPARE(pages.value(u"mine"_s), QSet<QString>{u"Upper.html"_s});
    const auto result = m_cli->run(
        {u"audit"_s, u"p.linnet"_s, u"--rules"_s, u"rules.json"_s, u"--where"_s, u"url contains Upper"_s});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.err.contains("rule 3 (odd)"), result.err.constData()); // named, the rest goes on
    QVERIFY2(result.out.contains("My own"), result.out.constData());
    QVERIFY(!result.out.contains("title_duplicate"));
    const auto list = m_cli->run({u"audit"_s, u"p.linnet"_s, u"--rules"_s, u"rules.json"_s, u"--list"_s});
    QCOMPARE(list.status, 0);
    QVERIFY(list.out.contains("title_outside_head") && list.out.contains("My own"));
}

void TestAuditCommand::rulesOfTheProject()
{
    m_cli->write(u"keep.json"_s, R"({"rules": [{"id": "title_missing", "on": false}]})");
    QCOMPARE(m_cli->run({u"audit"_s, u"p.linnet"_s, u"--rules"_s, u"keep.json"_s, u"--keep-rules"_s}).status,
             0);
    QVERIFY(!found().contains(u"title_missing"_s));
    m_cli->write(u"none.json"_s, R"({"rules": []})");
    QCOMPARE(m_cli->run({u"audit"_s, u"p.linnet"_s, u"--rules"_s, u"none.json"_s, u"--keep-rules"_s}).status,
             0);
    QVERIFY(found().contains(u"title_missing"_s));
}

void TestAuditCommand::bySegment()
{
    const auto result = m_cli->run({u"audit"_s, u"p.linnet"_s, u"--by-segment"_s, u"-o"_s, u"parts.json"_s,
                                    u"--summary"_s, u"sum.json"_s});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("/audit/") && result.out.contains("passed."), result.out.constData());
    const QJsonArray rows = QJsonDocument::fromJson(m_cli->read(u"parts.json"_s)).array();
    QHash<QString, int> counts;
    for (const QJsonValue &row : rows) {
        counts[row["check"_L1].toString()] += row["n"_L1].toInt();
        QVERIFY(row["n"_L1].toInt() <= row["of"_L1].toInt());
    }
    // No row is lost or told twice.
    const QJsonObject findings =
        QJsonDocument::fromJson(m_cli->read(u"sum.json"_s)).object()["findings"_L1].toObject();
    QCOMPARE(counts.size(), findings.size());
    for (auto finding = findings.begin(); finding != findings.end(); ++finding)
        QCOMPARE(counts.value(finding.key()), finding.value().toInt());
}

void TestAuditCommand::segmentsOfAFile()
{
    m_cli->write(u"parts.txt"_s, "Upper\turl contains Upper\nodd\tnothing = 1\nRest\turl contains audit\n");
    const auto told = m_cli->run({u"audit"_s, u"p.linnet"_s, u"--segments"_s, u"parts.txt"_s,
                                  u"--keep-segments"_s, u"-o"_s, u"-"_s, u"--csv"_s, u"standard"_s});
    QCOMPARE(told.status, 0);
    QVERIFY2(told.err.contains("line 2"), told.err.constData());
    QVERIFY2(told.out.startsWith("check,level,segment,n,of,share"), told.out.constData());
    QVERIFY2(told.out.contains("url_uppercase,notice,Upper,1,1,1"), told.out.constData());
    // The project has kept them.
    const auto again = m_cli->run(
        {u"audit"_s, u"p.linnet"_s, u"--by-segment"_s, u"-o"_s, u"-"_s, u"--csv"_s, u"standard"_s});
    QCOMPARE(again.out, told.out);
    const auto without = m_cli->run({u"audit"_s, u"p.linnet"_s});
    QVERIFY(!without.out.contains("Upper "));
    const auto wrong = m_cli->run({u"audit"_s, u"p.linnet"_s, u"--segments"_s, u"links.csv"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains("links.csv"), wrong.err.constData());
}

/// The same rows as the audit writes.
void TestAuditCommand::exportsFindings()
{
    const QStringList where{u"--where"_s, u"url contains title"_s};
    for (const QStringList &more : {QStringList(), where}) {
        QCOMPARE(m_cli->run(QStringList{u"audit"_s, u"p.linnet"_s, u"-o"_s, u"one.csv"_s} + more).status, 0);
        QCOMPARE(m_cli
                     ->run(QStringList{u"export"_s, u"p.linnet"_s, u"--table"_s, u"findings"_s, u"-o"_s,
                                       u"other.csv"_s} +
                           more)
                     .status,
                 0);
        QVERIFY(m_cli->read(u"one.csv"_s).count('\n') > 2);
        QCOMPARE(m_cli->read(u"other.csv"_s), m_cli->read(u"one.csv"_s));
    }
    const auto few = m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"findings"_s, u"--columns"_s,
                                 u"check,url"_s, u"-o"_s, u"-"_s});
    QCOMPARE(few.status, 0);
    QVERIFY2(few.out.startsWith("check,url"), few.out.constData());
}

void TestAuditCommand::wrongExport_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("all runs") << QStringList{u"--run"_s, u"all"_s} << QByteArray("--run all");
    QTest::newRow("filter") << QStringList{u"--where"_s, u"check = thin"_s} << QByteArray("--where");
    QTest::newRow("package") << QStringList{u"--datapackage"_s, u"-o"_s, u"x.csv"_s}
                             << QByteArray("--datapackage");
    QTest::newRow("column") << QStringList{u"--columns"_s, u"title"_s} << QByteArray("title");
}

void TestAuditCommand::wrongExport()
{
    QFETCH(const QStringList, args);
    QFETCH(const QByteArray, said);
    const auto result =
        m_cli->run(QStringList{u"export"_s, u"p.linnet"_s, u"--table"_s, u"findings"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
}

void TestAuditCommand::failsOn_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<int>("status");
    QTest::newRow("not asked") << QStringList{} << 0;
    QTest::newRow("error") << QStringList{u"--fail-on"_s, u"error"_s} << 5;
    QTest::newRow("warning") << QStringList{u"--fail-on"_s, u"warning"_s} << 5;
    QTest::newRow("of these pages") << QStringList{u"--fail-on"_s, u"warning"_s,
                                                   u"--where"_s,   u"url contains picture.png"_s,
                                                   u"--rules"_s,   u"calm.json"_s}
                                    << 0;
}

void TestAuditCommand::failsOn()
{
    // Rules over links and versions are not asked about pages.
    QJsonArray off;
    for (const char *rule :
         {"links_broken", "resources_broken", "redirect_links", "fragment_missing", "link_local",
          "blocked_resource", "pagination_broken", "hreflang_code", "hreflang_no_return", "hreflang_broken",
          "hreflang_redirect", "hreflang_not_indexable", "hreflang_twice", "hreflang_relative",
          "styles_broken"})
        off.append(QJsonObject{{u"id"_s, QString::fromLatin1(rule)}, {u"on"_s, false}});
    m_cli->write(u"calm.json"_s, QJsonDocument(QJsonObject{{u"rules"_s, off}}).toJson());
    QFETCH(const QStringList, args);
    const auto result = m_cli->run(QStringList{u"audit"_s, u"p.linnet"_s} + args);
    QTEST(result.status, "status");
    QVERIFY2(result.err.isEmpty(), result.err.constData());
}

void TestAuditCommand::wrongUse_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no project") << QStringList{} << QByteArray("PROJECT");
    QTest::newRow("no such run") << QStringList{u"p.linnet"_s, u"--run"_s, u"9"_s} << QByteArray("--run 9");
    QTest::newRow("all runs") << QStringList{u"p.linnet"_s, u"--run"_s, u"all"_s} << QByteArray("--run all");
    QTest::newRow("filter") << QStringList{u"p.linnet"_s, u"--where"_s, u"x = 1"_s} << QByteArray("--where");
    QTest::newRow("level") << QStringList{u"p.linnet"_s, u"--fail-on"_s, u"notice!"_s}
                           << QByteArray("--fail-on");
    QTest::newRow("rules") << QStringList{u"p.linnet"_s, u"--rules"_s, u"links.csv"_s}
                           << QByteArray("links.csv");
    QTest::newRow("nothing to keep") << QStringList{u"p.linnet"_s, u"--keep-rules"_s}
                                     << QByteArray("--keep-rules");
}

void TestAuditCommand::wrongUse()
{
    QFETCH(const QStringList, args);
    QFETCH(const QByteArray, said);
    const auto result = m_cli->run(QStringList{u"audit"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestAuditCommand)
#include "tst_auditcommand.moc"
