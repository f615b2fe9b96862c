// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/realproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = RealProxy::Kind;

constexpr int Good = 20;
constexpr int Refused = 14;
constexpr int Unknown = 6;

/// What a run says of each address, and what it cost.
struct Outcome
{
    std::map<QString, QString> verdicts;
    int requests = 0;
    qsizetype arrived = 0; ///< at the good servers
};

} // namespace

/// Servers that are switched off and names that do not exist are found dead behind a proxy as they are
/// without, and the living are neither lost nor asked much more often.
class TestDeadAndGood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameVerdicts_data();
    void sameVerdicts();

private:
    Outcome run(const QString &command, const QString &proxy);

    FaultServer m_good{Good};
    FaultServer m_refused{Refused};
    QByteArray m_list;
    std::map<QString, Outcome> m_direct; ///< by command
};

void TestDeadAndGood::initTestCase()
{
    m_good.setHandler([](const Seen &) {
        return Answer::status(200, {{"Content-Type", "text/html"}}, "<title>good</title>here");
    });
    m_refused.shut();
    // Mixed, as they come.
    for (int i = 0; i < Good; ++i) {
        m_list += m_good.url(u"/page"_s, i).toString().toUtf8() + '\n';
        if (i < Refused)
            m_list += m_refused.url(u"/page"_s, i).toString().toUtf8() + '\n';
        if (i < Unknown)
            m_list += "http://gone" + QByteArray::number(i) + ".invalid/page\n";
    }
    for (const QString &command : {u"crawl"_s, u"check"_s})
        m_direct[command] = run(command, {});
}

Outcome TestDeadAndGood::run(const QString &command, const QString &proxy)
{
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, m_list);
    cli.write(u"proxies.txt"_s, proxy.toUtf8());
    const auto before = m_good.seen().size();
    QStringList args{command, u"--file"_s, u"list.txt"_s, u"--quiet"_s, u"--summary"_s, u"s.json"_s};
    args += proxy.isEmpty() ? QStringList{u"--proxy"_s, u"none"_s}
                            : QStringList{u"--proxies"_s, u"proxies.txt"_s};
    const bool crawls = command == u"crawl";
    args += crawls ? QStringList{u"--pages"_s, u"out.jsonl"_s, u"--ignore-robots"_s}
                   : QStringList{u"-o"_s, u"out.jsonl"_s};
    const CliResult result = cli.run(args);
    if (result.status != 1)
        qWarning("%d %s", result.status, result.err.constData());
    Outcome outcome;
    for (const QByteArray &line : cli.read(u"out.jsonl"_s).split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        if (row.isEmpty())
            continue;
        const QString status = QString::number(row[u"status"_s].toInt());
        QString verdict = row[u"state"_s].toString() + u' ' + status + u' ' + row[u"verdict"_s].toString();
        outcome.verdicts[row[u"url"_s].toString()] = verdict;
    }
    outcome.requests = QJsonDocument::fromJson(cli.read(u"s.json"_s)).object()[u"requests"_s].toInt();
    outcome.arrived = m_good.seen().size() - before;
    return outcome;
}

void TestDeadAndGood::sameVerdicts_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("command");
    const std::pair<const char *, Kind> kinds[]{{"squid", Kind::Squid},
                                                {"tinyproxy", Kind::Tinyproxy},
                                                {"privoxy", Kind::Privoxy},
                                                {"microsocks", Kind::Microsocks},
                                                {"dante", Kind::Dante}};
    for (const auto &[name, kind] : kinds) {
        for (const char *command : {"crawl", "check"})
            QTest::addRow("%s, %s", command, name) << int(kind) << QString::fromLatin1(command);
    }
}

void TestDeadAndGood::sameVerdicts()
{
    QFETCH(const int, kind);
    QFETCH(const QString, command);
    if (!RealProxy::isInstalled(Kind(kind)))
        QSKIP(RealProxy::whySkipped(Kind(kind)));
    RealProxy proxy({Kind(kind), u"127.0.0.1"_s, {}, {}, false, {}});
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    const Outcome &direct = m_direct[command];
    QCOMPARE(direct.verdicts.size(), size_t(Good + Refused + Unknown));
    const Outcome through = run(command, proxy.address());
    QCOMPARE(through.verdicts.size(), direct.verdicts.size());
    for (const auto &[url, verdict] : direct.verdicts)
        QVERIFY2(through.verdicts.at(url) == verdict,
                 qPrintable(url + u": "_s + through.verdicts.at(url) + u", not "_s + verdict));
    QVERIFY2(through.arrived <= 2 * direct.arrived, qPrintable(QString::number(through.arrived)));
    QVERIFY2(through.requests <= 2 * direct.requests,
             qPrintable(u"%1, directly %2"_s.arg(through.requests).arg(direct.requests)));
}

QTEST_GUILESS_MAIN(TestDeadAndGood)
#include "tst_deadandgood.moc"
