// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/csvwriter.h"

#include "exports/table/formulaguard.h"
#include "support/hostiletexts.h"
#include "support/python.h"
#include "table/vacancyschema.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using table::Cells;
using table::Column;
using table::ColumnType;
using table::Value;

namespace {

constexpr Column Name{"name"_L1, ColumnType::Text, "Name", nullptr};
constexpr Column Pay{"pay"_L1, ColumnType::Real, "Pay", nullptr};
const QByteArray Bom = "\xEF\xBB\xBF";

const CsvStyle Standard = CsvStyle::standard();
const CsvStyle ExcelRu = CsvStyle::excelRu();
const CsvStyle ExcelEn = CsvStyle::excelEn();
const CsvStyle Tsv = CsvStyle::tsv();

QByteArray written(const CsvStyle &style, const QList<const Column *> &columns,
                   const std::vector<Cells> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, style);
    bool good = writer.begin(columns).has_value();
    for (const Cells &row : rows)
        good = good && writer.row(table::ViewedCells(row).views());
    good = good && writer.end();
    return good && writer.bytes() == buffer.size() ? buffer.data() : QByteArray("failed");
}

/// The bytes of one field: a row of it and of an empty one, without header, separator and line end.
QByteArray field(const CsvStyle &style, const Value &value)
{
    const QByteArray bytes = written(style, {&Name, &Pay}, {{value, Value()}});
    const qsizetype start = bytes.indexOf('\n') + 1;
    const qsizetype tail = style.carriageReturn ? 3 : 2;
    return bytes.mid(start, bytes.size() - start - tail);
}

/// A device that takes some bytes and then has no room.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(WriteOnly);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 bytes) override
    {
        m_room -= bytes;
        if (m_room >= 0)
            return bytes;
        setErrorString(u"no room"_s);
        return -1;
    }

private:
    qint64 m_room;
};

} // namespace

Q_DECLARE_METATYPE(linnet::table::Value)

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void field_data();
    void field();
    void guard_data();
    void guard();
    void guardNotice();
    void emptyLine();
    void noRows();
    void loneSurrogates();
    void cellsOfExcel_data();
    void cellsOfExcel();
    void asShown();
    void readBack_data();
    void readBack();
    void fullDevice();
};

void TestCsvWriter::whole()
{
    const std::vector<Cells> rows{{u"Аналитик"_s, 100000.0}, {Value(), 0.5}, {u"a;b,c"_s, Value()}};
    const QByteArray analyst = u"Аналитик"_s.toUtf8();
    QCOMPARE(written(Standard, {&Name, &Pay}, rows),
             "name,pay\r\n" + analyst + ",100000\r\n,0.5\r\n\"a;b,c\",\r\n");
    QCOMPARE(written(ExcelRu, {&Name, &Pay}, rows),
             Bom + "name;pay\r\n" + analyst + ";100000\r\n;0,5\r\n\"a;b,c\";\r\n");
    QCOMPARE(written(ExcelEn, {&Name, &Pay}, rows),
             Bom + "name,pay\r\n" + analyst + ",100000\r\n,0.5\r\n\"a;b,c\",\r\n");
    QCOMPARE(written(Tsv, {&Name, &Pay}, rows), "name\tpay\n" + analyst + "\t100000\n\t0.5\na;b,c\t\n");
}

void TestCsvWriter::field_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("standard");
    QTest::addColumn<QByteArray>("ru");
    QTest::addColumn<QByteArray>("en");
    QTest::addColumn<QByteArray>("tsv");
    const auto add = [](const char *name, const Value &value, const QByteArray &standard,
                        const QByteArray &ru, const QByteArray &en, const QByteArray &tsv) {
        QTest::newRow(name) << value << standard << ru << en << tsv;
    };
    const auto same = [&add](const char *name, const Value &value, const QByteArray &all) {
        add(name, value, all, all, all, all);
    };
    same("null", Value(), "");
    same("empty", u""_s, "");
    same("true", true, "true");
    same("false", false, "false");
    same("zero", qint64(0), "0");
    same("negative number", qint64(-5), "-5");
    same("largest", std::numeric_limits<qint64>::max(), "9223372036854775807");
    same("whole real", 100000.0, "100000");
    same("minus zero", -0.0, "0");
    add("tenth", 0.1, "0.1", "0,1", "0.1", "0.1");
    add("negative real", -1.5, "-1.5", "-1,5", "-1.5", "-1.5");
    add("sum", 0.1 + 0.2, "0.30000000000000004", "0,30000000000000004", "0.30000000000000004",
        "0.30000000000000004");
    same("huge", 1e300, "1e+300");
    add("tiny", 1.5e-300, "1.5e-300", "1,5e-300", "1.5e-300", "1.5e-300");
    same("not a number", std::numeric_limits<double>::quiet_NaN(), "");
    same("infinite", -std::numeric_limits<double>::infinity(), "");
    same("text like a number", u"0.1"_s, "0.1");
    same("leading zeros", u"007"_s, "007");
    same("quotes", u"say \"hi\""_s, "\"say \"\"hi\"\"\"");
    same("only a quote", u"\""_s, "\"\"\"\"");
    same("line feed", u"a\nb"_s, "\"a\nb\"");
    same("carriage return", u"a\rb"_s, "\"a\rb\"");
    same("blanks", u" a "_s, " a ");
    add("NUL", u"a\0b"_s, QByteArray("a\0b", 3), "ab", "ab", QByteArray("a\0b", 3)); // Excel would end there
    same("emoji", u"\U0001F600"_s, "\xF0\x9F\x98\x80");
    same("mark inside", u"a\uFEFF"_s, "a\xEF\xBB\xBF");
    add("comma", u"a,b"_s, "\"a,b\"", "a,b", "\"a,b\"", "a,b");
    add("list", u"SQL;Python"_s, "SQL;Python", "\"SQL;Python\"", "SQL;Python", "SQL;Python");
    add("tab", u"a\tb"_s, "a\tb", "a\tb", "a\tb", "\"a\tb\"");
    add("formula", u"=1+1"_s, "=1+1", "'=1+1", "'=1+1", "=1+1");
    add("quoted formula", u"=A1&\"x\""_s, "\"=A1&\"\"x\"\"\"", "\"'=A1&\"\"x\"\"\"", "\"'=A1&\"\"x\"\"\"",
        "\"=A1&\"\"x\"\"\"");
    add("phone", u"+7 999"_s, "+7 999", "'+7 999", "'+7 999", "+7 999");
    add("text minus five", u"-5"_s, "-5", "'-5", "'-5", "-5");
    add("leading break", u"\na"_s, "\"\na\"", "\"'\na\"", "\"'\na\"", "\"\na\"");
}

void TestCsvWriter::field()
{
    QFETCH(Value, value);
    QTEST(::field(Standard, value), "standard");
    QTEST(::field(ExcelRu, value), "ru");
    QTEST(::field(ExcelEn, value), "en");
    QTEST(::field(Tsv, value), "tsv");
}

void TestCsvWriter::guard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("formula");
    for (const char16_t start : u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s.toStdU16String()) {
        const QString name = QString::number(start, 16);
        QTest::addRow("U+%s", qPrintable(name)) << QString(QChar(start)) + u'1' << true;
        QTest::addRow("blank, U+%s", qPrintable(name)) << u" \u00A0"_s + QChar(start) << true;
        QTest::addRow("NUL, U+%s", qPrintable(name)) << u"\0"_s + QChar(start) << true;
        QTest::addRow("byte order mark, U+%s", qPrintable(name)) << u"\uFEFF"_s + QChar(start) << true;
        QTest::addRow("behind text, U+%s", qPrintable(name)) << u"a"_s + QChar(start) << false;
    }
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("blanks") << u"   "_s << false;
    QTest::newRow("number") << u"1-2"_s << false;
    QTest::newRow("apostrophe") << u"'=1"_s << false;
}

void TestCsvWriter::guard()
{
    QFETCH(QString, text);
    QFETCH(bool, formula);
    QCOMPARE(looksLikeFormula(text), formula);
    QCOMPARE(::field(ExcelRu, text).contains('\''), formula || text.contains(u'\''));
    QCOMPARE(::field(Standard, text).contains('\''), text.contains(u'\''));
}

void TestCsvWriter::guardNotice()
{
    for (const CsvStyle &style : {ExcelEn, Standard, Tsv}) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, style);
        QVERIFY(writer.begin({&Name, &Pay}));
        QVERIFY(writer.row(table::ViewedCells({u"=1"_s, -1.0}).views()));
        QVERIFY(writer.row(table::ViewedCells({u"-1"_s, Value()}).views()));
        QVERIFY(writer.end());
        QCOMPARE(writer.notices().size(), style.forExcel ? 1 : 0);
        if (style.forExcel)
            QVERIFY(writer.notices().at(0).startsWith(u"2 "_s));
    }
}

void TestCsvWriter::emptyLine()
{
    // A line with nothing would be read as no row.
    QCOMPARE(written(Standard, {&Name}, {{Value()}, {u""_s}, {u"a"_s}}), "name\r\n\"\"\r\n\"\"\r\na\r\n");
}

void TestCsvWriter::noRows()
{
    QCOMPARE(written(ExcelRu, {&Name, &Pay}, {}), Bom + "name;pay\r\n");
}

void TestCsvWriter::loneSurrogates()
{
    const QString text = u"a"_s + QChar(0xD83D) + u"b\U0001F600"_s + QChar(0xDE00);
    QCOMPARE(::field(Standard, text), u"a\uFFFDb\U0001F600\uFFFD"_s.toUtf8());
    // The repair of one text does not touch the next.
    QCOMPARE(written(Standard, {&Name}, {{text}, {u"я"_s}}).right(4), u"я\r\n"_s.toUtf8());
}

void TestCsvWriter::cellsOfExcel_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell"); // for Excel
    QTest::addColumn<int>("notices");
    const QString mark = u"… (full text in the project)"_s;
    const qsizetype room = 32'767;
    const auto cut = [&](const QString &text, qsizetype units) {
        return text.first(units - mark.size()) + mark;
    };
    const QString fits(room, u'д');
    const QString over(40'000, u'д');
    const QString pairs = u"x"_s + u"😀"_s.repeated(20'000);
    QTest::newRow("fits") << fits << fits << 0;
    QTest::newRow("one too many") << fits + u'д' << cut(fits + u'д', room) << 1;
    QTest::newRow("long") << over << cut(over, room) << 1;
    QTest::newRow("no half of a pair") << pairs << cut(pairs, room - (room - mark.size() - 1) % 2) << 1;
    QTest::newRow("long formula") << u'=' + over << u'\'' + cut(u'=' + over, room - 1) << 2;
    QTest::newRow("NUL") << u"a\0b"_s << u"ab"_s << 1;
    QTest::newRow("escape") << u"a\u001b[0m"_s << u"a[0m"_s << 1;
    QTest::newRow("tab and breaks stay") << u"a\tb\nc\r\nd"_s << u"\"a\tb\nc\r\nd\""_s << 0;
}

/// Excel puts what does not fit into the rows below, and ends a file at NUL.
void TestCsvWriter::cellsOfExcel()
{
    QFETCH(const QString, text);
    QFETCH(const QString, cell);
    QFETCH(const int, notices);
    for (const CsvStyle &style : {ExcelRu, ExcelEn}) {
        QCOMPARE(::field(style, text), cell.toUtf8());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, style);
        QVERIFY(writer.begin({&Name}));
        QVERIFY(writer.row(table::ViewedCells({text}).views()));
        QVERIFY(writer.end());
        QCOMPARE(writer.notices().size(), notices);
    }
    // The standard form is of what is stored.
    const QByteArray whole = ::field(Standard, text);
    QVERIFY(whole == text.toUtf8() || whole == '"' + text.toUtf8() + '"');
}

void TestCsvWriter::asShown()
{
    CsvStyle shown = Tsv;
    shown.asShown = true;
    const QList<const Column *> columns{
        &table::vacancySchema().columns[size_t(table::VacancyColumn::State)],
        &table::vacancySchema().columns[size_t(table::VacancyColumn::Skills)]};
    QCOMPARE(written(shown, columns, {{u"listed"_s, u"SQL;R"_s}, {Value(), Value()}}),
             "Details\tSkills\nnot read yet\tSQL; R\n\t\n");
    QCOMPARE(written(Tsv, columns, {{u"listed"_s, u"SQL;R"_s}}), "state\tskills\nlisted\tSQL;R\n");
}

void TestCsvWriter::readBack_data()
{
    QTest::addColumn<CsvStyle>("style");
    QTest::newRow("standard") << Standard;
    QTest::newRow("excel-ru") << ExcelRu;
    QTest::newRow("excel-en") << ExcelEn;
    QTest::newRow("tsv") << Tsv;
}

void TestCsvWriter::readBack()
{
    if (const QString missing = test::pythonMissing(u"csv"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFETCH(CsvStyle, style);
    std::vector<Cells> rows;
    QJsonArray expected{QJsonArray{u"name"_s, u"pay"_s, u"name"_s}};
    for (const QString &text : test::hostileTexts()) {
        rows.push_back({text, 0.25, text});
        QString read = text;
        if (style.forExcel)
            read.removeIf([](QChar unit) {
                return unit.unicode() < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r';
            });
        const QString mark = u"… (full text in the project)"_s;
        if (style.forExcel && read.size() > 32'767)
            read = read.first(32'767 - mark.size()) + mark;
        if (style.forExcel && looksLikeFormula(text))
            read.prepend(u'\'');
        expected.append(QJsonArray{read, style.decimalComma ? u"0,25"_s : u"0.25"_s, read});
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(written(style, {&Name, &Pay, &Name}, rows));
    file.close();
    const QJsonArray read =
        test::runPython(u"read_csv.py"_s, {file.fileName(), QString(QLatin1Char(style.separator)),
                                           style.bom ? u"utf-8-sig"_s : u"utf-8"_s});
    QCOMPARE(read.size(), expected.size());
    for (qsizetype i = 0; i < read.size(); ++i)
        QCOMPARE(read.at(i), expected.at(i));
}

void TestCsvWriter::fullDevice()
{
    FullDevice device(600'000);
    CsvWriter writer(device, Standard);
    QVERIFY(writer.begin({&Name}));
    Result<void> result;
    int rows = 0;
    for (; result && rows < 100; ++rows)
        result = writer.row(table::ViewedCells({QString(40'000, u'x')}).views());
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Io);
    QCOMPARE(result.error().detail, u"no room"_s);
    QVERIFY(rows > 10 && rows < 30);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
