// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpage.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "practice/sites/auditsite.h"
#include "store/sqlite/database.h"
#include "support/clirunner.h"
#include "support/practice.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// A crawl of the practice site for audits has each finding on the pages that are made for it and on no
/// other, for every rule there is; command, export, panel and table say the same of it.
class TestAuditPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failedOnceBefore();
    void everyRuleHasPages();
    void onlyItsPages_data();
    void onlyItsPages();
    void wholeSite();
    void exportIsTheAudit();
    void panelAndTableAgree();

private:
    using Pages = QHash<QString, QSet<QString>>;
    QJsonArray rows(const QStringList &args) const;
    Pages audited();

    std::unique_ptr<test::Practice> m_practice;
    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
    QString m_root;
    Pages m_expected;
    Pages m_once;               ///< what the command finds before it was asked again
    Pages m_found;              ///< by the command
    QHash<QString, int> m_rows; ///< of it
};

namespace {

constexpr auto ProjectName = "p.linnet"_L1;
/// Longer than answers take on a machine that is busy, shorter than the slow page takes.
constexpr double SlowSeconds = 4.5;

struct NotHere
{
    QLatin1StringView rule;
    const char *why;
};
/// tst_auditsafety has a site for these.
constexpr NotHere NotOnThisSite[] = {
    {"certificate"_L1, "needs https"},
    {"form_http"_L1, "needs https"},
    {"hsts_missing"_L1, "needs https"},
    {"hsts_short"_L1, "needs https"},
    {"link_http"_L1, "needs https"},
    {"mixed_active"_L1, "needs https"},
    {"mixed_passive"_L1, "needs https"},
    {"http_twin"_L1, "needs https and http at one host and port"},
    {"www_twin"_L1, "needs a host whose name begins with www"},
    {"failed_once"_L1, "finds what is broken for good here, see failedOnceBefore()"},
    {"external_failed_once"_L1, "the same"},
    {"start_form_open"_L1, "needs the usual port, see tst_crawlmore"},
    {"start_form_dead"_L1, "the same"},
    {"http_page"_L1, "finds all pages of a server without https, see wholeSite()"},
};

bool isOnThisSite(const QString &rule)
{
    return std::ranges::none_of(NotOnThisSite, [&](const NotHere &other) { return other.rule == rule; });
}

/// All rules on, also those that people turn on themselves.
QByteArray allRules()
{
    const audit::RuleSet all;
    QJsonArray lines;
    for (const audit::AuditRule &rule : all.rules()) {
        QJsonObject line{{u"id"_s, rule.id}};
        if (!rule.isOn)
            line.insert(u"on"_s, true);
        if (rule.id == "slow"_L1 || rule.id == "slow_first_byte"_L1)
            line.insert(u"threshold"_s, SlowSeconds);
        if (line.size() > 1)
            lines.append(line);
    }
    return QJsonDocument(QJsonObject{{u"rules"_s, lines}}).toJson();
}

} // namespace

void TestAuditPages::initTestCase()
{
    m_practice = std::make_unique<test::Practice>();
    const QByteArray base = "http://localhost:" + QByteArray::number(m_practice->url.port());
    m_root = QString::fromLatin1(base) + u"/audit/"_s;
    for (const practice::AuditPage &page : practice::AuditSite::pages(base)) {
        for (const QString &rule : page.rules)
            m_expected[rule].insert(QString::fromUtf8(page.path));
    }
    // The first page names all of them, and what is no page at all.
    for (const char *rule : {"links_broken", "redirect_links"})
        m_expected[QString::fromLatin1(rule)].insert(QString());
    for (const char *part : {"nothing.png", "nothing.css"})
        m_expected[u"broken_4xx"_s].insert(QString::fromLatin1(part));
    const auto crawled =
        m_cli.run({u"crawl"_s, m_root, u"--depth"_s, u"5"_s, u"--sitemap"_s, u"--external"_s, u"--delay"_s,
                   u"0"_s, u"--retries"_s, u"0"_s, u"--project"_s, ProjectName, u"-o"_s, u"links.csv"_s});
    QVERIFY2(crawled.status == 1, crawled.err.constData()); // some addresses fail, as they should
    m_cli.write(u"all.json"_s, allRules());
    m_once = audited();
    // As if ten minutes had passed.
    {
        auto database = store::Database::open(m_cli.path(ProjectName), store::Database::Mode::Write);
        QVERIFY(database && database->exec("UPDATE work SET failed_at = failed_at - 601"));
    }
    QVERIFY(m_cli.run({u"resume"_s, ProjectName, u"--failed"_s, u"--quiet"_s}).status == 1);
    m_found = audited();
    QVERIFY(!m_found.isEmpty());
}

TestAuditPages::Pages TestAuditPages::audited()
{
    Pages found;
    m_rows.clear();
    for (const QJsonValue &row :
         rows({u"audit"_s, ProjectName, u"--rules"_s, u"all.json"_s, u"--keep-rules"_s})) {
        const QString url = row["url"_L1].toString();
        const QString rule = row["check"_L1].toString();
        found[rule].insert(url.startsWith(m_root) ? url.mid(m_root.size()) : url);
        ++m_rows[rule];
    }
    return found;
}

/// Until it was asked again, what may pass is not broken.
void TestAuditPages::failedOnceBefore()
{
    const auto both = [this](const QString &one, const QString &other) {
        return m_expected.value(one) + m_expected.value(other);
    };
    QCOMPARE(m_once.value(u"failed_once"_s), both(u"broken_5xx"_s, u"broken_no_answer"_s));
    QCOMPARE(m_once.value(u"external_failed_once"_s), both(u"external_5xx"_s, u"external_no_answer"_s));
    for (const auto &rule :
         {u"broken_5xx"_s, u"broken_no_answer"_s, u"external_5xx"_s, u"external_no_answer"_s}) {
        QVERIFY(!m_expected.value(rule).isEmpty());
        QVERIFY2(!m_once.contains(rule), qPrintable(rule));
    }
}

QJsonArray TestAuditPages::rows(const QStringList &args) const
{
    const auto result = m_cli.run(args + QStringList{u"-o"_s, u"rows.json"_s});
    if (result.status != 0)
        qWarning("%s", result.err.constData());
    return QJsonDocument::fromJson(m_cli.read(u"rows.json"_s)).array();
}

void TestAuditPages::everyRuleHasPages()
{
    QStringList without;
    QSet<QString> known;
    const audit::RuleSet all;
    for (const audit::AuditRule &rule : all.rules()) {
        known.insert(rule.id);
        if (m_expected.contains(rule.id) != isOnThisSite(rule.id))
            without.append(rule.id);
    }
    QVERIFY2(without.isEmpty(),
             qPrintable(u"without pages, or with pages and a reason for none: "_s + without.join(u", "_s)));
    for (auto rule = m_expected.cbegin(); rule != m_expected.cend(); ++rule)
        QVERIFY2(known.contains(rule.key()), qPrintable(rule.key()));
    for (const NotHere &rule : NotOnThisSite)
        QVERIFY2(known.contains(rule.rule), rule.why);
}

void TestAuditPages::onlyItsPages_data()
{
    QTest::addColumn<QString>("rule");
    const audit::RuleSet all;
    for (const audit::AuditRule &rule : all.rules()) {
        if (rule.id != "http_page"_L1)
            QTest::addRow("%s", qPrintable(rule.id)) << rule.id;
    }
}

void TestAuditPages::onlyItsPages()
{
    QFETCH(const QString, rule);
    const auto list = [](const QSet<QString> &pages) {
        QStringList sorted(pages.begin(), pages.end());
        sorted.sort();
        return sorted.join(u", "_s);
    };
    const QString missing = list(m_expected.value(rule) - m_found.value(rule));
    const QString wrong = list(m_found.value(rule) - m_expected.value(rule));
    QVERIFY2(missing.isEmpty(), qPrintable(u"does not find "_s + missing));
    QVERIFY2(wrong.isEmpty(), qPrintable(u"finds "_s + wrong));
}

/// What is said of each page of such a server.
void TestAuditPages::wholeSite()
{
    const QJsonArray pages = rows({u"export"_s, ProjectName, u"--table"_s, u"pages"_s, u"--where"_s,
                                   u"internal = true and words not empty"_s});
    QVERIFY(pages.size() > 150);
    QCOMPARE(m_rows.value(u"http_page"_s), pages.size());
}

void TestAuditPages::exportIsTheAudit()
{
    QHash<QString, int> exported;
    for (const QJsonValue &row : rows({u"export"_s, ProjectName, u"--table"_s, u"findings"_s}))
        ++exported[row["check"_L1].toString()];
    QCOMPARE(exported, m_rows);
    QCOMPARE(m_cli.run({u"audit"_s, ProjectName, u"--summary"_s, u"sum.json"_s}).status, 0);
    const QJsonObject counts =
        QJsonDocument::fromJson(m_cli.read(u"sum.json"_s)).object().value("findings"_L1).toObject();
    QCOMPARE(counts.size(), m_rows.size());
    for (auto rule = counts.begin(); rule != counts.end(); ++rule)
        QCOMPARE(rule.value().toInt(), m_rows.value(rule.key()));
}

void TestAuditPages::panelAndTableAgree()
{
    test::WindowRig rig;
    rig.window().openProject(m_cli.path(ProjectName));
    const auto page = [&rig] { return qobject_cast<gui::CrawlPage *>(rig.workspace().task(u"crawl"_s)); };
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->run() != 0 && page()->findings().isJudged(), 120'000);
    const models::FindingListModel &panel = page()->findings();
    QHash<QString, int> counted;
    for (const audit::Finding &finding : panel.findings()) {
        if (finding.isHit())
            counted.insert(finding.rule.id, int(finding.count));
    }
    QCOMPARE(counted, m_rows);
    for (auto rule = counted.cbegin(); rule != counted.cend(); ++rule) {
        page()->chooseEntry(panel.entryOf(rule.key()));
        const auto shown = [&] {
            gui::ResultsPane *pane = page()->results().pane();
            return pane && !pane->model().isBuilding() && pane->model().rowCount() == *rule;
        };
        QVERIFY2(QTest::qWaitFor(shown, 60'000), qPrintable(rule.key()));
    }
}

QTEST_MAIN(TestAuditPages)
#include "tst_auditpages.moc"
