// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/jsonwriter.h"

#include "support/hostiletexts.h"
#include "support/python.h"

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
constexpr Column Skills{"skills"_L1, ColumnType::List, "Skills", nullptr};

using Layout = JsonWriter::Layout;

QByteArray written(Layout layout, const QList<const Column *> &columns, const std::vector<Cells> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    JsonWriter writer(buffer, layout);
    bool good = writer.begin(columns).has_value();
    for (const Cells &row : rows)
        good = good && writer.row(table::ViewedCells(row).views());
    good = good && writer.end();
    return good && writer.bytes() == buffer.size() ? buffer.data() : QByteArray("failed");
}

QByteArray value(const Value &cell)
{
    const QByteArray bytes = written(Layout::Lines, {&Name}, {{cell}});
    return bytes.mid(8, bytes.size() - 10); // {"name": … }\n
}

} // namespace

Q_DECLARE_METATYPE(linnet::table::Value)

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void values_data();
    void values();
    void readBack_data();
    void readBack();
};

void TestJsonWriter::whole()
{
    const std::vector<Cells> rows{{u"Аналитик"_s, 100000.0, u"SQL;Python"_s}, {Value(), 0.5, Value()}};
    const QByteArray first = u"{\"name\":\"Аналитик\",\"pay\":100000,\"skills\":\"SQL;Python\"}"_s.toUtf8();
    const QByteArray second = "{\"name\":null,\"pay\":0.5,\"skills\":null}";
    QCOMPARE(written(Layout::Array, {&Name, &Pay, &Skills}, rows), "[\n" + first + ",\n" + second + "\n]\n");
    QCOMPARE(written(Layout::Lines, {&Name, &Pay, &Skills}, rows), first + "\n" + second + "\n");
    QCOMPARE(written(Layout::Array, {&Name}, {}), "[]\n");
    QCOMPARE(written(Layout::Lines, {&Name}, {}), "");
}

void TestJsonWriter::values_data()
{
    QTest::addColumn<Value>("cell");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *name, const Value &cell, const QByteArray &expected) {
        QTest::newRow(name) << cell << expected;
    };
    add("null", Value(), "null");
    add("empty text", u""_s, "\"\"");
    add("true", true, "true");
    add("whole", qint64(-42), "-42");
    add("largest", std::numeric_limits<qint64>::max(), "9223372036854775807");
    add("whole real", 150000.0, "150000");
    add("real", 0.1, "0.1");
    add("huge", 1e300, "1e+300");
    add("not a number", std::numeric_limits<double>::quiet_NaN(), "null");
    add("infinite", std::numeric_limits<double>::infinity(), "null");
    add("formula stays", u"=1+1"_s, "\"=1+1\"");
    add("short escapes", u"\"\\\b\f\n\r\t"_s, R"("\"\\\b\f\n\r\t")");
    add("control", u"\0\u001F\u007F"_s, "\"\\u0000\\u001f\x7F\"");
    add("slash and separator", u"</\u2028"_s, u"\"</\u2028\""_s.toUtf8());
    add("emoji", u"\U0001F600"_s, "\"\xF0\x9F\x98\x80\"");
    add("lone surrogate", QString(QChar(0xD800)) + u'a', u"\"\uFFFDa\""_s.toUtf8());
}

void TestJsonWriter::values()
{
    QFETCH(Value, cell);
    QTEST(value(cell), "expected");
}

void TestJsonWriter::readBack_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<QString>("word");
    QTest::newRow("array") << Layout::Array << u"array"_s;
    QTest::newRow("lines") << Layout::Lines << u"lines"_s;
}

void TestJsonWriter::readBack()
{
    if (const QString missing = test::pythonMissing(u"json"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFETCH(Layout, layout);
    QFETCH(QString, word);
    std::vector<Cells> rows;
    QJsonArray expected;
    for (const QString &text : test::hostileTexts()) {
        rows.push_back({text, 0.1, qint64(7)});
        expected.append(QJsonArray{QJsonArray{u"name"_s, u"str"_s, text},
                                   QJsonArray{u"pay"_s, u"float"_s, 0.1},
                                   QJsonArray{u"skills"_s, u"int"_s, 7}});
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"out.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(written(layout, {&Name, &Pay, &Skills}, rows));
    file.close();
    const QJsonArray read = test::runPython(u"read_json.py"_s, {file.fileName(), word});
    QCOMPARE(read.size(), expected.size());
    for (qsizetype i = 0; i < read.size(); ++i)
        QCOMPARE(read.at(i), expected.at(i));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
