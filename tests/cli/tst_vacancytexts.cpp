// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/inventedtitles.h"
#include "support/trudvsemstandin.h"

#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What people type into a search of Work in Russia, whose server gives far more than is asked: none that is
/// wanted is dropped, and hardly any other is kept.
class TestVacancyTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_data();
    void search();
};

void TestVacancyTexts::search_data()
{
    QTest::addColumn<size_t>("number");
    const auto &texts = test::typedTexts();
    for (size_t i = 0; i < texts.size(); ++i)
        QTest::addRow("%s", texts[i].text.toUtf8().constData()) << i;
}

void TestVacancyTexts::search()
{
    QFETCH(size_t, number);
    const test::TypedText &typed = test::typedTexts()[number];
    const auto &titles = test::inventedTitles();
    std::vector<QJsonObject> records;
    for (size_t i = 0; i < titles.size(); ++i)
        records.push_back(test::trudvsemRecord(QString::number(i), titles[i].text));
    const test::TrudvsemStandIn server(std::move(records));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run({u"vacancies"_s, u"--source"_s, u"trudvsem"_s, u"--base-url"_s, server.base(),
                                 u"-t"_s, typed.text, u"-p"_s, u"0"_s, u"-d"_s, u"0"_s, u"--quiet"_s, u"-o"_s,
                                 u"-"_s, u"--columns"_s, u"id"_s});
    QVERIFY2(result.status == 0, result.err);
    QSet<size_t> kept;
    for (const QByteArray &line : result.out.trimmed().split('\n').sliced(1))
        kept.insert(line.trimmed().toULongLong());
    QStringList dropped;
    QStringList unwanted;
    for (size_t i = 0; i < titles.size(); ++i) {
        const bool wanted = typed.means(titles[i].lemmas);
        if (wanted && !kept.contains(i))
            dropped << titles[i].text;
        if (!wanted && kept.contains(i))
            unwanted << titles[i].text;
    }
    QCOMPARE(dropped, QStringList());
    QVERIFY(!kept.isEmpty());
    QVERIFY2(unwanted.size() * 50 <= kept.size(), qPrintable(unwanted.join(u" | "_s)));
}

QTEST_GUILESS_MAIN(TestVacancyTexts)
#include "tst_vacancytexts.moc"
