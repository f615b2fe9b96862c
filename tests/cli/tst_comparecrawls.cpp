// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparison.h"
#include "support/twostates.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::changes;
using test::CliResult;
using test::CliRunner;
using test::compare;
using test::Counts;
using test::rows;
using test::summary;
using test::TwoStates;

/// What "linnet-cli compare" says of two crawls of a site whose later state is known.
class TestCompareCrawls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenAndMended();
    void watchOfACrawl();
    void unreadHub();
    void limitOfDepth();
};

namespace {

const QString Bin = QStringLiteral(LINNET_BIN_DIR);

CliResult crawl(const TwoStates &site, const CliRunner &cli, const QStringList &more = {})
{
    return cli.run(QStringList{u"crawl"_s, site.url().toString(), u"--depth"_s, u"2"_s, u"-d"_s, u"0"_s,
                               u"--retries"_s, u"0"_s, u"--quiet"_s, u"--project"_s, u"p.linnet"_s,
                               u"--pages"_s, u"pages.csv"_s} +
                   more);
}

} // namespace

void TestCompareCrawls::brokenAndMended()
{
    TwoStates site(TwoStates::faults);
    const CliRunner cli(Bin);
    QCOMPARE(crawl(site, cli).status, 1);
    site.later = true;
    QCOMPARE(crawl(site, cli).status, 1);
    const CliResult compared = compare(cli);
    QCOMPARE(compared.status, 0);
    QCOMPARE(compared.err, QByteArray());
    QCOMPARE(summary(cli)[u"table"_s].toString(), u"pages"_s);
    QCOMPARE(changes(cli), (Counts{{u"broken"_s, 12}, {u"mended"_s, 9}, {u"changed"_s, 3}}));
    for (const QJsonObject &row : rows(cli)) {
        if (row[u"change"_s].toString() == u"changed" && row[u"title"_s].toString().endsWith(u"anew"))
            QVERIFY(row[u"fields"_s].toString().contains(u"title"));
        if (row[u"change"_s].toString() == u"broken")
            QVERIFY(row[u"was"_s].toString().contains(u"\"status\":200"));
    }
    // The same again: nothing.
    QCOMPARE(crawl(site, cli).status, 1);
    QCOMPARE(compare(cli).status, 0);
    QCOMPARE(changes(cli), Counts());
    // Ten links are taken away, and the crawl can tell.
    site.lastPage = 30;
    crawl(site, cli);
    QCOMPARE(compare(cli).status, 0);
    QCOMPARE(changes(cli), (Counts{{u"gone"_s, 10}, {u"changed"_s, 1}})); // the start page itself
    QCOMPARE(compare(cli, {u"--table"_s, u"links"_s}).status, 0);
    QCOMPARE(changes(cli), (Counts{{u"gone"_s, 10}}));
    QCOMPARE(compare(cli, {u"--table"_s, u"links"_s, u"--runs"_s, u"1,2"_s, u"--where"_s,
                           u"change = broken and target_verdict = broken"_s})
                 .status,
             0);
    QCOMPARE(changes(cli), (Counts{{u"broken"_s, 12}, {u"mended"_s, 9}}));
    QCOMPARE(rows(cli).size(), 12);
    QVERIFY(rows(cli).front()[u"parsed_url"_s].toString().startsWith(u"http://127.0.0.1:"));
}

/// A saved crawl that is run again tells new faults only.
void TestCompareCrawls::watchOfACrawl()
{
    TwoStates site(TwoStates::faults);
    const CliRunner cli(Bin);
    QCOMPARE(crawl(site, cli).status, 1);
    QCOMPARE(cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"Watch"_s, u"--only-new"_s}).status, 0);
    site.later = true;
    const auto watch = [&cli](const QStringList &more = {}) {
        return cli.run(QStringList{u"run"_s, u"p.linnet"_s, u"Watch"_s, u"--only-new"_s, u"--quiet"_s,
                                   u"-o"_s, u"c.jsonl"_s, u"--summary"_s, u"c.json"_s} +
                       more);
    };
    const CliResult told = watch();
    QCOMPARE(told.status, 1); // addresses are broken, as for a crawl
    QCOMPARE(rows(cli).size(), 21);
    QCOMPARE(changes(cli), (Counts{{u"broken"_s, 12}, {u"mended"_s, 9}}));
    for (const QJsonObject &row : rows(cli)) {
        const QString change = row[u"change"_s].toString();
        QVERIFY(change == u"broken" || change == u"mended");
        QVERIFY(row[u"url"_s].toString().startsWith(u"http://127.0.0.1:"));
    }
    // Nothing new: an empty file, and the faults that are still there are no news.
    QCOMPARE(watch().status, 1);
    QCOMPARE(rows(cli).size(), 0);
    QCOMPARE(changes(cli), (Counts{{u"broken"_s, 0}, {u"mended"_s, 0}}));
    // The system's scheduler is told the same.
    const CliResult lines =
        cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"Watch"_s, u"--schedule"_s, u"1d 09:00"_s});
    QCOMPARE(lines.status, 0);
    const CliResult cron = cli.run({u"searches"_s, u"p.linnet"_s, u"--lines"_s, u"Watch"_s});
    QVERIFY(cron.out.contains("--only-new"));
}

void TestCompareCrawls::unreadHub()
{
    // Page 1 alone names the pages from 100 on.
    const auto page = [](int number, bool later) {
        if (number == 1 && later)
            return test::Answer::status(503);
        QByteArray body = "<title>Page " + QByteArray::number(number) + "</title>";
        for (int i = 100; number == 1 && i < 105; ++i)
            body += "<a href='/p" + QByteArray::number(i) + "'>x</a>";
        return TwoStates::html(body);
    };
    TwoStates site(page);
    const CliRunner cli(Bin);
    QCOMPARE(crawl(site, cli).status, 0);
    site.later = true;
    site.lastPage = 38;
    QCOMPARE(crawl(site, cli).status, 1);
    QCOMPARE(compare(cli).status, 0);
    // What only an unread page names may still be there; what the start page named before is gone.
    QCOMPARE(changes(cli), (Counts{{u"broken"_s, 1}, {u"not_seen"_s, 5}, {u"gone"_s, 2}, {u"changed"_s, 1}}));
}

void TestCompareCrawls::limitOfDepth()
{
    TwoStates site([](int number, bool) {
        return TwoStates::html("<title>Page</title><a href='/q" + QByteArray::number(number) + "'>x</a>");
    });
    const CliRunner cli(Bin);
    crawl(site, cli);
    crawl(site, cli, {u"--depth"_s, u"1"_s});
    const CliResult compared = compare(cli);
    QVERIFY(compared.err.contains("did not ask for the same"));
    QCOMPARE(changes(cli).value(u"gone"_s), 0);
    QVERIFY(changes(cli).value(u"out_of_window"_s) > 0);
}

QTEST_GUILESS_MAIN(TestCompareCrawls)
#include "tst_comparecrawls.moc"
