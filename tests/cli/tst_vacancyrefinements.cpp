// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Searches of one industry or one employer, as scripts ask for them.
class TestVacancyRefinements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void employer();
    void industry_data();
    void industry();
    void site();
    void badValues_data();
    void badValues();
    void otherSourcesSayIt();
    void contacts_data();
    void contacts();

private:
    static QStringList search(const QUrl &base, const QStringList &more);
    static QList<QJsonObject> rows(const test::CliRunner &cli);
};

QStringList TestVacancyRefinements::search(const QUrl &base, const QStringList &more)
{
    return QStringList{u"vacancies"_s, u"--base-url"_s, base.toString(), u"-d"_s,           u"0"_s,
                       u"--quiet"_s,   u"--summary"_s,  u"s.json"_s,     u"--no-details"_s, u"-p"_s,
                       u"0"_s,         u"-o"_s,         u"o.jsonl"_s} +
           more;
}

QList<QJsonObject> TestVacancyRefinements::rows(const test::CliRunner &cli)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : cli.read(u"o.jsonl"_s).trimmed().split('\n'))
        all << QJsonDocument::fromJson(line).object();
    return all;
}

void TestVacancyRefinements::employer()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"--employer"_s, u"5001"_s, u"--employer"_s, u"5003"_s}));
    QVERIFY2(result.status == 0, result.err);
    QSet<QString> employers;
    for (const QJsonObject &row : rows(cli))
        employers << row[u"employer_id"_s].toVariant().toString();
    QCOMPARE(employers, (QSet<QString>{u"5001"_s, u"5003"_s}));
}

void TestVacancyRefinements::industry_data()
{
    QTest::addColumn<QString>("industry");
    QTest::newRow("part") << u"43.647"_s;
    QTest::newRow("whole") << u"7"_s;
}

void TestVacancyRefinements::industry()
{
    QFETCH(QString, industry);
    const practice::Vocabulary words = practice::Vocabulary::load();
    QSet<QString> expected;
    for (const practice::Employer &employer : words.employers) {
        if (employer.industry == industry || employer.industry.startsWith(industry + u'.'))
            expected << employer.name;
    }
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"--industry"_s, industry}));
    QVERIFY2(result.status == 0, result.err);
    const QList<QJsonObject> found = rows(cli);
    QVERIFY(!found.isEmpty());
    QVERIFY(found.size() < test::CountedPractice::vacancyCount());
    for (const QJsonObject &row : found) {
        if (!row[u"employer_id"_s].isNull()) // else the ad does not say whose it is
            QVERIFY2(expected.contains(row[u"employer"_s].toString()),
                     qPrintable(row[u"employer"_s].toString()));
    }
}

void TestVacancyRefinements::site()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList args = search(*base, {u"--employer"_s, u"5001"_s, u"--site"_s, u"hh.kz"_s});
    args.removeAll(u"--no-details"_s);
    const auto result = cli.run(args);
    QVERIFY2(result.status == 0, result.err);
    const QHash<QByteArray, int> hits = server.hits();
    QVERIFY(hits.size() > 1);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        QVERIFY2(hit.key().contains("host=hh.kz"), hit.key());
}

void TestVacancyRefinements::badValues_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("site") << QStringList{u"--site"_s, u"hh.com"_s} << QByteArray("zarplata.ru");
    QTest::newRow("employer") << QStringList{u"--employer"_s, u"a b"_s} << QByteArray("employer");
    QTest::newRow("industry") << QStringList{u"--industry"_s, u"../7"_s} << QByteArray("industry");
}

void TestVacancyRefinements::badValues()
{
    QFETCH(QStringList, more);
    QFETCH(QByteArray, said);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(QUrl(u"http://127.0.0.1:1"_s), more));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err);
}

void TestVacancyRefinements::otherSourcesSayIt()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList args = search(QUrl(base->toString() + u"/api/v1"_s),
                              {u"--source"_s, u"trudvsem"_s, u"--employer"_s, u"5001"_s});
    args.removeAll(u"--quiet"_s);
    const auto result = cli.run(args);
    QVERIFY2(result.err.contains("trudvsem cannot search by: employers"), result.err);
}

void TestVacancyRefinements::contacts_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("path");
    QTest::newRow("hh") << u"hh"_s << QString();
    QTest::newRow("trudvsem") << u"trudvsem"_s << u"/api/v1"_s;
}

/// Neither the table nor the project holds them unless they were asked for.
void TestVacancyRefinements::contacts()
{
    QFETCH(QString, source);
    QFETCH(QString, path);
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    for (const bool asked : {false, true}) {
        const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
        QStringList args = search(QUrl(base->toString() + path),
                                  {u"--source"_s, source, u"-p"_s, u"1"_s, u"--project"_s, u"p.linnet"_s});
        if (asked)
            args << u"--contacts"_s;
        const auto result = cli.run(args);
        QVERIFY2(result.status == 0, result.err);
        int named = 0;
        for (const QJsonObject &row : rows(cli)) {
            named += int(!row[u"contact_name"_s].isNull());
            if (!asked)
                QVERIFY(row[u"contact_email"_s].isNull() && row[u"contact_phone"_s].isNull());
        }
        QCOMPARE(named > 0, asked);
        QCOMPARE(cli.read(u"p.linnet"_s).contains(u"Выдуманная Анна"_s.toUtf8()), asked);
    }
}

QTEST_GUILESS_MAIN(TestVacancyRefinements)
#include "tst_vacancyrefinements.moc"
