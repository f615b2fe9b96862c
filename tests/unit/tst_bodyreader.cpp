// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyreader.h"

#include "support/packed.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;

class TestBodyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void plainOverTheLimit();
    void packed_data();
    void packed();
    void overTheLimitUnpacked();
    void exactlyTheLimit();
    void bomb();
    void broken_data();
    void broken();
    void truncated();
    void emptyPackedBody();
    void unknownCoding();
};

void TestBodyReader::plain()
{
    BodyReader reader(10, "");
    QCOMPARE(reader.feed("12345"), Reason::None);
    QCOMPARE(reader.feed("67890"), Reason::None);
    QCOMPARE(reader.finish(), Reason::None);
    QCOMPARE(reader.received(), 10);
    QCOMPARE(reader.take(), "1234567890");
}

void TestBodyReader::plainOverTheLimit()
{
    BodyReader reader(10, "identity");
    QCOMPARE(reader.feed("1234567890"), Reason::None);
    QCOMPARE(reader.feed("1"), Reason::TooLarge);
}

void TestBodyReader::packed_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("data");
    const QByteArray text = QByteArray("some text, some more text. ").repeated(50);
    QTest::newRow("gzip") << QByteArray("gzip") << pack(text, Packing::Gzip);
    QTest::newRow("x-gzip") << QByteArray(" X-GZIP ") << pack(text, Packing::Gzip);
    QTest::newRow("zlib as deflate") << QByteArray("deflate") << pack(text, Packing::Zlib);
    QTest::newRow("raw deflate") << QByteArray("deflate") << pack(text, Packing::Raw);
    QTest::newRow("two members") << QByteArray("gzip")
                                 << pack(text.left(100), Packing::Gzip) + pack(text.mid(100), Packing::Gzip);
    QTest::newRow("rubbish behind") << QByteArray("gzip") << pack(text, Packing::Gzip) + "\r\n";
}

void TestBodyReader::packed()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, data);
    const QByteArray text = QByteArray("some text, some more text. ").repeated(50);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), data.size()}) {
        if (step == 1 && QTest::currentDataTag() == QByteArray("raw deflate"))
            continue; // the format shows in the second byte
        BodyReader reader(100'000, coding);
        for (qsizetype at = 0; at < data.size(); at += step)
            QCOMPARE(reader.feed(data.mid(at, step)), Reason::None);
        QCOMPARE(reader.finish(), Reason::None);
        QCOMPARE(reader.received(), data.size());
        QCOMPARE(reader.take(), text);
    }
}

void TestBodyReader::overTheLimitUnpacked()
{
    QByteArray mixed;
    for (int i = 0; i < 20'000; ++i)
        mixed += QByteArray::number(quint32(i) * 2654435761u);
    BodyReader reader(50'000, "gzip");
    QCOMPARE(reader.feed(pack(mixed, Packing::Gzip)), Reason::TooLarge);
}

void TestBodyReader::exactlyTheLimit()
{
    const QByteArray text(100'000, 'x');
    BodyReader enough(100'000, "gzip");
    QCOMPARE(enough.feed(pack(text, Packing::Gzip)), Reason::None);
    QCOMPARE(enough.finish(), Reason::None);
    QCOMPARE(enough.take(), text);
    BodyReader short1(99'999, "gzip");
    QVERIFY(short1.feed(pack(text, Packing::Gzip)) != Reason::None);
}

void TestBodyReader::bomb()
{
    const QByteArray packed = pack(QByteArray(50'000'000, '\0'), Packing::Gzip);
    BodyReader reader(1'000'000, "gzip");
    QCOMPARE(reader.feed(packed), Reason::Bomb);
    QVERIFY(reader.take().size() <= 1'000'001);
}

void TestBodyReader::broken_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("text") << QByteArray("<html>this is not packed</html>");
    QByteArray damaged = pack(QByteArray("some text").repeated(1000), Packing::Gzip);
    damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 0x55);
    QTest::newRow("damaged") << damaged;
    QByteArray wrongSum = pack("some text", Packing::Gzip);
    wrongSum[wrongSum.size() - 6] = char(~wrongSum[wrongSum.size() - 6]);
    QTest::newRow("wrong checksum") << wrongSum;
}

void TestBodyReader::broken()
{
    QFETCH(QByteArray, data);
    BodyReader reader(100'000, "gzip");
    QCOMPARE(reader.feed(data), Reason::Undecodable);
}

void TestBodyReader::truncated()
{
    const QByteArray data = pack(QByteArray("some text").repeated(1000), Packing::Gzip);
    BodyReader reader(100'000, "gzip");
    QCOMPARE(reader.feed(data.left(data.size() - 4)), Reason::None);
    QCOMPARE(reader.finish(), Reason::Truncated);
}

void TestBodyReader::emptyPackedBody()
{
    BodyReader reader(100, "gzip");
    QCOMPARE(reader.finish(), Reason::None);
}

void TestBodyReader::unknownCoding()
{
    for (const char *word : {"utf-8", "none", "8bit", "aws-chunked"})
        QCOMPARE(BodyReader(100, word).feed("x"), Reason::None);
    BodyReader reader(100, "br");
    QCOMPARE(reader.feed("x"), Reason::Undecodable);
}

QTEST_GUILESS_MAIN(TestBodyReader)
#include "tst_bodyreader.moc"
