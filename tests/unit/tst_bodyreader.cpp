// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyreader.h"

#include "support/packed.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;

Q_DECLARE_METATYPE(linnet::test::Packing)

class TestBodyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void plainOverTheLimit();
    void packed_data();
    void packed();
    void overTheLimitUnpacked_data() { codings(); }
    void overTheLimitUnpacked();
    void keepsTheBeginning_data() { codings(); }
    void keepsTheBeginning();
    void exactlyTheLimit_data() { codings(); }
    void exactlyTheLimit();
    void bomb_data() { codings(); }
    void bomb();
    void bombBetween_data() { codings(); }
    void bombBetween();
    void wideWindow();
    void fourCodings();
    void brokenOthers_data() { codings(); }
    void brokenOthers();
    void broken_data();
    void broken();
    void truncated_data() { codings(); }
    void truncated();
    void emptyPackedBody();
    void unknownCoding();

private:
    static void codings();
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
    QTest::newRow("br") << QByteArray("br") << pack(text, Packing::Brotli);
    QTest::newRow("br, rubbish behind") << QByteArray("BR") << pack(text, Packing::Brotli) + "\r\n";
    const QByteArray zstd = pack(text, Packing::Zstd);
    QTest::newRow("zstd") << QByteArray("zstd") << zstd;
    QTest::newRow("zstd, rubbish behind") << QByteArray("zstd") << zstd + "\r\n";
    QTest::newRow("zstd, two frames")
        << QByteArray("zstd") << pack(text.left(100), Packing::Zstd) + pack(text.mid(100), Packing::Zstd);
    QTest::newRow("zstd, a frame to skip")
        << QByteArray("zstd") << QByteArray("\x53\x2a\x4d\x18\x02\0\0\0ab", 10) + zstd;
    QTest::newRow("gzip, br") << QByteArray("gzip, br") << pack(pack(text, Packing::Gzip), Packing::Brotli);
    QTest::newRow("br, gzip") << QByteArray("br, gzip") << pack(pack(text, Packing::Brotli), Packing::Gzip);
    QTest::newRow("zstd, br, gzip") << QByteArray("zstd,br , gzip")
                                    << pack(pack(zstd, Packing::Brotli), Packing::Gzip);
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

void TestBodyReader::codings()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<Packing>("packing");
    QTest::newRow("gzip") << QByteArray("gzip") << Packing::Gzip;
    QTest::newRow("br") << QByteArray("br") << Packing::Brotli;
    QTest::newRow("zstd") << QByteArray("zstd") << Packing::Zstd;
}

void TestBodyReader::overTheLimitUnpacked()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    QByteArray mixed;
    for (int i = 0; i < 20'000; ++i)
        mixed += QByteArray::number(quint32(i) * 2654435761u);
    BodyReader reader(50'000, coding);
    QCOMPARE(reader.feed(pack(mixed, packing)), Reason::TooLarge);
}

/// What is left out of a long text is counted.
void TestBodyReader::keepsTheBeginning()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    QByteArray text;
    for (int i = 0; i < 30'000; ++i)
        text += QByteArray::number(i);
    BodyReader reader(1'000'000, coding, 1000);
    const QByteArray packed = pack(text, packing);
    for (qsizetype at = 0; at < packed.size(); at += 500)
        QCOMPARE(reader.feed(packed.mid(at, 500)), Reason::None);
    QCOMPARE(reader.finish(), Reason::None);
    QCOMPARE(reader.length(), text.size());
    QCOMPARE(reader.take(), text.left(1000));
}

void TestBodyReader::exactlyTheLimit()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    const QByteArray text(100'000, 'x');
    BodyReader enough(100'000, coding);
    QCOMPARE(enough.feed(pack(text, packing)), Reason::None);
    QCOMPARE(enough.finish(), Reason::None);
    QCOMPARE(enough.take(), text);
    BodyReader short1(99'999, coding);
    QVERIFY(short1.feed(pack(text, packing)) != Reason::None);
}

void TestBodyReader::bomb()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    const QByteArray packed = pack(QByteArray(50'000'000, '\0'), packing);
    BodyReader reader(1'000'000, coding);
    QCOMPARE(reader.feed(packed), Reason::Bomb);
    QVERIFY(reader.take().size() <= 1'000'001);
}

/// Large between two codings, and nothing in the end.
void TestBodyReader::bombBetween()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    const QByteArray inner = pack("end", Packing::Gzip) + QByteArray(50'000'000, '\0');
    BodyReader reader(1'000'000, "gzip, " + coding);
    QCOMPARE(reader.feed(pack(inner, packing)), Reason::Bomb);
}

/// A frame says how much memory its reader needs.
void TestBodyReader::wideWindow()
{
    QByteArray text;
    while (text.size() < 20'000'000)
        text += QByteArray::number(text.size() * 2654435761LL);
    BodyReader reader(100'000'000, "zstd");
    QCOMPARE(reader.feed(pack(text, Packing::ZstdWide)), Reason::Undecodable);
}

void TestBodyReader::fourCodings()
{
    BodyReader reader(1000, "gzip, gzip, gzip, gzip");
    QCOMPARE(reader.feed("x"), Reason::Undecodable);
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

void TestBodyReader::brokenOthers()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    QCOMPARE(BodyReader(100'000, coding).feed("<html>this is not packed</html>"), Reason::Undecodable);
    QByteArray damaged = pack(QByteArray("some text").repeated(10), packing);
    damaged.replace(damaged.size() / 3, damaged.size() / 3, QByteArray(damaged.size() / 3, '\xff'));
    BodyReader reader(100'000, coding);
    const Reason reason = reader.feed(damaged);
    QVERIFY(reason == Reason::Undecodable || reader.finish() == Reason::Truncated);
}

void TestBodyReader::broken()
{
    QFETCH(QByteArray, data);
    BodyReader reader(100'000, "gzip");
    QCOMPARE(reader.feed(data), Reason::Undecodable);
}

void TestBodyReader::truncated()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const Packing, packing);
    const QByteArray data = pack(QByteArray("some text").repeated(1000), packing);
    BodyReader reader(100'000, coding);
    QCOMPARE(reader.feed(data.left(data.size() - 4)), Reason::None);
    QCOMPARE(reader.finish(), Reason::Truncated);
}

void TestBodyReader::emptyPackedBody()
{
    for (const char *coding : {"gzip", "br", "zstd"})
        QCOMPARE(BodyReader(100, coding).finish(), Reason::None);
}

void TestBodyReader::unknownCoding()
{
    for (const char *word : {"utf-8", "none", "8bit", "aws-chunked"})
        QCOMPARE(BodyReader(100, word).feed("x"), Reason::None);
    BodyReader reader(100, "compress");
    QCOMPARE(reader.feed("x"), Reason::Undecodable);
}

QTEST_GUILESS_MAIN(TestBodyReader)
#include "tst_bodyreader.moc"
