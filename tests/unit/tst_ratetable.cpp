// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/pay.h"
#include "comparable/ratetable.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using comparable::PayRules;
using comparable::RateTable;
using comparable::RuleLine;

/// Rates of currencies by day, from files of those who set them.
class TestRateTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void wrong_data();
    void wrong();
    void nearestEarlierDay();
    void manyRates();

private:
    static PayRules rulesIn(const QByteArray &currency);
    /// Null: there is none.
    static const comparable::Dated<double>::Entry *rateOf(const PayRules &rules, const QByteArray &code,
                                                          QByteArrayView day);
};

PayRules TestRateTable::rulesIn(const QByteArray &currency)
{
    auto rules = PayRules::parse("rule,value\ncurrency," + currency + '\n');
    return rules ? std::move(*rules) : PayRules::builtIn();
}

const comparable::Dated<double>::Entry *TestRateTable::rateOf(const PayRules &rules, const QByteArray &code,
                                                              QByteArrayView day)
{
    const PayRules::Currency *currency = rules.ofCurrency(code);
    return currency ? currency->rate.at(day) : nullptr;
}

void TestRateTable::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QStringList>("rates"); // "USD 2026-01-31 78.5"
    QTest::addColumn<QByteArray>("source");

    QTest::newRow("own table") << QByteArray("date,currency,rate\n2026-01-30,USD,78.5\n2026-01-31,eur,90\n")
                               << QByteArray("RUB")
                               << QStringList{u"USD 2026-01-30 78.5"_s, u"EUR 2026-01-31 90"_s}
                               << QByteArray("rates.csv");
    QTest::newRow("own table, other signs")
        << QByteArray(
               "\xef\xbb\xbf"
               "Currency;Date;Rate;Nominal\r\nKZT;31.01.2026;15,2;100\r\nBYR;31.01.2026;\"26,1\";1\r\n")
        << QByteArray("RUB") << QStringList{u"KZT 2026-01-31 0.152"_s, u"BYN 2026-01-31 26.1"_s}
        << QByteArray("rates.csv");
    const QByteArray ecb =
        "Date,USD,JPY,RUB,SEK,\n2026-01-30,1.25,N/A,N/A,10,\n2022-03-01,1.1,128,117.2,10.7,\n";
    QTest::newRow("ECB in euros") << ecb << QByteArray("EUR") << QStringList{u"USD 2026-01-30 0.8"_s,
                                                                             u"SEK 2026-01-30 0.1"_s,
                                                                             u"USD 2022-03-01 0.90909091"_s,
                                                                             u"JPY 2022-03-01 0.0078125"_s,
                                                                             u"RUB 2022-03-01 0.0085324232"_s,
                                                                             u"SEK 2022-03-01 0.093457944"_s}
                                  << QByteArray("European Central Bank, rates.csv");
    QTest::newRow("ECB in kronor") << QByteArray("Date, USD, SEK, \n30 January 2026, 1.25, 10, \n")
                                   << QByteArray("SEK")
                                   << QStringList{u"USD 2026-01-30 8"_s, u"EUR 2026-01-30 10"_s}
                                   << QByteArray("European Central Bank, rates.csv");
    QTest::newRow("ECB in roubles, of the days that have them")
        << ecb << QByteArray("RUB")
        << QStringList{u"USD 2022-03-01 106.54545"_s, u"JPY 2022-03-01 0.915625"_s,
                       u"SEK 2022-03-01 10.953271"_s, u"EUR 2022-03-01 117.2"_s}
        << QByteArray("European Central Bank, rates.csv");
    QTest::newRow("Bank of Russia, one currency")
        << QByteArray(
               "<?xml version=\"1.0\" encoding=\"windows-1251\"?><ValCurs ID=\"R01235\" "
               "DateRange1=\"30.01.2026\" DateRange2=\"31.01.2026\" name=\"Foreign Currency Market Dynamic\">"
               "<Record Date=\"30.01.2026\" Id=\"R01235\"><Nominal>1</Nominal><Value>78,6200</Value>"
               "<VunitRate>78,62</VunitRate></Record><Record Date=\"31.01.2026\" Id=\"R01235\">"
               "<Nominal>1</Nominal><Value>78,5100</Value></Record></ValCurs>")
        << QByteArray("RUB") << QStringList{u"USD 2026-01-30 78.62"_s, u"USD 2026-01-31 78.51"_s}
        << QByteArray("Bank of Russia, rates.csv");
    QTest::newRow("Bank of Russia, one day")
        << QByteArray("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<ValCurs Date=\"31.01.2026\" "
                      "name=\"Foreign "
                      "Currency Market\"><Valute ID=\"R01335\"><NumCode>398</NumCode><CharCode>KZT</CharCode>"
                      "<Nominal>100</Nominal><Name>\xd2\xe5\xed\xe3\xe5</Name><Value>15,2000</Value></"
                      "Valute></ValCurs>")
        << QByteArray("RUB") << QStringList{u"KZT 2026-01-31 0.152"_s}
        << QByteArray("Bank of Russia, rates.csv");
    QTest::newRow("Bank of Russia, table")
        << QByteArray("nominal;data;curs;cdx\n1;31.01.2026;78,51;Доллар США\n10;31.01.2026;111,3;Юань\n")
        << QByteArray("RUB") << QStringList{u"USD 2026-01-31 78.51"_s, u"CNY 2026-01-31 11.13"_s}
        << QByteArray("Bank of Russia, rates.csv");
}

void TestRateTable::reads()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, currency);
    QFETCH(const QStringList, rates);
    QFETCH(const QByteArray, source);
    const auto table = RateTable::read(file, rulesIn(currency), u"rates.csv"_s);
    QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
    QStringList found;
    for (const RuleLine &line : table->lines) {
        QCOMPARE(line.rule, "rate");
        QCOMPARE(line.source, source);
        found.append(QString::fromLatin1(line.of + ' ' + line.since + ' ' + line.value));
    }
    QCOMPARE(found, rates);
    QVERIFY(PayRules::over(table->lines));
    QVERIFY(table->from <= table->to && table->currencies > 0);
}

void TestRateTable::wrong_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QString>("why");
    const QByteArray head = "date,currency,rate\n";
    QTest::newRow("day") << head + "2026-01-30,USD,80\n30/01/26,USD,80\n"
                         << QByteArray("RUB") << u"3: “30/01/26” is no day like 2025-01-31"_s;
    QTest::newRow("currency") << head + "2026-01-30,dollar,80\n"
                              << QByteArray("RUB") << u"2: “DOLLAR” is no code of a currency like USD"_s;
    QTest::newRow("rate") << head + "2026-01-30,USD,-80\n"
                          << QByteArray("RUB") << u"2: “-80” is no number above 0"_s;
    QTest::newRow("no rate") << head + "2026-01-30,USD\n"
                             << QByteArray("RUB") << u"2: “” is no number above 0"_s;
    QTest::newRow("header") << QByteArray("when;what\n1;2\n") << QByteArray("RUB")
                            << u"1: the header must name date, currency and rate"_s;
    QTest::newRow("nothing") << head << QByteArray("RUB") << u"it has no rates"_s;
    QTest::newRow("no roubles") << QByteArray("Date,USD,RUB,\n2026-01-30,1.25,N/A,\n") << QByteArray("RUB")
                                << u"it has rates in EUR only, none in RUB"_s;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE x [<!ENTITY a \"b\">]><ValCurs/>")
                                   << QByteArray("RUB") << u"it has a document type"_s;
    QTest::newRow("unknown id")
        << QByteArray("<ValCurs>\n<Record Date=\"30.01.2026\" Id=\"R09999\"><Nominal>1</Nominal>"
                      "<Value>1</Value></Record></ValCurs>")
        << QByteArray("RUB") << u"2: “R09999” is no code of a currency like USD"_s;
    QTest::newRow("damaged") << QByteArray("<ValCurs><Record") << QByteArray("RUB") << u"1: "_s;
}

void TestRateTable::wrong()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, currency);
    QFETCH(const QString, why);
    const auto table = RateTable::read(file, rulesIn(currency), u"rates.csv"_s);
    QVERIFY(!table);
    QVERIFY2(table.error().detail.startsWith(why), qPrintable(table.error().detail));
}

void TestRateTable::nearestEarlierDay()
{
    const auto table = RateTable::read("date,currency,rate\n2026-01-30,USD,80\n2026-02-03,USD,90\n",
                                       PayRules::builtIn(), u"my.csv"_s);
    QVERIFY(table);
    const auto rules = PayRules::over(table->lines);
    QVERIFY(rules);
    QVERIFY(!rateOf(*rules, "USD", "2026-01-29"));
    QCOMPARE(rateOf(*rules, "USD", "2026-01-30")->value, 80.0);
    QCOMPARE(rateOf(*rules, "USD", "2026-02-02")->since, QByteArray("2026-01-30"));
    QCOMPARE(rateOf(*rules, "USD", "2026-02-03")->value, 90.0);
    QVERIFY(!rateOf(*rules, "EUR", "2026-02-03"));
    comparable::PayFacts facts;
    facts.from = 1000;
    facts.to = 1000;
    facts.currency = "USD";
    facts.gross = true;
    facts.created = "2026-02-02T10:00:00+0300";
    facts.fetched = "2026-03-01T00:00:00Z";
    const comparable::Pay pay = comparable::comparablePay(facts, *rules);
    QCOMPARE(pay.pay, std::optional(80'000.0));
    QVERIFY2(pay.rule.contains("rate:USD 80 2026-01-30"), pay.rule.constData());
    facts.created = "2026-01-29T10:00:00+0300";
    const comparable::Pay before = comparable::comparablePay(facts, *rules);
    QVERIFY(!before.pay);
    QVERIFY2(before.rule.contains("no_rate:USD"), before.rule.constData());
}

// As many as the European Central Bank has given since 1999 are read and become rules at once.
void TestRateTable::manyRates()
{
    QByteArray file = "Date";
    for (char last = 'A'; last <= 'Z'; ++last)
        file += QByteArray(",QQ") + last;
    QDate day(1999, 1, 4);
    for (int line = 0; line < 7000; ++line, day = day.addDays(1))
        file += '\n' + day.toString(Qt::ISODate).toLatin1() + QByteArray(",1.25").repeated(26);
    const auto table = RateTable::read(file, rulesIn("EUR"), u"eurofxref-hist.csv"_s);
    QVERIFY(table);
    QCOMPARE(table->lines.size(), size_t(7000 * 26));
    QCOMPARE(table->currencies, 26);
    const auto rules = PayRules::parse(comparable::toRuleTable(table->lines));
    QVERIFY(rules);
    QCOMPARE(rateOf(*rules, "QQZ", "2010-01-01")->since, QByteArray("2010-01-01"));
}

QTEST_GUILESS_MAIN(TestRateTable)
#include "tst_ratetable.moc"
