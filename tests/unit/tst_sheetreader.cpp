// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/sheetreader.h"

#include "support/zipped.h"

#include <QBuffer>
#include <QTest>

using namespace linnet;
using namespace linnet::imports;
using namespace Qt::Literals::StringLiterals;

/// Sheets of Excel workbooks, and archives that are none or are made to harm.
class TestSheetReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void goesOnAnywhere();
    void sheets();
    void dateCodes_data();
    void dateCodes();
    void dates_data();
    void dates();
    void columns();
    void refuses_data();
    void refuses();
    void damagedAnywhere();
};

namespace {

struct Read
{
    QStringList rows; ///< "2:a|b", the number and the cells
    Error error;
    QList<RecordPlace> places;
};

Read readAll(const QByteArray &bytes, const QString &name = {}, const RecordPlace &from = {})
{
    Read read;
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    const auto book = Workbook::open(std::move(device));
    if (!book) {
        read.error = book.error();
        return read;
    }
    const auto sheet = (*book)->sheet(name);
    const auto reader = sheet ? SheetReader::open(**book, *sheet, from) : std::unexpected(sheet.error());
    if (!reader) {
        read.error = reader.error();
        return read;
    }
    SourceRow row;
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            read.error = more.error();
        if (!more || !*more)
            return read;
        QStringList cells;
        for (const table::Value &cell : row.cells)
            cells.append(table::toText(cell));
        read.rows.append(QString::number(row.line) + u':' +
                         (row.fault.isEmpty() ? cells.join(u'|') : u"!"_s));
        read.places.append((*reader)->place());
    }
}

QByteArray sheetOf(const QByteArray &rows, const QByteArray &styles = {}, const QByteArray &strings = {},
                   const QByteArray &properties = {})
{
    test::WorkbookParts parts;
    parts.sheets = {rows};
    parts.styles = styles;
    parts.sharedStrings = strings;
    parts.properties = properties;
    return test::workbook(parts);
}

const QByteArray DateStyles =
    R"(<numFmts><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/></numFmts>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>)";

} // namespace

void TestSheetReader::cells_data()
{
    QTest::addColumn<QByteArray>("book");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &book, const QStringList &rows) {
        QTest::newRow(name) << book << rows;
    };
    row("numbers", sheetOf(R"(<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2.5</v></c></row>)"),
        {u"1:1||2.5"_s});
    row("without references", sheetOf("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        {u"1:1|2"_s, u"2:3"_s});
    row("shared texts",
        sheetOf(R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>)", {},
                "<si><t>a</t></si><si><r><t>Лин</t></r><r><t xml:space=\"preserve\">нет </t></r>"
                "<rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si>"),
        {u"1:Линнет |a"_s});
    row("text that is not there", sheetOf(R"(<row r="3"><c r="A3" t="s"><v>7</v></c></row>)"), {u"3:!"_s});
    row("texts in the cell",
        sheetOf(R"(<row r="2"><c r="A2" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>)"), {u"2:a\rb"_s});
    row("yes and no", sheetOf(R"(<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>)"),
        {u"1:true|false"_s});
    row("formula by its last value",
        sheetOf(R"(<row r="1"><c><f>A2+1</f><v>8</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>)"),
        {u"1:8|ab"_s});
    row("an error", sheetOf(R"(<row r="1"><c t="e"><v>#N/A</v></c></row>)"), {u"1:#N/A"_s});
    row("dates",
        sheetOf(
            R"(<row r="1"><c s="1"><v>46380</v></c><c s="2"><v>46380.75</v></c><c><v>46380</v></c></row>)",
            DateStyles),
        {u"1:2026-12-24|2026-12-24T18:00:00|46380"_s});
    row("from 1904",
        sheetOf(R"(<row r="1"><c s="1"><v>44918</v></c></row>)", DateStyles, {}, "date1904=\"1\""),
        {u"1:2026-12-24"_s});
    row("without styles", sheetOf(R"(<row r="1"><c s="1"><v>46380</v></c></row>)"), {u"1:46380"_s});
    row("blank rows are no rows", sheetOf(R"(<row r="1"/><row r="5"><c r="B5"><v>1</v></c></row>)"),
        {u"5:|1"_s});
    test::WorkbookParts merged;
    merged.sheets = {
        R"(<row r="1"><c r="A1"><v>7</v></c><c r="B1"/></row><row r="2"><c r="B2"><v>8</v></c></row>)"};
    merged.afterSheetData = R"(<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>)";
    row("merged", test::workbook(merged), {u"1:7"_s, u"2:|8"_s});
    row("a column that no sheet has", sheetOf(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)"), {u"1:!"_s});
}

void TestSheetReader::cells()
{
    QFETCH(QByteArray, book);
    QFETCH(QStringList, rows);
    const Read read = readAll(book);
    QVERIFY2(read.error.reason == Reason::None, qPrintable(read.error.detail));
    QCOMPARE(read.rows, rows);
}

void TestSheetReader::goesOnAnywhere()
{
    QByteArray rows;
    for (int i = 1; i <= 20; ++i)
        rows +=
            "<row r=\"" + QByteArray::number(2 * i) + "\"><c><v>" + QByteArray::number(i) + "</v></c></row>";
    const QByteArray book = sheetOf(rows);
    const Read whole = readAll(book);
    QCOMPARE(whole.rows.size(), 20);
    for (qsizetype i = 0; i < whole.places.size(); ++i)
        QCOMPARE(readAll(book, {}, whole.places[i]).rows, whole.rows.sliced(i + 1));
}

/// The first that can be seen, or the one that is named.
void TestSheetReader::sheets()
{
    test::WorkbookParts parts;
    parts.sheetList =
        R"(<sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/>)"
        R"(<sheet name="Данные" sheetId="2" r:id="rId2"/><sheet name="More" sheetId="3" r:id="rId3"/>)";
    for (const char *number : {"1", "2", "3"})
        parts.sheets.append("<row><c><v>" + QByteArray(number) + "</v></c></row>");
    const QByteArray book = test::workbook(parts);
    QCOMPARE(readAll(book).rows, QStringList{u"1:2"_s});
    QCOMPARE(readAll(book, u"more"_s).rows, QStringList{u"1:3"_s});
    QCOMPARE(readAll(book, u"Hidden"_s).rows, QStringList{u"1:1"_s});
    const Read none = readAll(book, u"Nowhere"_s);
    QCOMPARE(none.error.reason, Reason::BadValue);
    QVERIFY(none.error.detail.contains(u"Данные"));
}

void TestSheetReader::dateCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isDate");
    QTest::newRow("day first") << u"dd.mm.yyyy"_s << true;
    QTest::newRow("time") << u"h:mm"_s << true;
    QTest::newRow("elapsed") << u"[h]:mm:ss"_s << true;
    QTest::newRow("language") << u"[$-419]d mmmm yyyy"_s << true;
    QTest::newRow("general") << u"General"_s << false;
    QTest::newRow("number") << u"# ##0.00"_s << false;
    QTest::newRow("words") << u"0 \"days\""_s << false;
    QTest::newRow("currency") << u"#,##0.00\\ \"руб.\";[Red]-#,##0.00"_s << false;
    QTest::newRow("exponent") << u"0.00E+00"_s << false;
    QTest::newRow("colour") << u"[Red]0"_s << false;
}

void TestSheetReader::dateCodes()
{
    QFETCH(QString, code);
    QFETCH(bool, isDate);
    QCOMPARE(CellFormats::isDateCode(code), isDate);
}

void TestSheetReader::dates_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<bool>("is1904");
    QTest::addColumn<QString>("text");
    QTest::newRow("first") << 1.0 << false << u"1900-01-01"_s;
    QTest::newRow("before the day that never was") << 59.0 << false << u"1900-02-28"_s;
    QTest::newRow("after it") << 61.0 << false << u"1900-03-01"_s;
    QTest::newRow("time only") << 0.5 << false << u"12:00:00"_s;
    QTest::newRow("a second before midnight") << 46380.999988426 << false << u"2026-12-24T23:59:59"_s;
    QTest::newRow("rounded up to midnight") << 46380.9999999 << false << u"2026-12-25"_s;
    QTest::newRow("1904") << 0.0 << true << u"1904-01-01"_s;
    QTest::newRow("negative") << -1.0 << false << QString();
    QTest::newRow("too late") << 3e6 << false << QString();
}

void TestSheetReader::dates()
{
    QFETCH(double, serial);
    QFETCH(bool, is1904);
    QFETCH(QString, text);
    QCOMPARE(CellFormats::dateText(serial, is1904), text);
}

void TestSheetReader::columns()
{
    for (const auto &[name, column] :
         {std::pair(u"A"_s, 0), std::pair(u"Z"_s, 25), std::pair(u"AA"_s, 26), std::pair(u"XFD"_s, 16'383)}) {
        QCOMPARE(SheetReader::columnOf(name + u"12"_s), column);
        QCOMPARE(SheetReader::columnName(column), name);
    }
    QCOMPARE(SheetReader::columnOf(u"12"), -1);
}

void TestSheetReader::refuses_data()
{
    QTest::addColumn<QByteArray>("book");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("no archive") << "PK\x03\x04 and nothing more"_ba << Reason::BadFile;
    QTest::newRow("no workbook") << test::zipped({{"readme.txt", "hello"}}) << Reason::BadFile;
    QTest::newRow("OpenDocument") << test::zipped(
                                         {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})
                                  << Reason::BadFile;
    QTest::newRow("bomb") << sheetOf("<row r=\"1\"><c><v>" + QByteArray(100'000'000, '0') + "</v></c></row>")
                          << Reason::Bomb;
    QList<QPair<QByteArray, QByteArray>> many;
    for (int i = 0; i < 10'001; ++i)
        many.append({"f" + QByteArray::number(i), {}});
    QTest::newRow("ten thousand files") << test::zipped(many) << Reason::Bomb;
    QTest::newRow("nested") << sheetOf(QByteArray("<a>").repeated(1000)) << Reason::BadFile;
    QTest::newRow("broken XML") << sheetOf("<row><c></row>") << Reason::BadFile;
    auto entity =
        test::zipped({{"xl/workbook.xml",
                       "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>"},
                      {"xl/_rels/workbook.xml.rels", "<Relationships/>"}});
    QTest::newRow("entity") << entity << Reason::BadFile;
}

void TestSheetReader::refuses()
{
    QFETCH(QByteArray, book);
    QFETCH(Reason, reason);
    const Read read = readAll(book);
    QVERIFY(read.rows.isEmpty());
    QCOMPARE(read.error.reason, reason);
    QVERIFY(!read.error.detail.isEmpty());
}

/// Cut or changed in any place, it is read or refused, never more.
void TestSheetReader::damagedAnywhere()
{
    const QByteArray book =
        sheetOf(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", DateStyles, "<si><t>a</t></si>");
    QCOMPARE(readAll(book).rows, QStringList{u"1:a"_s});
    for (qsizetype at = 0; at < book.size(); at += 3) {
        const Read cut = readAll(book.first(at));
        QVERIFY(cut.error.reason != Reason::None || cut.rows == readAll(book).rows); // a comment's length
        QByteArray changed = book;
        changed[at] = char(changed[at] ^ 0x55);
        const Read read = readAll(changed);
        QVERIFY(read.rows.size() <= 1);
    }
}

QTEST_GUILESS_MAIN(TestSheetReader)
#include "tst_sheetreader.moc"
