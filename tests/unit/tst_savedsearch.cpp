// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runparams.h"
#include "session/saved/datedfile.h"
#include "session/saved/runagain.h"
#include "session/saved/searchfile.h"
#include "session/saved/taskid.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using session::RunParams;
using session::SavedSearch;
using session::SearchFile;

namespace {

RunParams searchParams(const QString &text, const QUrl &base = {}, const jobs::RequestSpec &requests = {})
{
    vacancies::SearchSpec spec;
    vacancies::Query query;
    query.text = text;
    spec.sources.push_back({u"hh"_s, query, base});
    spec.day = QDate(2026, 11, 1);
    return RunParams::of(spec, requests);
}

SavedSearch saved(int number, const QString &name, const RunParams &run)
{
    return {.number = number, .kind = run.kind, .params = run.params, .name = name};
}

} // namespace

/// Searches that a project keeps by name.
class TestSavedSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoRoundTrip();
    void foundByNameAndNumber();
    void sameTaskOnAnotherDay();
    void fileForAColleague();
    void fileBringsNothingUnasked();
    void unusableFiles_data();
    void unusableFiles();
    void importStaysHere();
    void crawlFromFileIsTheSameTask();
    void datedFiles();
};

void TestSavedSearch::memoRoundTrip()
{
    SavedSearch search = saved(3, u"Аналитики «Москва»"_s, searchParams(u"аналитик"_s));
    search.folder = u"Рынок"_s;
    search.files = u"/home/анна/reports 100%"_s;
    search.onlyNew = true;
    search.note = u"Для отчёта,\nраз в неделю"_s;
    search.schedule = *session::Schedule::fromText(u"7d 18:30"_s);
    search.schedule->since = QDateTime(QDate(2026, 11, 29), QTime(7, 0), QTimeZone::utc());
    search.addresses = {u"https://example.org/"_s};
    const auto read = SavedSearch::fromMemo(search.memo());
    QVERIFY(read);
    QCOMPARE(*read, search);
    QVERIFY(!SavedSearch::fromMemo(u"{}"_s));
    QVERIFY(!SavedSearch::fromMemo(u"garbage"_s));
    const auto all = session::savedSearches({{SavedSearch::memoKey(search.task()), search.memo()},
                                             {u"name/abc"_s, u"other"_s},
                                             {SavedSearch::memoKey(u"damaged"_s), u"{"_s}});
    QCOMPARE(all, std::vector{search});
}

void TestSavedSearch::foundByNameAndNumber()
{
    const std::vector searches{
        saved(1, u"One"_s, searchParams(u"a"_s)), saved(2, u"Two"_s, searchParams(u"b"_s)),
        saved(5, u"two"_s, searchParams(u"c"_s)), saved(6, u"1"_s, searchParams(u"d"_s))};
    QCOMPARE(session::findSearch(searches, u"5"_s)->number, 5);
    QCOMPARE(session::findSearch(searches, u" oNE "_s)->number, 1);
    QCOMPARE(session::findSearch(searches, u"1"_s)->number, 1); // a number before a name
    const auto twice = session::findSearch(searches, u"Two"_s);
    QVERIFY(!twice);
    QVERIFY2(twice.error().detail.contains(u"2 Two, 5 two"), qPrintable(twice.error().detail));
    const auto none = session::findSearch(searches, u"Three"_s);
    QVERIFY(!none);
    QVERIFY(none.error().detail.contains(u"1 One"));
    QCOMPARE(session::nextNumber(searches), 7);
    QCOMPARE(session::nextNumber({}), 1);
}

void TestSavedSearch::sameTaskOnAnotherDay()
{
    jobs::RequestSpec slow;
    slow.pace.delay = std::chrono::seconds(1);
    const RunParams before = searchParams(u"бухгалтер"_s);
    const auto again = session::runAgain(before.kind, searchParams(u"бухгалтер"_s, {}, slow).params, {});
    QVERIFY(again);
    QCOMPARE(session::taskId(again->kind, again->params), session::taskId(before.kind, before.params));
    QCOMPARE(RunParams::search(again->params)->day, QDate::currentDate());
    QCOMPARE(RunParams::requests(again->params)->pace.delay,
             std::chrono::nanoseconds(std::chrono::seconds(1)));
    QVERIFY(session::taskId(before.kind, before.params) !=
            session::taskId(before.kind, searchParams(u"экономист"_s).params));
}

void TestSavedSearch::fileForAColleague()
{
    SavedSearch search = saved(4, u"Бухгалтеры"_s, searchParams(u"бухгалтер"_s));
    search.folder = u"mine"_s;
    search.note = u"с описаниями"_s;
    const auto bytes = SearchFile::write(search, {});
    QVERIFY(bytes);
    const auto read = SearchFile::read(*bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY2(read->questions.isEmpty(), qPrintable(read->questions.join(u' ')));
    QCOMPARE(read->search.name, search.name);
    QCOMPARE(read->search.note, search.note);
    QVERIFY(read->search.folder.isEmpty());
    QCOMPARE(read->search.task(), search.task());
}

/// What would ask elsewhere, or less politely, is named and left out.
void TestSavedSearch::fileBringsNothingUnasked()
{
    jobs::RequestSpec requests;
    requests.proxy.mode = jobs::ProxyChoice::Mode::None;
    requests.userAgent = "Mozilla/5.0";
    requests.pace.delay = std::chrono::nanoseconds(0);
    requests.pace.scaledByProxy = true;
    const SavedSearch search =
        saved(1, u"x"_s, searchParams(u"бухгалтер"_s, QUrl(u"http://evil.example/api"_s), requests));
    // Somebody else's program may write what ours leaves out.
    QJsonObject json = QJsonDocument::fromJson(*SearchFile::write(search, {})).object();
    json[u"params"_s] = search.params;
    const auto read = SearchFile::read(QJsonDocument(json).toJson());
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->questions.size(), 5);
    QVERIFY(read->questions.join(u' ').contains(u"http://evil.example/api"));
    const auto safe = RunParams::requests(read->search.params);
    QVERIFY(safe);
    QCOMPARE(*safe, jobs::RequestSpec());
    QVERIFY(RunParams::search(read->search.params)->sources.front().base.isEmpty());
    QCOMPARE(*RunParams::requests(read->asWritten.params), requests);
    QCOMPARE(RunParams::search(read->asWritten.params)->sources.front().base,
             QUrl(u"http://evil.example/api"_s));

    links::CrawlSpec spec;
    spec.start = {u"https://example.org/"_s};
    spec.ignoreRobots = true;
    spec.secretHosts = {u"example.org:443"_s};
    const RunParams crawl = RunParams::of(spec, jobs::RequestSpec());
    const auto site =
        SearchFile::read(*SearchFile::write(saved(2, u"y"_s, crawl), {u"https://example.org/"_s}));
    QVERIFY2(site, site ? "" : qPrintable(site.error().detail));
    QCOMPARE(site->questions.size(), 2);
    QVERIFY(!RunParams::crawl(site->search.params)->ignoreRobots);
    QVERIFY(RunParams::crawl(site->asWritten.params)->ignoreRobots);
}

void TestSavedSearch::unusableFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("other JSON") << QByteArray("{\"kind\":\"vacancies\"}");
    QTest::newRow("newer") << QByteArray("{\"linnet\":\"search\",\"version\":99,\"kind\":\"vacancies\"}");
    QTest::newRow("unknown kind") << QByteArray(
        "{\"linnet\":\"search\",\"version\":1,\"kind\":\"spam\",\"params\":{}}");
    QTest::newRow("no sources") << QByteArray(
        "{\"linnet\":\"search\",\"version\":1,\"kind\":\"vacancies\",\"params\":{\"search\":{}}}");
    QTest::newRow("crawl of nothing")
        << QByteArray("{\"linnet\":\"search\",\"version\":1,\"kind\":\"crawl\",\"params\":{\"crawl\":{}}}");
    QTest::newRow("crawl of a file") << QByteArray(
        "{\"linnet\":\"search\",\"version\":1,\"kind\":\"crawl\",\"params\":{\"crawl\":{}},"
        "\"addresses\":[\"file:///etc/passwd\"]}");
    QTest::newRow("import of files") << QByteArray(
        "{\"linnet\":\"search\",\"version\":1,\"kind\":\"vacancies\",\"params\":{\"import\":"
        "{\"files\":[{\"path\":\"/etc/passwd\"}]}}}");
}

void TestSavedSearch::unusableFiles()
{
    QFETCH(QByteArray, bytes);
    const auto read = SearchFile::read(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().reason, Reason::BadFile);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestSavedSearch::importStaysHere()
{
    const SavedSearch search{.number = 1,
                             .kind = session::runkind::Vacancies,
                             .params = {{session::runparam::Import, QJsonObject()}},
                             .name = u"dump"_s};
    QVERIFY(!SearchFile::write(search, {}));
    QVERIFY(!session::runAgain(search.kind, search.params, {}));
}

void TestSavedSearch::crawlFromFileIsTheSameTask()
{
    links::CrawlSpec spec;
    spec.start = {u"https://example.org/"_s, u"https://example.org/b"_s};
    spec.depth = 2;
    spec.startForms = false;
    const RunParams run = RunParams::of(spec, jobs::RequestSpec());
    const auto read = SearchFile::read(*SearchFile::write(saved(1, u"site"_s, run), spec.start));
    QVERIFY(read);
    const auto again = session::runAgain(read->search.kind, read->search.params, read->search.addresses);
    QVERIFY(again);
    QCOMPARE(session::taskId(again->kind, again->params), session::taskId(run.kind, run.params));
    QCOMPARE(again->first.addresses.size(), size_t(2));
}

void TestSavedSearch::datedFiles()
{
    const QTemporaryDir folder;
    const QDateTime now(QDate(2026, 11, 29), QTime(9, 30), QTimeZone::utc());
    SavedSearch search = saved(7, u"Москва/Казань: 100% \"ок\"..."_s, searchParams(u"a"_s));
    const auto first = session::datedFile(folder.path(), search, now);
    QVERIFY(first);
    QCOMPARE(*first, folder.path() + u"/2026-11-29/Москва Казань 100% ок.xlsx"_s);
    QFile file(*first);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(*session::datedFile(folder.path(), search, now),
             folder.path() + u"/2026-11-29/Москва Казань 100% ок 09-30-00.xlsx"_s);
    search.name = u"..."_s;
    QVERIFY(session::datedFile(folder.path(), search, now)->endsWith(u"/search 7.xlsx"));
    const auto gone = session::datedFile(folder.filePath(u"drive"_s), search, now);
    QVERIFY(!gone);
    QCOMPARE(gone.error().reason, Reason::Io);
    QVERIFY(!QDir(folder.filePath(u"drive"_s)).exists());
}

QTEST_GUILESS_MAIN(TestSavedSearch)
#include "tst_savedsearch.moc"
