// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runparams.h"
#include "session/session.h"
#include "store/read/rowreader.h"
#include "support/dummysource.h"
#include "support/faultserver.h"
#include "table/codetitle.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// A source that the program has never heard of is searched like its own: one class, one registration.
class TestAddedSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesAndGoes();
    void isSearched();
};

void TestAddedSource::comesAndGoes()
{
    const size_t own = vacancies::allSources().size();
    {
        const test::DummySource dummy;
        const vacancies::AddedSource added(dummy);
        QCOMPARE(vacancies::allSources().size(), own + 1);
        QCOMPARE(vacancies::sourceById(u"dummy"), &dummy);
        QCOMPARE(vacancies::sourcesWithToken().back(), &dummy);
        QVERIFY(!vacancies::practicePaths().contains(u"dummy"_s));
        vacancies::nameSourcesInTables();
        const auto &column = table::vacancySchema().columns[size_t(table::VacancyColumn::Source)];
        QCOMPARE(table::codeTitle(column, u"dummy"_s), u"Dummy"_s);
        QVERIFY(table::titledCodes(column).contains(u"dummy"_s));
    }
    QCOMPARE(vacancies::allSources().size(), own);
    QVERIFY(!vacancies::sourceById(u"dummy"));
}

void TestAddedSource::isSearched()
{
    const test::DummySource dummy;
    const vacancies::AddedSource added(dummy);
    test::FaultServer server;
    server.setHandler([](const test::Seen &seen) {
        const int page = QUrlQuery(QUrl::fromEncoded(seen.target)).queryItemValue(u"page"_s).toInt();
        return test::Answer::text(test::DummySource::page(34, page));
    });

    const QTemporaryDir folder;
    session::Session session(folder.path());
    session.setKeepsAwake(false);
    session.network().setDirect(true);
    QVERIFY(session.projectSlot().open(folder.filePath(u"p.linnet"_s)));
    session.setToken(u"dummy"_s, "secret");
    vacancies::SearchSpec spec;
    vacancies::Query query;
    query.text = u"ad"_s;
    query.pages = 0;
    spec.sources.push_back({u"dummy"_s, query, server.url(QString())});
    QVERIFY(spec.validate());
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    const session::RunHandle *run = session.startVacancies(spec, requests);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 30'000);
    QCOMPARE(run->progress().rows, 34);
    QCOMPARE(run->progress().found, 34);
    QCOMPARE(server.seen("/ads").size(), 4);
    for (const test::Seen &seen : server.seen("/ads"))
        QCOMPARE(seen.header("authorization"), "Bearer secret");

    const auto reader = session.project().reader();
    QVERIFY(reader);
    store::RowQuery rows{&table::vacancySchema(), {}, {}, {}};
    const auto ids = (*reader)->ids(rows);
    const auto cells = (*reader)->rows(table::vacancySchema(), *ids);
    QCOMPARE(cells->size(), size_t(34));
    QCOMPARE(table::toText(cells->front()[size_t(table::VacancyColumn::Source)]), u"dummy"_s);
}

QTEST_GUILESS_MAIN(TestAddedSource)
#include "tst_addedsource.moc"
