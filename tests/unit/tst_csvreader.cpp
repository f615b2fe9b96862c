// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/text/csvreader.h"

#include "encoding/encoder.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using namespace linnet::imports;
using namespace Qt::Literals::StringLiterals;

/// Tables with separators, read row by row.
class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void goesOnAnywhere_data();
    void goesOnAnywhere();
    void unclosedMark();
    void longLine();
    void tooLongLine();
    void nulBytes();
    void mixedEncodings();
    void encodings_data();
    void encodings();
    void separators_data();
    void separators();
};

namespace {

/// Gives a few bytes at a time, so that every byte is at the edge of a piece once.
class Dribble : public QIODevice
{
public:
    Dribble(QByteArray bytes, qint64 most)
        : m_bytes(std::move(bytes))
        , m_most(most)
    {
        open(ReadOnly | Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        const qint64 count = std::min({largest, m_most, qint64(m_bytes.size() - m_at)});
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_most;
    qint64 m_at = 0;
};

struct Read
{
    QStringList rows; ///< "1:a|b", the line and the cells
    QStringList remarks;
    QList<RecordPlace> places;
};

Read readAll(const QByteArray &bytes, const TextShape &shape, const RecordPlace &from = {}, qint64 piece = 7)
{
    Dribble device(bytes.sliced(from.offset), piece);
    CsvReader reader(device, shape, from);
    Read read;
    SourceRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return read;
        QStringList cells;
        for (const table::Value &cell : row.cells)
            cells.append(table::isNull(cell) ? u"-"_s : table::toText(cell));
        read.rows.append(QString::number(row.line) + u':' +
                         (row.fault.isEmpty() ? cells.join(u'|') : u"!"_s + row.fault));
        if (!row.remark.isEmpty())
            read.remarks.append(QString::number(row.line) + u':' + row.remark);
        read.places.append(reader.place());
    }
}

QByteArray encoded(const QString &text, const char *name)
{
    encoding::Encoder encoder(name);
    std::string bytes;
    for (const uint point : text.toUcs4())
        encoder.append(point, bytes);
    return QByteArray::fromStdString(bytes);
}

QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

} // namespace

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("plain") << "a,b\r\nc,d\r\n"_ba << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("no break at the end") << "a,b\nc,d"_ba << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("old Mac") << "a,b\rc,d\r"_ba << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("quoted") << "\"a\"\"b\",\"c,d\"\n"_ba << QStringList{u"1:a\"b|c,d"_s};
    QTest::newRow("line breaks") << "\"a\nb\",c\nd,e\n"_ba << QStringList{u"1:a\nb|c"_s, u"3:d|e"_s};
    QTest::newRow("CR LF within") << "\"a\r\nb\",c\r\nd,e"_ba << QStringList{u"1:a\r\nb|c"_s, u"3:d|e"_s};
    QTest::newRow("empty cells") << ",a,\n\"\",b,\"\"\n"_ba << QStringList{u"1:-|a|-"_s, u"2:-|b|-"_s};
    QTest::newRow("blank lines") << "a\n\n\n,\nb\n"_ba << QStringList{u"1:a"_s, u"5:b"_s};
    QTest::newRow("mark within") << "a\"b,c\n"_ba << QStringList{u"1:a\"b|c"_s};
    QTest::newRow("behind the mark") << "\"a\"b,c\n"_ba << QStringList{u"1:ab|c"_s};
    QTest::newRow("ragged") << "a,b\nc\nd,e,f\n"_ba << QStringList{u"1:a|b"_s, u"2:c"_s, u"3:d|e|f"_s};
    QTest::newRow("blanks stay") << " a ,b\n"_ba << QStringList{u"1: a |b"_s};
    QTest::newRow("nothing") << ""_ba << QStringList();
    QTest::newRow("Cyrillic") << "вакансия,город\n"_ba << QStringList{u"1:вакансия|город"_s};
}

void TestCsvReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rows);
    for (const qint64 piece : {1, 2, 3, 1000})
        QCOMPARE(readAll(bytes, {}, {}, piece).rows, rows);
    const QByteArray wide = utf16(QString::fromUtf8(bytes));
    QCOMPARE(readAll(wide, {.encoding = "UTF-16LE", .mark = 2}).rows, rows);
}

void TestCsvReader::goesOnAnywhere_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("UTF-8") << "UTF-8"_ba;
    QTest::newRow("windows-1251") << "windows-1251"_ba;
    QTest::newRow("UTF-16LE") << "UTF-16LE"_ba;
}

/// What comes after a place does not depend on what was read before.
void TestCsvReader::goesOnAnywhere()
{
    QFETCH(QByteArray, encoding);
    const QString text = u"имя,\"a\nb\"\r\nда,нет\n\"\"\"\",𝄞\n\nx,\"\"\nпоследняя,z"_s;
    TextShape shape{.encoding = encoding};
    QByteArray bytes = text.toUtf8();
    if (shape.isWide()) {
        bytes = utf16(text);
        shape.mark = 2;
    } else if (!shape.isUtf8()) {
        bytes = encoded(QString(text).remove(u"𝄞"_s), encoding.constData());
    }
    const Read whole = readAll(bytes, shape);
    QCOMPARE(whole.rows.size(), 5);
    for (qsizetype i = 0; i < whole.places.size(); ++i)
        QCOMPARE(readAll(bytes, shape, whole.places[i]).rows, whole.rows.sliced(i + 1));
}

/// It costs its line, not the rest.
void TestCsvReader::unclosedMark()
{
    const Read read = readAll("a,b\n\"c,d\ne,f\ng,h\n", {});
    QCOMPARE(read.rows.size(), 4);
    QVERIFY(read.rows[1].startsWith(u"2:!"));
    QCOMPARE(read.rows[2], u"3:e|f"_s);
    QCOMPARE(read.rows[3], u"4:g|h"_s);
}

void TestCsvReader::longLine()
{
    const QByteArray cell(10 * 1024 * 1024, 'x');
    const Read read = readAll("a,b\n" + cell + ",c\nd,e\n", {}, {}, 100'000);
    QCOMPARE(read.rows.size(), 3);
    QCOMPARE(read.rows[1].size(), cell.size() + 4);
    QCOMPARE(read.rows[2], u"3:d|e"_s);
}

void TestCsvReader::tooLongLine()
{
    const QByteArray cell(CsvReader::LargestRecord + 1'000'000, 'x');
    const QByteArray bytes = "a,b\n" + cell + ",c\nd,e\n";
    const Read read = readAll(bytes, {}, {}, 1'000'000);
    QCOMPARE(read.rows.size(), 3);
    QVERIFY(read.rows[1].startsWith(u"2:!"));
    QCOMPARE(read.rows[2], u"3:d|e"_s);
    QCOMPARE(read.places[2].offset, bytes.size());
}

void TestCsvReader::nulBytes()
{
    const Read read = readAll(QByteArray("a,b\nc\0x,d\n", 11), {});
    QCOMPARE(read.rows, (QStringList{u"1:a|b"_s, u"2:cx|d"_s}));
    QCOMPARE(read.remarks.size(), 1);
    QVERIFY(read.remarks[0].startsWith(u"2:"));
}

/// One line of another encoding is read as what it is, and named.
void TestCsvReader::mixedEncodings()
{
    const QByteArray other = encoded(u"Слесарь,завод"_s, "windows-1251");
    const QByteArray bytes = QByteArray("Повар,кафе\nШвея,фабрика\n") + other + "\nГрузчик,склад\n";
    const TextShape shape = TextShape::ofBytes(bytes);
    QCOMPARE(shape.encoding, "UTF-8"_ba);
    const Read read = readAll(bytes, shape);
    QCOMPARE(read.rows[2], u"3:Слесарь|завод"_s);
    QCOMPARE(read.rows[3], u"4:Грузчик|склад"_s);
    QCOMPARE(read.remarks.size(), 1);
    QVERIFY(read.remarks[0].startsWith(u"3:"));
}

void TestCsvReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<qint64>("mark");
    const QString text = u"Должность;Зарплата\nАналитик данных;100000\nСлесарь-ремонтник;90000\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << "UTF-8"_ba << qint64(0);
    QTest::newRow("with mark") << "\xEF\xBB\xBF" + text.toUtf8() << "UTF-8"_ba << qint64(3);
    QTest::newRow("UTF-16") << utf16(text) << "UTF-16LE"_ba << qint64(2);
    QTest::newRow("UTF-16 without mark")
        << utf16(u"url,status\nhttps://a.example/,200\n"_s).sliced(2) << "UTF-16LE"_ba << qint64(0);
    QTest::newRow("windows-1251") << encoded(text, "windows-1251") << "windows-1251"_ba << qint64(0);
    QTest::newRow("KOI8-R") << encoded(text, "KOI8-R") << "KOI8-R"_ba << qint64(0);
}

void TestCsvReader::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, encoding);
    QFETCH(qint64, mark);
    const TextShape shape = TextShape::ofBytes(bytes);
    QCOMPARE(shape.encoding, encoding);
    QCOMPARE(shape.mark, mark);
    // A letter that the end of what is looked at cuts changes nothing.
    if (!shape.isWide())
        QCOMPARE(TextShape::ofBytes(QByteArrayView(bytes).chopped(1)).encoding, encoding);
}

void TestCsvReader::separators_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << "a,b\nc,d\n"_ba << ',';
    QTest::newRow("semicolon, decimal comma") << "name;pay;area\nA;1,5;X\nB;2,5;Y\n"_ba << ';';
    QTest::newRow("tab") << "a\tb\n1,2\t3\n"_ba << '\t';
    QTest::newRow("bar") << "a|b|c\n1|2|3\n"_ba << '|';
    QTest::newRow("Excel says it") << "sep=;\na,b,c;d\n"_ba << ';';
    QTest::newRow("title above") << "Vacancies of May\n\na;b;c\n1;2;3\n4;5;6\n"_ba << ';';
    QTest::newRow("texts with commas") << "name;text\nA;\"one, two, three\"\nB;\"four, five\"\n"_ba << ';';
    QTest::newRow("one column") << "url\nhttps://a.example/\n"_ba << ',';
}

void TestCsvReader::separators()
{
    QFETCH(QByteArray, text);
    QFETCH(char, separator);
    QCOMPARE(CsvReader::separatorOf(text), separator);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
