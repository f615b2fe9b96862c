// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/otherbots.h"
#include "links/robots/robots.h"
#include "support/shareddata.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace std::chrono_literals;
using links::Robots;

class TestRobots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conformance();
    void verdicts_data();
    void verdicts();
    void decidingLine();
    void crawlDelays_data();
    void crawlDelays();
    void sitemaps();
    void statuses_data();
    void statuses();
    void redirects_data();
    void redirects();
    void expiry();
    void limit();
    void largeFile();
    void fileAddress();
    void otherCrawlers_data();
    void otherCrawlers();
};

namespace {

constexpr QByteArrayView Host = "https://a.example";

net::Response answer(int status, const QByteArray &body = "User-agent: *\nDisallow: /no\n")
{
    return {.url = {}, .status = status, .headers = {}, .body = body};
}

bool allowed(const Robots &robots, QByteArrayView path)
{
    return robots.verdict(Host.toByteArray() + path.toByteArray()).allowed;
}

} // namespace

/// The published cases of the reference implementation. Of those marked google_only, which go beyond RFC
/// 9309, one is not followed: there "Allow: /x/index.html" allows "/x/" as well.
void TestRobots::conformance()
{
    const QByteArray file = test::sharedBytes(QStringLiteral("conformance/robots_cases.json"));
    if (file.isEmpty())
        QSKIP("conformance/robots_cases.json is not there");
    const QJsonObject root = QJsonDocument::fromJson(file).object();
    QHash<int, QByteArray> bodies;
    for (const QJsonValue value : root[QLatin1String("bodies")].toArray()) {
        const QJsonObject body = value.toObject();
        bodies[body[QLatin1String("id")].toInt()] =
            body.contains(QLatin1String("base64"))
                ? QByteArray::fromBase64(body[QLatin1String("base64")].toString().toLatin1())
                : body[QLatin1String("text")].toString().toUtf8();
    }
    QStringList wrong;
    QStringList beyond;
    int asked = 0;
    for (const QJsonValue value : root[QLatin1String("cases")].toArray()) {
        const QJsonObject one = value.toObject();
        const QByteArray token = one[QLatin1String("ua")].toString().toUtf8();
        const QByteArray url = one[QLatin1String("url")].toString().toUtf8();
        const bool googleOnly = one[QLatin1String("google_only")].toBool();
        const Robots robots = Robots::parse(bodies[one[QLatin1String("body")].toInt()], token);
        asked += googleOnly ? 0 : 1;
        if (robots.match(url).allowed != one[QLatin1String("allowed")].toBool())
            (googleOnly ? beyond : wrong)
                .append(QStringLiteral("%1: %2 %3")
                            .arg(one[QLatin1String("group")].toString(), QString::fromUtf8(token),
                                 QString::fromUtf8(url)));
    }
    QCOMPARE(asked, 337);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    for (const QString &line : beyond)
        qInfo("not followed beyond the RFC: %s", qPrintable(line));
    QCOMPARE(beyond.size(), 1);
}

void TestRobots::verdicts_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QByteArray &rules, const QByteArray &path, bool isAllowed) {
        QTest::newRow(name) << rules << path << isAllowed;
    };
    row("star and end", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false);
    row("not at the end", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true);
    row("end twice found", "User-agent: *\nDisallow: /*a$", "/xaba", false);
    row("end overlaps nothing", "User-agent: *\nDisallow: /ab*ba$", "/aba", true);
    row("many stars", "User-agent: *\nDisallow: /*a*b*c*d$", "/xxaxxbxxcxxd", false);
    row("star at the end", "User-agent: *\nDisallow: /x*", "/xyz", false);
    row("only star", "User-agent: *\nDisallow: *", "/", false);
    row("query", "User-agent: *\nDisallow: /?sort=", "/?sort=up", false);
    row("query in any place", "User-agent: *\nDisallow: /*?", "/a?b", false);
    row("query without path", "User-agent: *\nDisallow: /?", "?b", false);
    row("no path", "User-agent: *\nDisallow: /$", "", false);
    row("fragment is not looked at", "User-agent: *\nDisallow: /*z", "/a#z", true);
    row("the file itself", "User-agent: *\nDisallow: /", "/robots.txt", true);
    row("encoded star finds a star", "User-agent: *\nDisallow: /a%2Ab", "/a*b", false);
    row("encoded dollar finds a dollar", "User-agent: *\nDisallow: /a%24", "/a$b", false);
    row("dollar in the middle is a dollar", "User-agent: *\nDisallow: /a$b", "/a$bc", false);
    row("hex digits in any case", "User-agent: *\nDisallow: /%d0%b0", "/%D0%B0", false);
    row("letters of the rule are encoded", "User-agent: *\nDisallow: /\xD0\xB0", "/%d0%b0", false);
    row("own group only", "User-agent: *\nDisallow: /\nUser-agent: Linnet\nDisallow: /x", "/y", true);
    row("own group in two places",
        "User-agent: linnet\nDisallow: /x\nUser-agent: a\nDisallow: /\nUser-agent: LINNET/1.0\nDisallow: /y",
        "/y", false);
    row("own group without rules", "User-agent: linnet\nUser-agent: *\nDisallow: /", "/y", false);
    row("name is no prefix", "User-agent: linnetbot\nDisallow: /", "/y", true);
    row("sitemap does not end the agents",
        "User-agent: a\nSitemap: https://a.example/s\nUser-agent: *\nDisallow: /", "/", false);
    row("rules before any agent", "Disallow: /", "/", true);
    row("NUL bytes", QByteArray("User-agent: *\0\nDisallow: /x\0\n", 29), "/x", false);
    row("HTML", "<!DOCTYPE html><title>Disallow: /</title>", "/", true);
    row("nothing", "", "/", true);
}

void TestRobots::verdicts()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, path);
    QTEST(allowed(Robots::parse(rules), path), "allowed");
}

void TestRobots::decidingLine()
{
    const Robots robots =
        Robots::parse("# mine\r\n\r\nUser-agent: *\r\n  Disallow :  /a   # all of it\r\nAllow: /a/b\r\n"
                      "Disallow: /a/b\r\nDisallow:\r\n");
    const QByteArray host = Host.toByteArray();
    QCOMPARE(robots.ruleCount(), 3);
    QCOMPARE(robots.verdict(host + "/a/c"), (Robots::Verdict{false, 4, "Disallow :  /a"}));
    QCOMPARE(robots.verdict(host + "/a/b/c"), (Robots::Verdict{true, 5, "Allow: /a/b"}));
    QCOMPARE(robots.verdict(host + "/c"), (Robots::Verdict{true, 0, {}}));
    const Robots longLine = Robots::parse("User-agent: *\nDisallow: /" + QByteArray(100'000, 'x'));
    QVERIFY(!longLine.verdict(host + '/' + QByteArray(100'000, 'x')).allowed);
    QVERIFY(longLine.verdict(host + '/' + QByteArray(100'000, 'x')).text.size() <= 500);
}

void TestRobots::crawlDelays_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<int>("milliseconds"); // -1 = none
    QTest::newRow("everybody") << QByteArray("User-agent: *\nCrawl-delay: 10") << 10'000;
    QTest::newRow("fraction") << QByteArray("User-agent: *\ncrawl-delay: 0.5") << 500;
    QTest::newRow("own group")
        << QByteArray("User-agent: *\nCrawl-delay: 9\nDisallow: /x\nUser-agent: linnet\nCrawl-delay: 2")
        << 2'000;
    QTest::newRow("own group has none")
        << QByteArray("User-agent: *\nCrawl-delay: 9\nDisallow: /x\nUser-agent: linnet\nAllow: /") << -1;
    QTest::newRow("a year") << QByteArray("User-agent: *\nCrawl-delay: 31536000") << 86'400'000;
    QTest::newRow("junk") << QByteArray("User-agent: *\nCrawl-delay: soon") << -1;
    QTest::newRow("negative") << QByteArray("User-agent: *\nCrawl-delay: -1") << -1;
    QTest::newRow("not a number") << QByteArray("User-agent: *\nCrawl-delay: nan") << -1;
    QTest::newRow("outside of groups") << QByteArray("Crawl-delay: 5\n") << -1;
}

void TestRobots::crawlDelays()
{
    QFETCH(QByteArray, rules);
    const auto delay = Robots::parse(rules).crawlDelay();
    QTEST(delay ? int(delay->count()) : -1, "milliseconds");
}

void TestRobots::sitemaps()
{
    const Robots robots = Robots::parse("Sitemap: https://a.example/1.xml\nUser-agent: x\nDisallow: /\n"
                                        "sitemap:https://a.example/2.xml # second\nSitemap: /3.xml\n"
                                        "Sitemap: https://a.example/1.xml\nSitemap: ftp://a.example/4.xml");
    QCOMPARE(robots.sitemaps(),
             (QList<QByteArray>{"https://a.example/1.xml", "https://a.example/2.xml", "/3.xml"}));
}

void TestRobots::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("rules");
    QTest::addColumn<bool>("page"); // may a page that no rule names be asked
    for (const int status : {200, 203, 204, 299})
        QTest::addRow("%d", status) << status << (status != 204) << true;
    for (const int status : {300, 304, 400, 401, 403, 404, 410, 451, 499})
        QTest::addRow("%d", status) << status << false << true;
    for (const int status : {429, 500, 502, 503, 599})
        QTest::addRow("%d", status) << status << true << false;
}

void TestRobots::statuses()
{
    QFETCH(int, status);
    QFETCH(bool, rules);
    QFETCH(bool, page);
    const Robots robots = Robots::ofAnswer(status == 204 ? answer(status, {}) : answer(status), 0);
    QCOMPARE(allowed(robots, "/no"), !rules);
    QCOMPARE(allowed(robots, "/page"), page);
    QVERIFY(allowed(robots, "/robots.txt"));
    QCOMPARE(robots.error().reason == Reason::None, status < 300);
}

void TestRobots::redirects_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<bool>("mayAsk");
    for (const Reason reason : {Reason::RedirectLimit, Reason::RedirectLoop, Reason::ForeignScheme})
        QTest::newRow(reasonCode(reason).data()) << reason << true;
    for (const Reason reason :
         {Reason::Dns, Reason::Refused, Reason::Reset, Reason::Truncated, Reason::Tls, Reason::Deadline,
          Reason::Inactivity, Reason::Downgrade, Reason::TooLarge, Reason::NoProxy})
        QTest::newRow(reasonCode(reason).data()) << reason << false;
}

void TestRobots::redirects()
{
    QFETCH(Reason, reason);
    QTEST(allowed(Robots::ofAnswer(fail(reason), 0), "/x"), "mayAsk");
}

void TestRobots::expiry()
{
    const qint64 now = 1'800'000'000'000;
    const auto ms = [](auto time) { return std::chrono::milliseconds(time).count(); };
    const Robots read = Robots::ofAnswer(answer(200), now);
    QVERIFY(!read.isExpired(now + ms(24h) - 1));
    QVERIFY(read.isExpired(now + ms(24h)));
    const Robots gone = Robots::ofAnswer(answer(503), now + ms(24h));
    QVERIFY(gone.isExpired(now + ms(24h) + ms(Robots::UnreachableLifetime)));
    const Robots kept = Robots::refreshed(read, gone);
    QVERIFY(allowed(kept, "/page"));
    QVERIFY(!allowed(kept, "/no"));
    QVERIFY(!kept.isExpired(now + ms(24h)));
    QVERIFY(kept.isExpired(now + ms(24h) + ms(Robots::UnreachableLifetime)));
    QVERIFY(!allowed(Robots::refreshed(gone, gone), "/page"));
    QVERIFY(allowed(Robots::refreshed(read, Robots::ofAnswer(answer(404), now)), "/no"));
}

void TestRobots::limit()
{
    const QByteArray body =
        "User-agent: *\n" + QByteArray(Robots::ParseLimit - 20, '#') + "\nDisallow: /half\nDisallow: /late\n";
    const Robots robots = Robots::parse(body);
    QVERIFY(allowed(robots, "/half"));
    QVERIFY(allowed(robots, "/late"));
    QVERIFY(robots.unread() > 16);
    const QByteArray enough = "User-agent: *\n" + QByteArray(500 * 1024, '#') + "\nDisallow: /in\n";
    QVERIFY(!allowed(Robots::parse(enough), "/in"));
    QCOMPARE(Robots::parse(enough).unread(), 0);
}

void TestRobots::largeFile()
{
    QByteArray body = "User-agent: *\n";
    for (int i = 0; body.size() < 5'000'000; ++i)
        body += "Disallow: /folder" + QByteArray::number(i) + "/*/private$\n";
    QElapsedTimer timer;
    timer.start();
    const Robots robots = Robots::parse(body);
    const qint64 parsed = timer.nsecsElapsed();
    QVERIFY(!allowed(robots, "/folder77/x/private"));
    timer.start();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(allowed(robots, "/other/page" + QByteArray::number(i)));
    qInfo("5 MB: parsed in %lld ms, %lld rules, %lld us a URL", parsed / 1'000'000, robots.ruleCount(),
          timer.nsecsElapsed() / 1'000'000);
    const Robots oneLine = Robots::parse("User-agent: *\nDisallow: /" + QByteArray(5'000'000, '*'));
    QVERIFY(oneLine.unread() > 0);
}

void TestRobots::fileAddress()
{
    QCOMPARE(Robots::fileFor("https://a.example:8080/x/y?z"),
             QByteArray("https://a.example:8080/robots.txt"));
    QCOMPARE(Robots::fileFor("http://[::1]?q"), QByteArray("http://[::1]/robots.txt"));
}

void TestRobots::otherCrawlers_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArrayList>("closed"); // "/a" is
    const QByteArrayList all = links::OtherBots::names();
    QTest::addRow("no rules") << QByteArray() << QByteArrayList();
    QTest::addRow("nobody") << QByteArray("User-agent: *\nDisallow: /\n") << all;
    QTest::addRow("elsewhere") << QByteArray("User-agent: *\nDisallow: /b\n") << QByteArrayList();
    QTest::addRow("one") << QByteArray("User-agent: GPTBot\nDisallow: /\n") << QByteArrayList{"GPTBot"};
    QTest::addRow("in the order of the list")
        << QByteArray("User-agent: CCBot\nDisallow: /a\n\nUser-agent: bingbot\nDisallow: /\n")
        << QByteArrayList{"Bingbot", "CCBot"};
    QTest::addRow("together") << QByteArray("User-agent: GPTBot\nUser-agent: ClaudeBot\nDisallow: /\n")
                              << QByteArrayList{"GPTBot", "ClaudeBot"};
    QTest::addRow("of one maker") << QByteArray("User-agent: Yandex\nDisallow: /\n")
                                  << QByteArrayList{"YandexBot"};
    QTest::addRow("its own before its maker's")
        << QByteArray("User-agent: Yandex\nDisallow: /\n\nUser-agent: YandexBot\nDisallow: /b\n")
        << QByteArrayList();
    QByteArrayList others = all;
    others.removeOne("Googlebot");
    QTest::addRow("all but one") << QByteArray(
                                        "User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nAllow: /\n")
                                 << others;
    QTest::addRow("Linnet alone") << QByteArray("User-agent: linnet\nDisallow: /\n") << QByteArrayList();
}

void TestRobots::otherCrawlers()
{
    QFETCH(const QByteArray, file);
    const Robots robots = Robots::ofAnswer(answer(200, file), 0);
    QTEST(robots.closedToOthers("https://a.example/a"), "closed");
    QVERIFY(robots.closedToOthers("https://a.example/robots.txt").isEmpty());
    QVERIFY(Robots::ofAnswer(answer(404, file), 0).closedToOthers("https://a.example/a").isEmpty());
}

QTEST_GUILESS_MAIN(TestRobots)
#include "tst_robots.moc"
