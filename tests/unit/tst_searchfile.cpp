// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/searchfile.h"

#include "checks/checkspec.h"
#include "jobs/addressinput.h"
#include "proxies/test/testspec.h"
#include "session/saved/runagain.h"
#include "session/saved/taskid.h"
#include "vacancies/search/listedquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using session::RunParams;
using session::SavedSearch;
using session::SearchFile;
using vacancies::ListedQuery;

namespace {

QList<ListedQuery> queries()
{
    return {{u"аналитик"_s, {{u"1"_s}}, u"Москва"_s},
            {u"аналитик"_s, {{u"2"_s}}, u"Санкт-Петербург"_s},
            {u"data \"engineer\""_s, {{}}}};
}

QStringList linesOf(const QList<ListedQuery> &list)
{
    QStringList lines;
    for (const ListedQuery &query : list)
        lines.append(query.toLine());
    return lines;
}

/// A search for a list of queries, of which the lines are.
SavedSearch listSearch()
{
    vacancies::SearchSpec spec;
    spec.sources.push_back({u"hh"_s, {}, {}});
    spec.day = QDate(2026, 11, 1);
    const QList<ListedQuery> list = queries();
    spec.list = vacancies::describeList({list.begin(), list.end()});
    const RunParams run = RunParams::of(spec, jobs::RequestSpec());
    return {.number = 3, .kind = run.kind, .params = run.params, .name = u"Many"_s};
}

SavedSearch checkSearch(const QStringList &addresses, const jobs::RequestSpec &requests = {})
{
    checks::CheckSpec spec;
    std::vector<checks::CheckAddress> list;
    for (const auto &address : jobs::AddressInput::fromList(addresses).addresses)
        list.push_back(checks::CheckAddress::of(address.url, address.line));
    spec.list = checks::fingerprint(list);
    const RunParams run = RunParams::of(spec, requests, {}, {});
    return {.number = 1, .kind = run.kind, .params = run.params, .name = u"Watch"_s};
}

/// What somebody else's program may have made of a file.
QByteArray changed(const QByteArray &file, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject json = QJsonDocument::fromJson(file).object();
    change(json);
    return QJsonDocument(json).toJson();
}

QByteArray listFile()
{
    return SearchFile::write(listSearch(), linesOf(queries())).value();
}

} // namespace

/// Saved searches as files: a list of queries, what is told of runs, and what hostile files try.
class TestSearchFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listOfQueries();
    void onlyNew();
    void whatStaysHere();
    void listsThatAreNone_data();
    void listsThatAreNone();
    void listIsDescribedAnew();
    void refused_data();
    void refused();
    void pathsAreNotTaken();
    void loginsAreNotGiven();
    void hasteAndHeadersAreAskedAbout();
    void practiceIsHere();
};

void TestSearchFile::listOfQueries()
{
    const SavedSearch given = listSearch();
    const auto read = SearchFile::read(listFile());
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY2(read->questions.isEmpty(), qPrintable(read->questions.join(u' ')));
    QCOMPARE(read->search.task(), given.task());
    QCOMPARE(read->search.addresses, linesOf(queries()));
    // Into a project, and out of it again.
    SavedSearch taken = read->search;
    taken.number = 1;
    const auto kept = SavedSearch::fromMemo(taken.memo());
    QVERIFY(kept);
    QCOMPARE(kept->addresses, linesOf(queries()));
    QCOMPARE(SearchFile::read(*SearchFile::write(*kept, kept->addresses))->search.task(), given.task());
    // And it runs: each query asks for its own.
    const auto run = session::runAgain(kept->kind, kept->params, kept->addresses);
    QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
    QCOMPARE(session::taskId(run->kind, run->params), given.task());
    QCOMPARE(run->first.newWork.size(), size_t(3));
    QStringList asked;
    for (const store::WorkAdd &work : run->first.newWork) {
        const auto ref = vacancies::ListedRef::read(work.ref);
        asked.append(u"%1 %2 %3"_s.arg(ref.number).arg(ref.text, ref.areas.join(u',')));
    }
    asked.sort();
    QCOMPARE(asked, (QStringList{u"1 аналитик 1"_s, u"2 аналитик 2"_s, u"3 data \"engineer\" "_s}));
}

void TestSearchFile::onlyNew()
{
    SavedSearch search = listSearch();
    QVERIFY(!SearchFile::read(listFile())->search.onlyNew);
    search.onlyNew = true;
    const auto read = SearchFile::read(*SearchFile::write(search, linesOf(queries())));
    QVERIFY(read && read->search.onlyNew && read->asWritten.onlyNew);
}

/// A colleague has other folders, other times and other numbers.
void TestSearchFile::whatStaysHere()
{
    SavedSearch search = listSearch();
    search.folder = u"mine"_s;
    search.files = u"/home/me/secret place"_s;
    search.schedule = session::Schedule::fromText(u"1d 09:00"_s).value();
    const QByteArray bytes = *SearchFile::write(search, linesOf(queries()));
    QVERIFY2(!bytes.contains("secret place") && !bytes.contains("mine") && !bytes.contains("09:00"), bytes);
    const auto read = SearchFile::read(bytes);
    QVERIFY(read);
    QVERIFY(read->search.folder.isEmpty() && read->search.files.isEmpty() && !read->search.schedule);
    QCOMPARE(read->search.number, 0);
    const RunParams proxies = RunParams::of(proxies::TestSpec(), jobs::RequestSpec());
    const auto refused = SearchFile::write({.kind = proxies.kind, .params = proxies.params}, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"proxies"_s), qPrintable(refused.error().detail));
}

void TestSearchFile::listsThatAreNone_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("no line") << QStringList{};
    QTest::newRow("a text alone") << QStringList{u"аналитик"_s};
    QTest::newRow("areas of two sources") << QStringList{u"аналитик\t1|2\t"_s};
    QTest::newRow("one of many") << linesOf(queries()) + QStringList{u"\t\t\t\t"_s};
    QTest::newRow("longer than any query") << QStringList{QString(100'000, u'x') + u"\t\t"_s};
}

void TestSearchFile::listsThatAreNone()
{
    QFETCH(const QStringList, lines);
    const auto read = SearchFile::read(changed(
        listFile(), [&](QJsonObject &json) { json[u"addresses"_s] = QJsonArray::fromStringList(lines); }));
    QVERIFY(!read);
    QCOMPARE(read.error().reason, Reason::BadFile);
    QVERIFY(!read.error().detail.isEmpty());
}

/// Nobody passes one list off as another, or as longer than it is.
void TestSearchFile::listIsDescribedAnew()
{
    const auto read = SearchFile::read(changed(listFile(), [](QJsonObject &json) {
        QJsonObject params = json.value(u"params"_s).toObject();
        QJsonObject search = params.value(u"search"_s).toObject();
        search[u"queries"_s] =
            QJsonObject{{u"count"_s, 2'000'000'000}, {u"list"_s, u"of another"_s}, {u"regions"_s, false}};
        params[u"search"_s] = search;
        json[u"params"_s] = params;
    }));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->search.task(), listSearch().task());
    QCOMPARE(RunParams::search(read->search.params)->list->count, 3);
}

void TestSearchFile::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto with = [](const QString &member, const QJsonValue &value) {
        return changed(listFile(), [&](QJsonObject &json) { json[member] = value; });
    };
    QTest::newRow("no version") << with(u"version"_s, {});
    QTest::newRow("newer") << with(u"version"_s, 2);
    QTest::newRow("much newer") << with(u"version"_s, 1e30);
    QTest::newRow("version in words") << with(u"version"_s, u"1"_s);
    QTest::newRow("something else's") << with(u"linnet"_s, u"project"_s);
    QTest::newRow("proxies") << with(u"kind"_s, u"proxies"_s);
    QTest::newRow("parameters that are none") << with(u"params"_s, u"x"_s);
    QTest::newRow("too deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("cut off") << listFile().chopped(20);
    QTest::newRow("not UTF-8") << listFile().replace("Many", "\xff\xfe\xfd");
    QTest::newRow("bytes") << QByteArray("\0\1\2\3", 4).repeated(1000);
}

void TestSearchFile::refused()
{
    QFETCH(const QByteArray, bytes);
    const auto read = SearchFile::read(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().reason, Reason::BadFile);
    QVERIFY(!read.error().detail.isEmpty());
}

/// Members that a file never has do nothing.
void TestSearchFile::pathsAreNotTaken()
{
    const auto read = SearchFile::read(changed(listFile(), [](QJsonObject &json) {
        json[u"files"_s] = u"/etc"_s;
        json[u"folder"_s] = u"../.."_s;
        json[u"number"_s] = 7;
        json[u"schedule"_s] = u"1h"_s;
        json[u"name"_s] = QString(u"a\n\n\u0007"_s + QString(5000, u'b'));
    }));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    for (const SavedSearch &search : {read->search, read->asWritten}) {
        QVERIFY(search.files.isEmpty() && search.folder.isEmpty() && !search.schedule);
        QCOMPARE(search.number, 0);
        QVERIFY(!search.name.contains(u'\n') && search.name.size() <= 200);
    }
}

void TestSearchFile::loginsAreNotGiven()
{
    const QStringList addresses{u"https://me:secret@a.example/"_s, u"https://b.example/x"_s};
    const SavedSearch search = checkSearch(addresses);
    const QByteArray bytes = *SearchFile::write(search, addresses);
    QVERIFY2(!bytes.contains("secret"), bytes);
    const auto read = SearchFile::read(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->search.addresses, (QStringList{u"https://a.example/"_s, u"https://b.example/x"_s}));
    QCOMPARE(read->search.task(), search.task());
    // A file that has one brings none.
    const auto hostile = SearchFile::read(changed(
        bytes, [&](QJsonObject &json) { json[u"addresses"_s] = QJsonArray::fromStringList(addresses); }));
    QVERIFY(hostile);
    QVERIFY(!hostile->asWritten.memo().contains(u"secret"_s));
    QVERIFY(
        session::runAgain(read->search.kind, read->search.params, read->search.addresses)->secrets.isEmpty());
}

void TestSearchFile::hasteAndHeadersAreAskedAbout()
{
    jobs::RequestSpec requests;
    requests.pace.perHost = 20;
    const QStringList addresses{u"https://a.example/"_s};
    const auto check = SearchFile::read(*SearchFile::write(checkSearch(addresses, requests), addresses));
    QVERIFY2(check, check ? "" : qPrintable(check.error().detail));
    QCOMPARE(check->questions.size(), 1);
    QCOMPARE(*RunParams::requests(check->search.params), jobs::RequestSpec());
    QCOMPARE(*RunParams::requests(check->asWritten.params), requests);

    links::CrawlSpec spec;
    spec.start = addresses;
    spec.loginOrigins = {u"https://a.example"_s};
    spec.secretHosts = {u"a.example:443"_s};
    const RunParams crawl = RunParams::of(spec, jobs::RequestSpec());
    const auto site = SearchFile::read(
        *SearchFile::write({.kind = crawl.kind, .params = crawl.params, .name = u"Site"_s}, addresses));
    QVERIFY2(site, site ? "" : qPrintable(site.error().detail));
    QCOMPARE(site->questions.size(), 2);
    QVERIFY(RunParams::crawl(site->search.params)->secretHosts.isEmpty());
    QVERIFY(RunParams::crawl(site->search.params)->loginOrigins.isEmpty());
}

/// A practice server answers on this computer only.
void TestSearchFile::practiceIsHere()
{
    const auto with = [](const QString &practice, const QString &base) {
        return SearchFile::read(changed(listFile(), [&](QJsonObject &json) {
            QJsonObject params = json.value(u"params"_s).toObject();
            QJsonObject search = params.value(u"search"_s).toObject();
            QJsonArray sources = search.value(u"sources"_s).toArray();
            QJsonObject source = sources.first().toObject();
            source[u"base"_s] = base;
            sources[0] = source;
            search[u"sources"_s] = sources;
            params[u"search"_s] = search;
            params[u"practice"_s] = practice;
            json[u"params"_s] = params;
        }));
    };
    const auto elsewhere = with(u"http://evil.example"_s, u"http://evil.example/hh"_s);
    QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(elsewhere.error().detail));
    QCOMPARE(elsewhere->questions.size(), 1);
    QVERIFY(RunParams::search(elsewhere->search.params)->sources.front().base.isEmpty());
    QVERIFY(RunParams::practice(elsewhere->asWritten.params).isEmpty());
    const auto here = with(u"http://127.0.0.1:4000"_s, u"http://127.0.0.1:4000/hh"_s);
    QVERIFY(here && here->questions.isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchFile)
#include "tst_searchfile.moc"
