// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/crawlaudit.h"
#include "models/crawl/readyview.h"
#include "practice/sites/sitemanifest.h"
#include "session/runparams.h"
#include "session/session.h"
#include "store/read/rowreader.h"
#include "support/practice.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/requestschema.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::ReadyView;
using practice::Seed;
using practice::SeedKind;
using table::LinkColumn;
using table::PageColumn;

/// A crawl of the practice site finds everything that its manifest says is wrong there, in the ready view for
/// it, with the page and the text of the link that hold it.
class TestPracticeCrawl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySeedHasItsView_data();
    void everySeedHasItsView();
    void viewsHoldNothingElse_data();
    void viewsHoldNothingElse();
    void brokenLinksAreThoseOfTheSite();
    void loopsAreBroken();
    void repeatsAreInActivity();

private:
    using Rows = std::vector<table::Cells>;
    Rows rows(const table::Schema &schema, const table::Filter &filter) const;
    const Rows &view(const QString &id);
    QString whole(QString address) const;

    std::unique_ptr<test::Practice> m_practice;
    QTemporaryDir m_folder;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<store::RowReader> m_reader;
    store::RunId m_run = 0;
    QHash<QString, Rows> m_views;
};

namespace {

QString text(const table::Cells &row, auto column)
{
    return table::toText(row[size_t(column)]);
}

/// The views in which a kind of seed must stand; for a link, one of them with all the places that name it.
QStringList viewsOf(SeedKind kind)
{
    switch (kind) {
    case SeedKind::Broken:
    case SeedKind::Unreachable:
        return {u"broken"_s, u"broken_links"_s};
    case SeedKind::RedirectLoop: // see also loopsAreBroken()
        return {u"redirects"_s, u"broken_links"_s};
    case SeedKind::Redirect:
        return {u"redirects"_s};
    case SeedKind::BlockedByRobots:
        return {u"robots_blocked"_s};
    case SeedKind::MissingFragment:
        return {u"fragment_missing"_s};
    case SeedKind::Refused:
    case SeedKind::RateLimited:
    case SeedKind::Login:
        return {u"refused"_s};
    case SeedKind::Trap:
        return {u"url_trap"_s};
    case SeedKind::External:
        return {u"external"_s};
    case SeedKind::NoFollow:
        return {u"nofollow"_s};
    case SeedKind::MissingTitle:
        return {u"title_missing"_s};
    case SeedKind::MissingDescription:
        return {u"description_missing"_s};
    case SeedKind::DuplicateTitle:
        return {u"title_duplicate"_s};
    case SeedKind::DuplicateDescription:
        return {u"description_duplicate"_s};
    case SeedKind::DuplicateContent:
        return {u"same_content"_s};
    case SeedKind::Orphan:
        return {u"orphan"_s};
    case SeedKind::NoIndex:
    case SeedKind::CanonicalElsewhere:
        return {u"not_indexable"_s};
    case SeedKind::ScriptBuilt:
        return {u"script_built"_s};
    case SeedKind::Mislabelled:
        return {u"wrong_encoding"_s};
    case SeedKind::Slow:
        return {u"slow"_s};
    case SeedKind::Flaky: // answered in the end: see repeatsAreInActivity()
        return {};
    }
    return {};
}

table::Condition oneOf(QLatin1StringView column, const QList<table::Value> &values)
{
    return {column, table::FilterOp::OneOf, values, false};
}

/// A ready view, a rule of the audit, or what several rules find together.
ReadyView readyView(const QString &id)
{
    const table::Condition isPage{u"words"_s, table::FilterOp::Empty, {}, true};
    const QHash<QString, ReadyView> together{
        {u"broken"_s, {{}, {}, {}, &table::pageSchema(), {{oneOf("verdict"_L1, {u"broken"_s})}}, {}, {}}},
        {u"broken_links"_s,
         {{}, {}, {}, &table::linkSchema(), {{oneOf("target_verdict"_L1, {u"broken"_s})}}, {}, {}}},
        {u"refused"_s,
         {{},
          {},
          {},
          &table::pageSchema(),
          {{oneOf("verdict"_L1, {u"refused"_s, u"rate_limited"_s})}},
          {},
          {}}},
        {u"not_indexable"_s,
         {{}, {}, {}, &table::pageSchema(), {{isPage, oneOf("indexable"_L1, {false})}}, {}, {}}},
        {u"nofollow"_s, {{}, {}, {}, &table::linkSchema(), {{oneOf("nofollow"_L1, {true})}}, {}, {}}},
        {u"same_content"_s,
         {{},
          {},
          {},
          &table::pageSchema(),
          {{{u"same_content"_s, table::FilterOp::Greater, {qint64(0)}, false}}},
          {},
          {}}},
    };
    if (together.contains(id))
        return together[id];
    const QList<ReadyView> views = models::crawlViews();
    const auto found = std::ranges::find(views, id, &ReadyView::id);
    if (found != views.end())
        return *found;
    const QList<audit::AuditRule> rules = audit::RuleSet().rules();
    const auto rule = std::ranges::find(rules, id, &audit::AuditRule::id);
    Q_ASSERT(rule != rules.end());
    return {id, {}, {}, &audit::schemaOf(rule->set), *audit::filterOf(*rule), {}, {}};
}

} // namespace

void TestPracticeCrawl::initTestCase()
{
    m_practice = std::make_unique<test::Practice>();
    m_session = std::make_unique<session::Session>(m_folder.path());
    m_session->network().setDirect(true);
    QVERIFY(m_session->projectSlot().open(m_folder.filePath(u"crawl.linnet"_s)));
    links::CrawlSpec spec;
    spec.start = {whole(u"/site/"_s)};
    spec.depth = 99;
    spec.sitemap = true;
    spec.external = true;
    jobs::RequestSpec requests;
    requests.pace.delay = std::chrono::nanoseconds(0);
    session::RunHandle *run = m_session->start(session::RunParams::of(spec, requests));
    QSignalSpy ended(run, &session::RunHandle::ended);
    QVERIFY(ended.wait(120'000));
    QCOMPARE(run->progress().state, store::RunState::Finished);
    m_run = run->id();
    m_reader = *m_session->project().reader();
}

TestPracticeCrawl::Rows TestPracticeCrawl::rows(const table::Schema &schema,
                                                const table::Filter &filter) const
{
    const auto ids = m_reader->ids({&schema, {m_run}, filter, {}});
    return ids ? m_reader->rows(schema, *ids).value_or(Rows()) : Rows();
}

const TestPracticeCrawl::Rows &TestPracticeCrawl::view(const QString &id)
{
    if (!m_views.contains(id))
        m_views.insert(id, rows(*readyView(id).schema, readyView(id).filter));
    return m_views[id];
}

/// An address of the manifest, as the tables have it.
QString TestPracticeCrawl::whole(QString address) const
{
    address.replace(u"@PORT@"_s, QString::number(m_practice->url.port()));
    return m_practice->url.resolved(QUrl(address)).toString(QUrl::FullyEncoded);
}

void TestPracticeCrawl::everySeedHasItsView_data()
{
    QTest::addColumn<Seed>("seed");
    QTest::addColumn<QString>("view");
    const QList<Seed> seeds = practice::siteSeeds();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        for (const QString &id : viewsOf(seeds[i].kind))
            QTest::addRow("%lld %s%s in %s", i, qPrintable(seeds[i].page), qPrintable(seeds[i].target),
                          qPrintable(id))
                << seeds[i] << id;
    }
}

void TestPracticeCrawl::everySeedHasItsView()
{
    QFETCH(const Seed, seed);
    QFETCH(const QString, view);
    const bool isRemark = seed.target.isEmpty();
    const QString holder = whole(seed.page);
    const QUrl target(whole(isRemark ? seed.page : seed.target));
    const QString address = target.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
    // Of an endless space its start is read; what lies behind is in the view.
    const bool isSpace = seed.kind == SeedKind::Trap;
    const QString space = whole(seed.target.section(u'/', 0, 2).section(u'?', 0, 0));
    const bool ofLinks = readyView(view).schema == &table::linkSchema();
    const auto holdsLink = [&](const table::Cells &row) {
        return text(row, LinkColumn::SourceUrl) == holder && text(row, LinkColumn::ParsedUrl) == address &&
               text(row, LinkColumn::Anchor) == seed.anchor &&
               text(row, LinkColumn::Fragment) == target.fragment();
    };
    const auto isSeed = [&](const table::Cells &row) {
        if (ofLinks)
            return holdsLink(row);
        return isSpace ? text(row, PageColumn::Url).startsWith(space) : text(row, PageColumn::Url) == address;
    };
    const Rows &shown = this->view(view);
    const auto found = std::ranges::find_if(shown, isSeed);
    QVERIFY2(found != shown.end(), qPrintable(isSpace ? space : address));
    if (seed.status > 0 && !isSpace)
        QCOMPARE(text(*found, ofLinks ? int(LinkColumn::TargetStatus) : int(PageColumn::Status)),
                 QString::number(seed.status));
    // Below a table of pages stand the links that name the chosen one.
    if (!isRemark) {
        const Rows naming =
            rows(table::linkSchema(), {{{u"parsed_url"_s, table::FilterOp::Equals, {address}, false}}});
        QVERIFY2(std::ranges::any_of(naming, holdsLink), qPrintable(seed.anchor));
    }
}

void TestPracticeCrawl::viewsHoldNothingElse_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<SeedKind>("kind");
    QTest::newRow("missing places") << u"fragment_missing"_s << SeedKind::MissingFragment;
    QTest::newRow("without title") << u"title_missing"_s << SeedKind::MissingTitle;
    QTest::newRow("same title") << u"title_duplicate"_s << SeedKind::DuplicateTitle;
    QTest::newRow("same description") << u"description_duplicate"_s << SeedKind::DuplicateDescription;
    QTest::newRow("same content") << u"same_content"_s << SeedKind::DuplicateContent;
    QTest::newRow("robots") << u"robots_blocked"_s << SeedKind::BlockedByRobots;
    QTest::newRow("scripts") << u"script_built"_s << SeedKind::ScriptBuilt;
    QTest::newRow("encoding") << u"wrong_encoding"_s << SeedKind::Mislabelled;
}

/// No false alarm.
void TestPracticeCrawl::viewsHoldNothingElse()
{
    QFETCH(const QString, view);
    QFETCH(const SeedKind, kind);
    QSet<QString> seeded;
    for (const Seed &seed : practice::siteSeeds()) {
        if (seed.kind == kind)
            seeded.insert(
                whole(seed.target.isEmpty() || kind == SeedKind::MissingFragment ? seed.page : seed.target));
    }
    QSet<QString> shown;
    for (const table::Cells &row : this->view(view))
        shown.insert(table::toText(row[0]));
    QCOMPARE(shown, seeded);
}

/// Each place that names what fails, at once or after redirects, and no other.
void TestPracticeCrawl::brokenLinksAreThoseOfTheSite()
{
    QStringList seeded;
    for (const Seed &seed : practice::siteSeeds()) {
        if (viewsOf(seed.kind).contains(u"broken_links"_s))
            seeded << whole(seed.page) + u' ' + whole(seed.target) + u' ' + seed.anchor;
    }
    QStringList shown;
    for (const table::Cells &row : view(u"broken_links"_s))
        shown << text(row, LinkColumn::SourceUrl) + u' ' + text(row, LinkColumn::ParsedUrl) + u' ' +
                     text(row, LinkColumn::Anchor);
    seeded.sort();
    shown.sort();
    QCOMPARE(shown, seeded);
}

/// Each hop stands with the redirects; the one that closes the circle is broken, and says why.
void TestPracticeCrawl::loopsAreBroken()
{
    int loops = 0;
    for (const Seed &seed : practice::siteSeeds()) {
        if (seed.kind != SeedKind::RedirectLoop)
            continue;
        ++loops;
        QVERIFY(std::ranges::any_of(view(u"broken"_s), [&](const table::Cells &row) {
            return text(row, PageColumn::FoundOn) == whole(seed.target) &&
                   text(row, PageColumn::Reason) == reasonCode(Reason::RedirectLoop);
        }));
    }
    QVERIFY(loops > 0);
}

/// What was answered only when asked again is a page like any other; Activity shows the answers before.
void TestPracticeCrawl::repeatsAreInActivity()
{
    int flaky = 0;
    for (const Seed &seed : practice::siteSeeds()) {
        if (seed.kind != SeedKind::Flaky)
            continue;
        ++flaky;
        const table::Condition here{u"url"_s, table::FilterOp::Equals, {whole(seed.page)}, false};
        const Rows pages = rows(table::pageSchema(), {{here}});
        QCOMPARE(pages.size(), size_t(1));
        QCOMPARE(text(pages.front(), PageColumn::Status), u"200"_s);
        const table::Condition failed{u"status"_s, table::FilterOp::Equals, {qint64(503)}, false};
        QCOMPARE(rows(table::requestSchema(), {{here, failed}}).size(), size_t(2));
    }
    QVERIFY(flaky > 0);
}

QTEST_GUILESS_MAIN(TestPracticeCrawl)
#include "tst_practicecrawl.moc"
