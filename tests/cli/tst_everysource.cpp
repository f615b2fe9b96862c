// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/countedpractice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// A search that asks every source there is.
class TestEverySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTable();
};

/// All sources at once: one table, one vocabulary whose unmatched share is told, groups over sources.
void TestEverySource::oneTable()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    for (const char *variable :
         {"LINNET_SUPERJOB_TOKEN", "LINNET_NAV_TOKEN", "LINNET_USAJOBS_TOKEN", "LINNET_HH_TOKEN"})
        cli.setEnvironment(QString::fromLatin1(variable), u"any"_s);
    const QStringList sources{
        u"hh"_s,  u"trudvsem"_s, u"superjob"_s, u"jobicy"_s, u"himalayas"_s,      u"jobtech"_s,
        u"nav"_s, u"mpsv"_s,     u"usajobs"_s,  u"boards"_s, u"mycareersfuture"_s};
    QStringList command{u"vacancies"_s, u"-d"_s,           u"0"_s,       u"-p"_s,
                        u"0"_s,         u"--no-details"_s, u"--quiet"_s, u"--project"_s,
                        u"p.linnet"_s,  u"-o"_s,           u"o.jsonl"_s};
    for (const QString &source : sources) {
        QUrl own = *base;
        own.setPath(source == "hh"_L1 ? QString() : source == "trudvsem"_L1 ? u"/api/v1"_s : u'/' + source);
        command += {u"--source"_s, source, u"--base-url"_s, source + u'=' + own.toString()};
    }
    for (const char *company : {"greenhouse:5001", "lever:5002", "recruitee:5003", "ashby:5004",
                                "workable:5005", "personio:5006", "smartrecruiters:5007"})
        command += {u"--employer"_s, QString::fromLatin1(company)};
    const auto result = cli.run(command);
    QVERIFY2(result.status == 0, result.err.right(1500));
    QList<QJsonObject> rows;
    for (const QByteArray &line : cli.read(u"o.jsonl"_s).trimmed().split('\n'))
        rows.append(QJsonDocument::fromJson(line).object());
    QSet<QString> seen;
    QHash<QString, QSet<QString>> sourcesOfGroup; // by number
    QHash<QString, QSet<QString>> titlesOfGroup;
    for (const QJsonObject &row : std::as_const(rows)) {
        const QString source = row[u"source"_s].toString();
        seen.insert(source);
        const QString group = row[u"group"_s].toVariant().toString();
        if (!group.isEmpty()) {
            sourcesOfGroup[group].insert(source);
            titlesOfGroup[group].insert(row[u"vacancy"_s].toString().simplified().toCaseFolded());
        }
    }
    QCOMPARE(seen, QSet<QString>(sources.begin(), sources.end()));
    // The stand-ins of one catalogue offer the same invented ads. What is taken for one job has the same
    // title, but for the few whose titles differ in a word that the texts make up for.
    int overSources = 0;
    int otherTitles = 0;
    for (auto group = sourcesOfGroup.begin(); group != sourcesOfGroup.end(); ++group) {
        overSources += group->size() > 1;
        otherTitles += titlesOfGroup.value(group.key()).size() > 1;
    }
    QVERIFY2(overSources > 20, QByteArray::number(overSources));
    QVERIFY2(otherTitles * 10 <= sourcesOfGroup.size(),
             QByteArray::number(otherTitles) + " of " + QByteArray::number(sourcesOfGroup.size()));
    const auto stats =
        cli.run({u"stats"_s, u"p.linnet"_s, u"--by"_s, u"source"_s, u"--coverage"_s,
                 u"employment,employment_code,area,region,experience,experience_code,description"_s, u"-o"_s,
                 u"c.json"_s});
    QVERIFY2(stats.status == 0, stats.err);
    QHash<QString, QHash<QString, double>> share;
    QHash<QString, int> counted;
    for (const QJsonValue &row : QJsonDocument::fromJson(cli.read(u"c.json"_s)).array()) {
        share[row[u"source"_s].toString()].insert(row[u"column"_s].toString(), row[u"share"_s].toDouble());
        counted.insert(row[u"source"_s].toString(), row[u"n"_s].toInt());
    }
    QCOMPARE(counted.size(), sources.size());
    for (const QString &source : sources) {
        const auto &of = share[source];
        // What the words say is understood, as far as it is said at all.
        QVERIFY2(of[u"employment_code"_s] >= of[u"employment"_s] * 0.8, qPrintable(source));
        QVERIFY2(of[u"experience_code"_s] <= of[u"experience"_s] + 1e-9, qPrintable(source));
        const bool isWorldwide = source == "himalayas"_L1 || source == "jobicy"_L1 || source == "nav"_L1;
        QVERIFY2(isWorldwide || of[u"region"_s] >= of[u"area"_s] * 0.8, qPrintable(source));
    }
    // Against the rows themselves.
    QHash<QString, int> described;
    QHash<QString, int> all;
    for (const QJsonObject &row : std::as_const(rows)) {
        ++all[row[u"source"_s].toString()];
        described[row[u"source"_s].toString()] += !row[u"description"_s].toString().isEmpty();
    }
    QCOMPARE(counted, all);
    for (const QString &source : sources)
        QVERIFY(qAbs(share[source][u"description"_s] - double(described[source]) / all[source]) < 1e-4);
}

QTEST_GUILESS_MAIN(TestEverySource)
#include "tst_everysource.moc"
