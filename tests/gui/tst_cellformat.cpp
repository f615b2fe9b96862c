// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/cellformat.h"
#include "vacancies/search/sources.h"

#include "models/table/copytext.h"
#include "models/table/rowtext.h"
#include "support/vacancyrows.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::CellFormat;
using models::CopyText;
using models::RowText;
using table::VacancyColumn;
using table::Value;

Q_DECLARE_METATYPE(linnet::table::Value)

class TestCellFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { vacancies::nameSourcesInTables(); }
    void display_data();
    void display();
    void toolTipIsExactAndEscaped();
    void clipboard();
    void readingTextIsEscaped();
    void links_data();
    void links();

private:
    const std::span<const table::Column> m_columns = table::vacancySchema().columns;
};

void TestCellFormat::display_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<VacancyColumn>("column");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QString &locale, VacancyColumn column, Value value,
                        QString text) { QTest::newRow(name) << locale << column << value << text; };
    const QString en = u"en_US"_s;
    const QString ru = u"ru_RU"_s;
    add("nothing", en, VacancyColumn::SalaryFrom, {}, {});
    add("grouped", en, VacancyColumn::SalaryFrom, 120'000.0, u"120,000"_s);
    add("grouped, Russian", ru, VacancyColumn::SalaryFrom, 120'000.0, u"120\u00a0000"_s);
    add("fraction", en, VacancyColumn::Lat, 55.7558, u"55.7558"_s);
    add("fraction, Russian", ru, VacancyColumn::Lat, 55.7558, u"55,7558"_s);
    add("huge", en, VacancyColumn::SalaryFrom, 9e14, u"900,000,000,000,000"_s);
    add("yes", en, VacancyColumn::HasTest, true, u"yes"_s);
    add("no", en, VacancyColumn::HasTest, false, u"no"_s);
    add("time keeps its zone", en, VacancyColumn::Created, u"2026-11-21T23:05:00+0300"_s,
        u"21 Nov 2026 23:05"_s);
    add("time, Russian", ru, VacancyColumn::Created, u"2026-11-21T23:05:00+0300"_s, u"21 нояб. 2026 23:05"_s);
    add("day", en, VacancyColumn::Created, u"2026-11-01"_s, u"1 Nov 2026"_s);
    add("no date at all", en, VacancyColumn::Created, u"yesterday at five"_s, u"yesterday at five"_s);
    add("list", en, VacancyColumn::Skills, u"SQL;Power BI"_s, u"SQL; Power BI"_s);
    add("code", en, VacancyColumn::Source, u"trudvsem"_s, u"Work in Russia"_s);
    add("unknown code", en, VacancyColumn::Source, u"elsewhere"_s, u"elsewhere"_s);
    add("one line", en, VacancyColumn::Description, u"a\n\n- b\tc"_s, u"a - b c"_s);
    add("turned round", en, VacancyColumn::Url, u"http://a\u202eb.example/"_s,
        u"http://a\\u202eb.example/"_s);
    add("control characters", en, VacancyColumn::Vacancy, u"a\u001b[2J\u009b"_s, u"a\\u001b[2J\\u009b"_s);
    add("marks without a shape", en, VacancyColumn::Vacancy, u"\u200eДанные\u200f"_s, u"Данные"_s);
    add("wrong type", en, VacancyColumn::HasTest, u"maybe"_s, u"maybe"_s);
}

void TestCellFormat::display()
{
    QFETCH(QString, locale);
    QFETCH(VacancyColumn, column);
    QFETCH(Value, value);
    QTEST(CellFormat(QLocale(locale)).display(m_columns[size_t(column)], value), "text");
}

void TestCellFormat::toolTipIsExactAndEscaped()
{
    const CellFormat format(QLocale(u"en_US"_s));
    const auto tip = [&](VacancyColumn column, const Value &value) {
        return format.toolTip(m_columns[size_t(column)], value);
    };
    QVERIFY(
        tip(VacancyColumn::Created, u"2026-11-21T23:05:00+0300"_s).contains(u"2026-11-21T23:05:00+0300"_s));
    QVERIFY(tip(VacancyColumn::SalaryFrom, 120'000.0).contains(u"120000"_s));
    QVERIFY(tip(VacancyColumn::Vacancy, u"<b>a & b</b>"_s).contains(u"&lt;b&gt;a &amp; b"_s));
    QVERIFY(tip(VacancyColumn::Vacancy, {}).isEmpty());
    QVERIFY(tip(VacancyColumn::Description, QString(100'000, u'x')).size() < 2000);
}

void TestCellFormat::clipboard()
{
    const auto at = [](VacancyColumn column) { return int(column); };
    CopyText copy(table::vacancySchema(),
                  {at(VacancyColumn::Vacancy), at(VacancyColumn::SalaryFrom), at(VacancyColumn::Description)},
                  QLocale(u"ru_RU"_s));
    const table::Cells cells = test::vacancyCells({{VacancyColumn::Vacancy, u"1-2 <b>"_s},
                                                   {VacancyColumn::SalaryFrom, 1234567.5},
                                                   {VacancyColumn::Description, u"say \"hi\"\n\tthere"_s}});
    copy.add(std::span(&cells, 1));
    const auto data = copy.take();
    QCOMPARE(data->text(),
             u"Vacancy\tSalary from\tDescription\n1-2 <b>\t1234567,5\t\"say \"\"hi\"\"\n\tthere\"\n"_s);
    QVERIFY(data->html().contains(u"<td style=\"mso-number-format:'\\@'\">1-2 &lt;b&gt;</td>"_s));
    QVERIFY(data->html().contains(u"<td>1234567,5</td>"_s));
}

void TestCellFormat::readingTextIsEscaped()
{
    const RowText text(table::vacancySchema());
    const QString html = text.html(test::vacancyCells(
        {{VacancyColumn::Vacancy, u"<img src=x>"_s},
         {VacancyColumn::Employer, u"A & B"_s},
         {VacancyColumn::SalaryFrom, 1000.0},
         {VacancyColumn::Currency, u"RUR"_s},
         {VacancyColumn::SalaryGross, true},
         {VacancyColumn::Description, u"<script>x</script>\nSee https://jobs.example/a?b=1&c=2."_s}}));
    QVERIFY(!html.contains(u"<img"_s) && !html.contains(u"<script"_s));
    QVERIFY(html.contains(u"A &amp; B"_s));
    QVERIFY(html.contains(u"before tax"_s));
    QVERIFY2(html.contains(u"<a href=\"https://jobs.example/a?b=1&amp;c=2\">"_s), qPrintable(html));
}

void TestCellFormat::links_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWeb");
    QTest::newRow("https") << u"https://jobs.example/1"_s << true;
    QTest::newRow("http") << u" http://jobs.example "_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("relative") << u"/vacancy/1"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestCellFormat::links()
{
    QFETCH(QString, text);
    QTEST(RowText::webAddress(text).isValid(), "isWeb");
}

QTEST_GUILESS_MAIN(TestCellFormat)
#include "tst_cellformat.moc"
