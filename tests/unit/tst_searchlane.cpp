// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchlane.h"

#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// How a search reads the answers that its requests get.
class TestSearchLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreRead_data();
    void answersAreRead();
    void listsThatChange();
    void lastPageForEver();
};

void TestSearchLane::answersAreRead_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("isDetail");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<Reason>("fault"); // what has the engine ask again
    QTest::addColumn<Reason>("error"); // of the page or the vacancy

    const auto usable = int(Verdict::Usable);
    const auto row = [&](const char *name, const QString &source, bool isDetail, const QByteArray &body,
                         Reason fault, Reason error) {
        QTest::newRow(name) << source << isDetail << 200 << body << usable << fault << error;
    };
    const QString hh = u"hh"_s;
    const QString trud = u"trudvsem"_s;
    row("hh page", hh, false, R"({"items": [], "found": 0})", Reason::None, Reason::None);
    row("hh cut page", hh, false, R"({"items": [)", Reason::BadBody, Reason::BadBody);
    row("hh page in HTML", hh, false, "<html>", Reason::BadBody, Reason::BadBody);
    row("hh page that is a list", hh, false, "[]", Reason::BadBody, Reason::BadBody);
    row("hh page without items", hh, false, "{}", Reason::BadBody, Reason::BadBody);
    row("hh detail", hh, true, R"({"id": "7", "name": "x"})", Reason::None, Reason::None);
    row("hh cut detail", hh, true, R"({"id": "7", "na)", Reason::BadBody, Reason::BadBody);
    row("trudvsem page", trud, false, R"({"status": "200", "meta": {"total": 0}, "results": {}})",
        Reason::None, Reason::None);
    row("trudvsem page in HTML", trud, false, "<html>", Reason::BadBody, Reason::BadBody);
    row("trudvsem error of its own", trud, false, R"({"status": "500", "meta": {"error": "x"}})",
        Reason::BadBody, Reason::HttpStatus);
    row("trudvsem refusal", trud, false, R"({"status": "400", "meta": {"error": "x"}})", Reason::None,
        Reason::HttpStatus);
    QTest::newRow("hh gone") << hh << true << 404 << QByteArray(R"({"errors": [{"type": "not_found"}]})")
                             << int(Verdict::Gone) << Reason::None << Reason::None;
}

void TestSearchLane::answersAreRead()
{
    QFETCH(QString, source);
    QFETCH(bool, isDetail);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    SearchSpec spec;
    spec.sources.push_back({source, {}, QUrl(u"http://a.example"_s)});
    const SearchLane lane(spec.sources.front(), spec);
    store::WorkItem item;
    item.kind = isDetail ? lane.detailKind() : lane.listKinds().front();
    item.key = u"http://a.example/vacancies/7"_s;
    QVERIFY(lane.owns(item));
    const net::Request request = lane.request(item);
    net::Response response;
    response.url = request.url;
    response.status = status;
    response.body = body;
    const net::Reading reading = request.read(response);
    QTEST(reading.fault.reason, "fault");
    const auto *parsed = std::any_cast<ParsedAnswer>(&reading.content);
    QVERIFY(parsed);
    QTEST(int(parsed->judgement.verdict), "verdict");
    const Error error = isDetail ? (parsed->vacancy ? Error() : parsed->vacancy.error())
                                 : (parsed->page ? Error() : parsed->page.error());
    QTEST(error.reason, "error");
}

/// Pages that appear are asked once, whichever answer tells of them; a size of the source's own counts.
void TestSearchLane::listsThatChange()
{
    SearchSpec spec;
    spec.sources.push_back({u"trudvsem"_s, {}, QUrl(u"http://a.example"_s)});
    spec.sources.front().query.pages = 3;
    SearchLane lane(spec.sources.front(), spec);
    const auto after = [](SearchLane &asked, int page, qint64 found, int perPage) {
        store::WorkItem item;
        item.kind = asked.listKinds().front();
        item.depth = page;
        ListPage answer;
        answer.found = found;
        answer.perPage = perPage;
        answer.pages = int((found + perPage - 1) / perPage);
        answer.vacancies.resize(size_t(perPage));
        QList<int> next;
        for (const store::WorkAdd &work : asked.workAfter(item, answer, 0))
            next << work.depth;
        return next;
    };
    QCOMPARE(after(lane, 0, 150, 100), QList<int>{1});
    QCOMPARE(after(lane, 1, 250, 100), QList<int>{2});
    QCOMPARE(after(lane, 2, 900, 100), QList<int>()); // the user's limit
    QVERIFY(lane.isCutByUser());
    QCOMPARE(lane.reachable(), 300);
    const QJsonObject kept = lane.toJson();

    SearchLane resumed(spec.sources.front(), spec);
    resumed.restore(kept);
    QCOMPARE(resumed.found(), 900);
    QCOMPARE(resumed.toJson(), kept);

    SearchLane smaller(spec.sources.front(), spec);
    QCOMPARE(after(smaller, 0, 170, 50), (QList<int>{1, 2, 3}));
    QVERIFY(!smaller.isCutByUser());
    QCOMPARE(smaller.reachable(), 170);
}

/// Without a total pages are asked until one is empty, or is the one before again.
void TestSearchLane::lastPageForEver()
{
    SearchSpec spec;
    spec.sources.push_back({u"trudvsem"_s, {}, QUrl(u"http://a.example"_s)});
    spec.sources.front().query.pages = 0;
    SearchLane lane(spec.sources.front(), spec);
    const auto next = [&lane](int page, const QString &firstId) {
        store::WorkItem item;
        item.kind = lane.listKinds().front();
        item.depth = page;
        ListPage answer; // neither found nor pages
        answer.vacancies.resize(100);
        for (size_t i = 0; i < answer.vacancies.size(); ++i)
            answer.vacancies[i].id = firstId + QString::number(i);
        return lane.workAfter(item, answer, 0).size();
    };
    QCOMPARE(next(0, u"a"_s), size_t(1));
    QCOMPARE(next(1, u"b"_s), size_t(1));
    QCOMPARE(next(2, u"b"_s), size_t(0));
}

QTEST_GUILESS_MAIN(TestSearchLane)
#include "tst_searchlane.moc"
