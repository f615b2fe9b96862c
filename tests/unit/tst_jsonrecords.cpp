// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonrecords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using Shape = JsonRecords::Shape;

Q_DECLARE_METATYPE(Shape)

/// Large JSON texts, taken apart record by record.
class TestJsonRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void stops_data();
    void stops();
    void goesOnAnywhere_data();
    void goesOnAnywhere();
    void agreesWithQt();
    void tooLarge();
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
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        const qint64 count = std::min({largest, m_most, qint64(m_bytes.size()) - m_at});
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

struct Found
{
    QByteArrayList records;
    QList<JsonRecords::Place> places; ///< behind each
    Error error;
};

Found allOf(const QByteArray &text, Shape shape, qint64 piece = 7,
            const JsonRecords::Place &from = JsonRecords::Place())
{
    Dribble device(text.sliced(from.offset), piece);
    JsonRecords records(device, shape, from);
    Found found;
    for (;;) {
        const auto next = records.next();
        if (!next)
            found.error = next.error();
        if (!next || next->isNull())
            return found;
        found.records.append(next->toByteArray());
        found.places.append(records.place());
    }
}

QJsonValue invented(QRandomGenerator &chance, int depth)
{
    static const QStringList texts{u"plain"_s, u"with \"quotes\" and \\ in it"_s, u"]}{["_s, u"\\"_s,
                                   QString(),  u"Ёлка\nи \u2028 строка"_s};
    switch (chance.bounded(depth > 3 ? 4 : 6)) {
    case 0:
        return chance.bounded(1000) / 8.0;
    case 1:
        return chance.bounded(2) == 0;
    case 2:
        return QJsonValue::Null;
    case 3:
        return texts[chance.bounded(texts.size())];
    case 4: {
        QJsonArray list;
        for (int i = chance.bounded(4); i > 0; --i)
            list.append(invented(chance, depth + 1));
        return list;
    }
    default: {
        QJsonObject object;
        for (int i = chance.bounded(4); i > 0; --i)
            object[texts[chance.bounded(texts.size())] + QString::number(i)] = invented(chance, depth + 1);
        return object;
    }
    }
}

/// The records of a text that is held whole.
void collect(const QJsonValue &value, QList<QJsonObject> &records)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &element : list) {
            if (element.isObject())
                records.append(element.toObject());
            else
                collect(element, records);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &member : object)
            collect(member, records);
    }
}

} // namespace

void TestJsonRecords::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("records");
    QTest::newRow("array") << "[{\"a\":1}, {\"a\":[{\"b\":\"]\"}]}]"_ba
                           << QByteArrayList{R"({"a":1})", R"({"a":[{"b":"]"}]})"};
    QTest::newRow("member") << R"({"meta":{"total":2,"tags":["x","{"]},"items":[{"a":1},{"a":2}]})"_ba
                            << QByteArrayList{R"({"a":1})", R"({"a":2})"};
    QTest::newRow("deep") << R"({"results":{"vacancies":[{"vacancy":{"id":"7"}}]}})"_ba
                          << QByteArrayList{R"({"vacancy":{"id":"7"}})"};
    QTest::newRow("two arrays") << R"({"a":[{"n":1}],"b":[[{"n":2}],{"n":3}]})"_ba
                                << QByteArrayList{R"({"n":1})", R"({"n":2})", R"({"n":3})"};
    QTest::newRow("escapes") << R"([{"a":"\\"},{"b":"\""},{"c":"\\\""}])"_ba
                             << QByteArrayList{R"({"a":"\\"})", R"({"b":"\""})", R"({"c":"\\\""})"};
    QTest::newRow("mark") << "\xEF\xBB\xBF[{}]"_ba << QByteArrayList{"{}"};
    QTest::newRow("nothing") << " \n "_ba << QByteArrayList();
    QTest::newRow("no objects") << R"([1, "two", null, true])"_ba << QByteArrayList();
    QTest::newRow("lines") << "\xEF\xBB\xBF{\"a\":1}\r\n\n{\"a\":\"b\\n\"}\n{\"a\":3}"_ba
                           << QByteArrayList{R"({"a":1})", R"({"a":"b\n"})", R"({"a":3})"};
    QTest::newRow("lines with bad ones")
        << "{\"a\":1}\n{\"a\":\n{\"a\":3}\n"_ba << QByteArrayList{R"({"a":1})", R"({"a":)", R"({"a":3})"};
}

void TestJsonRecords::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, records);
    const Shape shape = JsonRecords::shapeOf(text);
    QCOMPARE(shape, QByteArray(QTest::currentDataTag()).startsWith("lines") ? Shape::Lines : Shape::Arrays);
    for (qint64 piece = 1; piece <= text.size(); ++piece) {
        const Found found = allOf(text, shape, piece);
        QCOMPARE(found.error, Error());
        QCOMPARE(found.records, records);
    }
}

void TestJsonRecords::stops_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("where");
    QTest::newRow("cut between") << R"([{"a":1},)"_ba << 1 << u"byte 9:"_s;
    QTest::newRow("cut in a record") << R"([{"a":1},{"a":)"_ba << 1 << u"byte 14:"_s;
    QTest::newRow("cut in a text") << R"({"note":"abc)"_ba << 0 << u"byte 12:"_s;
    QTest::newRow("cut after a backslash") << R"([{"a":"\)"_ba << 0 << u"byte 8:"_s;
    QTest::newRow("closed twice") << R"([{"a":1}]])"_ba << 1 << u"byte 9:"_s;
    QTest::newRow("closed wrongly") << R"({"a":[{}}])"_ba << 1 << u"byte 8:"_s;
    QTest::newRow("a page") << "<html><body>[{}]</body>"_ba << 0 << u"byte 0:"_s;
    QTest::newRow("UTF-16") << "[\0{\0}\0]\0"_ba << 0 << u"byte 1:"_s;
    QTest::newRow("nested for ever") << QByteArray(100'000, '[') << 0 << u"byte 64:"_s;
}

void TestJsonRecords::stops()
{
    QFETCH(QByteArray, text);
    QFETCH(int, before);
    QFETCH(QString, where);
    const Found found = allOf(text, Shape::Arrays, 5);
    QCOMPARE(found.records.size(), before);
    QCOMPARE(found.error.reason, Reason::BadBody);
    QVERIFY2(found.error.detail.startsWith(where), qPrintable(found.error.detail));
}

void TestJsonRecords::goesOnAnywhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("arrays")
        << R"({"a":[{"n":1},{"n":"]"}],"b":{"c":[[{"n":2},7],{"n":3}]},"d":[{"n":4}]})"_ba;
    QTest::newRow("lines") << "{\"n\":1}\n\n{\"n\":2}\r\n{\"n\":3}"_ba;
}

void TestJsonRecords::goesOnAnywhere()
{
    QFETCH(QByteArray, text);
    const Shape shape = JsonRecords::shapeOf(text);
    const Found all = allOf(text, shape);
    QVERIFY(all.records.size() >= 3);
    for (qsizetype i = 0; i < all.places.size(); ++i) {
        const Found rest = allOf(text, shape, 3, all.places[i]);
        QCOMPARE(rest.error, Error());
        QCOMPARE(rest.records, all.records.sliced(i + 1));
        QCOMPARE(rest.places, all.places.sliced(i + 1));
    }
}

void TestJsonRecords::agreesWithQt()
{
    QRandomGenerator chance(20);
    for (int round = 0; round < 500; ++round) {
        QJsonArray root;
        for (int i = chance.bounded(6); i > 0; --i)
            root.append(invented(chance, 0));
        const QJsonDocument document = round % 2 == 0
                                           ? QJsonDocument(root)
                                           : QJsonDocument(QJsonObject{{u"items"_s, root}, {u"n"_s, 1}});
        const auto format = round % 3 == 0 ? QJsonDocument::Indented : QJsonDocument::Compact;
        QList<QJsonObject> wanted;
        collect(document.isArray() ? QJsonValue(root) : QJsonValue(document.object()), wanted);
        const Found found = allOf(document.toJson(format), Shape::Arrays, chance.bounded(1, 40));
        QCOMPARE(found.error, Error());
        QCOMPARE(found.records.size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(found.records[i]).object(), wanted[i]);
    }
}

void TestJsonRecords::tooLarge()
{
    const QByteArray large = "[{\"a\":\"" + QByteArray(JsonRecords::LargestRecord + 1'000'000, 'x') + "\"}]";
    QCOMPARE(allOf(large, Shape::Arrays, 1 << 20).error.reason, Reason::TooLarge);
    QCOMPARE(allOf(large, Shape::Lines, 1 << 20).error.reason, Reason::TooLarge);
}

QTEST_GUILESS_MAIN(TestJsonRecords)
#include "tst_jsonrecords.moc"
