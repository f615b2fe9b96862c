// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/decoder.h"
#include "encoding/encoder.h"
#include "encoding/utf8.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>

using namespace linnet::encoding;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *const Names[] = {
    "UTF-8",        "IBM866",       "ISO-8859-2",   "ISO-8859-3",    "ISO-8859-4",     "ISO-8859-5",
    "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-8-I",  "ISO-8859-10",    "ISO-8859-13",
    "ISO-8859-14",  "ISO-8859-15",  "ISO-8859-16",  "KOI8-R",        "KOI8-U",         "macintosh",
    "windows-874",  "windows-1250", "windows-1251", "windows-1252",  "windows-1253",   "windows-1254",
    "windows-1255", "windows-1256", "windows-1257", "windows-1258",  "x-mac-cyrillic", "GBK",
    "gb18030",      "Big5",         "EUC-JP",       "ISO-2022-JP",   "Shift_JIS",      "EUC-KR",
    "replacement",  "UTF-16BE",     "UTF-16LE",     "x-user-defined"};

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

std::string decoded(std::string_view bytes, std::string_view encoding, bool *isFaulty = nullptr)
{
    std::string buffer;
    const DecodedText text = decodeToUtf8(bytes, encoding, buffer);
    if (isFaulty)
        *isFaulty = text.faulty;
    return std::string(text.text);
}

QByteArray digestOf(const std::string &text)
{
    return QCryptographicHash::hash(bytesOf(text), QCryptographicHash::Sha1).toHex();
}

std::string pair(std::uint32_t lead, std::uint32_t tail)
{
    return {char(lead), char(tail)};
}

} // namespace

/// Bytes to text and back against the Encoding Standard. Whole indexes are compared by the digest of all
/// their characters in the order of their pointers, taken from the standard's index files.
class TestDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void labels();
    void marks();
    void singleBytes_data();
    void singleBytes();
    void indexes_data();
    void indexes();
    void fourBytes();
    void faults_data();
    void faults();
    void pieces_data();
    void pieces();
    void utf8Parts_data();
    void utf8Parts();
    void large();
    void written_data();
    void written();
    void comesBack_data();
    void comesBack();
};

void TestDecoder::names()
{
    QCOMPARE(std::size(Names), 40U);
    for (const char *name : Names) {
        QVERIFY2(Encoding::named(name), name);
        QCOMPARE(bytesOf(Encoding::named(name)->name), QByteArray(name));
    }
    QVERIFY(!Encoding::named("utf-8"));
}

/// Each of the 228 labels, as "name label" on lines in order.
void TestDecoder::labels()
{
    QByteArrayList lines;
    for (const char *name : Names) {
        for (const QByteArray &label : bytesOf(Encoding::named(name)->labels).split(' ')) {
            if (label.isEmpty())
                continue;
            lines.append(QByteArray(name) + ' ' + label + '\n');
            QCOMPARE(bytesOf(nameForLabel(label.toUpper().toStdString())), QByteArray(name));
        }
    }
    std::ranges::sort(lines);
    QCOMPARE(lines.size(), 228);
    QCOMPARE(QCryptographicHash::hash(lines.join(), QCryptographicHash::Sha1).toHex(),
             "1cb41e8a13c88c38d59367ef17916d4bbdb5ac72"_ba);
}

void TestDecoder::marks()
{
    QVERIFY(!byteOrderMark("\xEF\xBB"));
    QCOMPARE(bytesOf(byteOrderMark("\xEF\xBB\xBFx")->name), "UTF-8"_ba);
    QCOMPARE(byteOrderMark("\xFE\xFF")->length, 2U);
    QCOMPARE(bytesOf(unmarkedUtf16(std::string_view("h\0t\0t\0p\0", 8))), "UTF-16LE"_ba);
    QCOMPARE(bytesOf(unmarkedUtf16(std::string_view("\0h\0t\0t\0p", 8))), "UTF-16BE"_ba);
    QVERIFY(unmarkedUtf16("http://a.example/").empty());
}

void TestDecoder::singleBytes_data()
{
    QTest::addColumn<QByteArray>("digest");
    const std::pair<const char *, const char *> rows[] = {
        {"IBM866", "b111ee481a43a5da"},       {"ISO-8859-10", "e35d2fbfd6bb637f"},
        {"ISO-8859-13", "b2ee16924f65667e"},  {"ISO-8859-14", "5154781cf913f5b4"},
        {"ISO-8859-15", "5817f9e13fe4c9f2"},  {"ISO-8859-16", "d046fafcc001987c"},
        {"ISO-8859-2", "cd26f1a7dad5b0c9"},   {"ISO-8859-3", "2668603a0eab1a29"},
        {"ISO-8859-4", "107aa16586e3bed5"},   {"ISO-8859-5", "f46bf1153b7c1a61"},
        {"ISO-8859-6", "4058167fd23c0b3b"},   {"ISO-8859-7", "fdec8f44511d1a36"},
        {"ISO-8859-8", "347c03295dfc6183"},   {"ISO-8859-8-I", "347c03295dfc6183"},
        {"KOI8-R", "c9cb044a6c667f1f"},       {"KOI8-U", "8d041400c092581d"},
        {"macintosh", "20d01d38cd320a6d"},    {"windows-1250", "ab326df2493e51ef"},
        {"windows-1251", "6e43aebb543f62b7"}, {"windows-1252", "1935fb1cdc9e076d"},
        {"windows-1253", "32b664dcb65dd0d0"}, {"windows-1254", "2120698b22e95862"},
        {"windows-1255", "0070df69fb41656a"}, {"windows-1256", "e27efdbadeeac05d"},
        {"windows-1257", "403a0b87bb918af8"}, {"windows-1258", "5100eb4be3e089d8"},
        {"windows-874", "68a2b5f8d5e321eb"},  {"x-mac-cyrillic", "6256727f94c7bd63"}};
    for (const auto &[name, digest] : rows)
        QTest::newRow(name) << QByteArray(digest);
}

void TestDecoder::singleBytes()
{
    QFETCH(QByteArray, digest);
    std::string bytes;
    for (int byte = 0x80; byte <= 0xFF; ++byte)
        bytes += char(byte);
    const std::string text = decoded(bytes, QTest::currentDataTag());
    QCOMPARE(digestOf(text).first(16), digest);
}

void TestDecoder::indexes_data()
{
    using Bytes = std::function<std::string(std::uint32_t)>;
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("letters");
    QTest::addColumn<QByteArray>("digest");
    const Bytes big5 = [](std::uint32_t p) {
        return pair(p / 157 + 0x81, p % 157 + (p % 157 < 0x3F ? 0x40 : 0x62));
    };
    const Bytes korean = [](std::uint32_t p) { return pair(p / 190 + 0x81, p % 190 + 0x41); };
    const Bytes chinese = [](std::uint32_t p) {
        return pair(p / 190 + 0x81, p % 190 + (p % 190 < 0x3F ? 0x40 : 0x41));
    };
    const Bytes shifted = [](std::uint32_t p) {
        return pair(p / 188 + (p / 188 < 0x1F ? 0x81 : 0xC1), p % 188 + (p % 188 < 0x3F ? 0x40 : 0x41));
    };
    const Bytes euc = [](std::uint32_t p) { return pair(p / 94 + 0xA1, p % 94 + 0xA1); };
    const Bytes eucThree = [](std::uint32_t p) { return "\x8F" + pair(p / 94 + 0xA1, p % 94 + 0xA1); };
    const Bytes mail = [](std::uint32_t p) { return "\x1B$B" + pair(p / 94 + 0x21, p % 94 + 0x21); };
    const auto row = [](const char *tag, const char *name, const Bytes &bytes, int size, int letters,
                        const char *digest) {
        QTest::newRow(tag) << QByteArray(name) << bytes << size << letters << QByteArray(digest);
    };
    // Hong Kong's supplement has four letters of two code points.
    row("Big5", "Big5", big5, 126 * 157, 18598, "696386a161688e1bab588203ea5cb54be0631cbc");
    row("EUC-KR", "EUC-KR", korean, 126 * 190, 17048, "35333c91294e26fc4f0f9ad0da116a900bbb59e1");
    row("GBK", "GBK", chinese, 126 * 190, 23940, "2501a1f2c69b65d365e1dfd7cbde3d91edfdaaf5");
    row("gb18030", "gb18030", chinese, 126 * 190, 23940, "2501a1f2c69b65d365e1dfd7cbde3d91edfdaaf5");
    row("Shift_JIS", "Shift_JIS", shifted, 11280, 9604, "0e4826a7dc712dab98d7d8bd5805595a493aaa9f");
    row("EUC-JP", "EUC-JP", euc, 94 * 94, 7336, "dab09a7cbb8623eee9f0de41e680acb1196454aa");
    row("EUC-JP, three", "EUC-JP", eucThree, 94 * 94, 6067, "7ec267a53dc8ee5c7a7ab7df9846379419615776");
    row("ISO-2022-JP", "ISO-2022-JP", mail, 94 * 94, 7336, "dab09a7cbb8623eee9f0de41e680acb1196454aa");
}

void TestDecoder::indexes()
{
    QFETCH(QByteArray, encoding);
    QFETCH(std::function<std::string(std::uint32_t)>, bytes);
    QFETCH(int, size);
    std::string all;
    for (int pointer = 0; pointer < size; ++pointer) {
        bool isFaulty = false;
        const std::string letter = decoded(bytes(std::uint32_t(pointer)), encoding.toStdString(), &isFaulty);
        all += isFaulty ? std::string() : letter;
    }
    QTEST(int(QString::fromStdString(all).toUcs4().size()), "letters");
    QTEST(digestOf(all), "digest");
}

void TestDecoder::fourBytes()
{
    std::string below;
    std::string above;
    std::string faulty;
    for (std::uint32_t p = 0; p < 126 * 12600; ++p) {
        const std::string bytes =
            pair(p / 12600 + 0x81, p / 1260 % 10 + '0') + pair(p / 10 % 126 + 0x81, p % 10 + '0');
        (p <= 39419 ? below : (p >= 189000 && p <= 1237575 ? above : faulty)) += bytes;
    }
    bool isFaulty = true;
    QCOMPARE(digestOf(decoded(below, "gb18030", &isFaulty)), "95473678e98c781d147727939a654fedb33bb1e0"_ba);
    QVERIFY(!isFaulty);
    QCOMPARE(digestOf(decoded(above, "GBK", &isFaulty)), "d3761ceacdfc8159a9ea9fd9f0a0d009f728dd26"_ba);
    QVERIFY(!isFaulty);
    // Each is one fault, however long.
    const QString rest = QString::fromStdString(decoded(faulty, "gb18030", &isFaulty));
    QCOMPARE(rest.size(), qsizetype(faulty.size() / 4));
    QCOMPARE(rest.count(QChar::ReplacementCharacter), rest.size());
}

void TestDecoder::faults_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *encoding, const QByteArray &bytes, const QString &text) {
        QTest::addRow("%s %s", encoding, bytes.toPercentEncoding().constData())
            << QByteArray(encoding) << bytes << text;
    };
    // Markup behind half a letter stays markup.
    for (const char *name : {"Big5", "GBK", "gb18030", "EUC-JP", "EUC-KR", "Shift_JIS"}) {
        row(name, "a\x81<b>", u"a\uFFFD<b>"_s);
        row(name, "\x81", u"\uFFFD"_s);
        row(name, "\xFF!", u"\uFFFD!"_s);
    }
    row("EUC-JP", "\x8F\xA1<", u"\uFFFD<"_s);
    row("EUC-JP", "\x8F\xA1", u"\uFFFD"_s);
    row("EUC-JP", "\x8E\xE0", u"\uFFFD"_s);
    row("EUC-JP", "\x8E\xB1", u"ｱ"_s);
    row("EUC-JP", "\x80\xA0", u"\uFFFD\uFFFD"_s);
    row("Shift_JIS", "\x80\xB1\xA0", u"\u0080ｱ\uFFFD"_s);
    row("Shift_JIS", "\xF0\x40\x85\x40", u"\uE000\uFFFD@"_s);
    row("EUC-KR", "\xC9\xA1\xB0\xA1", u"\uFFFD가"_s);
    row("Big5", "\x88\x62\x88\xA5", u"Ê̄ê̌"_s);
    row("Big5", "\x87\x45", u"\U00027267"_s); // Hong Kong's supplement of 2008
    row("Big5", "\xC7\xFF", u"\uFFFD"_s);
    row("gb18030", "\x80\xFF", u"€\uFFFD"_s);
    row("gb18030", "\x81\x30\x81\x30", u"\u0080"_s);
    row("gb18030", "\x81\x35\xF4\x37", u"\uE7C7"_s);            // as of 2005
    row("gb18030", "\xA8\xBC\xA6\xD9\xA3\xA0", u"ḿ︐\u3000"_s); // as of 2022
    row("gb18030", "\x81\x30\x81<", u"\uFFFD0\uFFFD<"_s);
    row("gb18030", "\x81\x30<", u"\uFFFD0<"_s);
    row("gb18030", "\x81\x30\x81", u"\uFFFD"_s);
    row("gb18030", "\x84\x32\xA4\x39", u"\uFFFD"_s); // between the planes
    row("gb18030", "\x81\x7F", u"\uFFFD\x7F"_s);
    row("ISO-2022-JP", "\x1B(Jab\\~\x1B(B\\", u"ab¥‾\\"_s);
    row("ISO-2022-JP", "\x1B(I1\x1B$@$\"", u"ｱあ"_s);
    row("ISO-2022-JP", "\x1B$B$\"\x1B", u"あ\uFFFD"_s);
    row("ISO-2022-JP", "\x1B$B$", u"\uFFFD"_s);
    row("ISO-2022-JP", "\x1B$x", u"\uFFFD$x"_s);
    row("ISO-2022-JP", "\x1B(", u"\uFFFD("_s);
    row("ISO-2022-JP", "\x1B$B\x1B(Ba", u"\uFFFDa"_s); // two in a row
    row("ISO-2022-JP", "\x1B$B$\x1B(B<", u"\uFFFD<"_s);
    row("ISO-2022-JP", "a\xA4\x0E", u"a\uFFFD\uFFFD"_s);
    row("UTF-16LE", QByteArray("\x3D\xD8\x00\xDE", 4), u"😀"_s);
    row("UTF-16LE", QByteArray("\x3D\xD8<\0\x00\xDE<\0", 8), u"\uFFFD<\uFFFD<"_s);
    row("UTF-16BE", QByteArray("\xD8\x3D\xDE", 3), u"\uFFFD"_s);
    row("UTF-16BE", QByteArray("\0a\xD8\x3D", 4), u"a\uFFFD"_s);
    row("UTF-16BE", QByteArray("\0a\0", 3), u"a\uFFFD"_s);
    row("windows-1252", "\x80\x81\x9D\xE9", u"€\u0081\u009Dé"_s);
    row("windows-1251", "\x98\xDF", u"\u0098Я"_s);
    row("windows-1253", "\xAA\xD2\xFF", u"\uFFFD\uFFFD\uFFFD"_s);
    row("windows-1255", "\x81\xD9\xE0", u"\u0081\uFFFDא"_s);
    row("windows-874", "\x81\xDB\xA1", u"\u0081\uFFFDก"_s);
    row("KOI8-U", "\xAE\xBE", u"ўЎ"_s);
    row("ISO-8859-8-I", "\xE0\xDF", u"א‗"_s);
    row("x-user-defined", "\x80\xFFz", u"\uF780\uF7FFz"_s);
    row("replacement", "<script>", u"\uFFFD"_s);
    row("no such encoding", "\xD0\x96", u"Ж"_s);
}

void TestDecoder::faults()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    bool isFaulty = false;
    const std::string found = decoded(bytes.toStdString(), encoding.toStdString(), &isFaulty);
    QCOMPARE(QString::fromStdString(found), text);
    QCOMPARE(isFaulty, text.contains(QChar::ReplacementCharacter));
    std::string pieces;
    Decoder decoder(encoding.toStdString());
    for (const char byte : bytes)
        decoder.append({&byte, 1}, pieces);
    decoder.finish({}, pieces);
    QCOMPARE(QString::fromStdString(pieces), text);
}

void TestDecoder::pieces_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *name : Names)
        QTest::newRow(name) << QByteArray(name);
}

/// Random bytes, those of the encoding more often, mean the same in one piece and in many.
void TestDecoder::pieces()
{
    QFETCH(QByteArray, encoding);
    const std::string name = encoding.toStdString();
    std::mt19937 random(7);
    const std::string often = "\x1B$B(JI<a0-9@~\x81\x8E\x8F\xA1\xB0\xC4\xD8\xE3\xFE\xFF";
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (std::uint32_t i = random() % 40; i > 0; --i)
            bytes += random() % 2 == 0 ? often[random() % often.size()] : char(random());
        const std::string whole = decoded(bytes, name);
        QVERIFY(isValidUtf8(whole));
        std::string text;
        Decoder decoder(name);
        std::string_view rest = bytes;
        while (rest.size() > 3) {
            const std::size_t length = random() % 4;
            decoder.append(rest.substr(0, length), text);
            rest.remove_prefix(length);
        }
        decoder.finish(rest, text);
        QCOMPARE(bytesOf(text).toPercentEncoding(), bytesOf(whole).toPercentEncoding());
    }
}

void TestDecoder::utf8Parts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const QByteArray &bytes, const QString &text) {
        QTest::newRow(bytes.toPercentEncoding().constData()) << bytes << text;
    };
    // One U+FFFD for each longest beginning of a sequence.
    row("\xE2\x82<", u"\uFFFD<"_s);
    row("\xF0\x9F\x98<", u"\uFFFD<"_s);
    row("\xF0\x9F\x98", u"\uFFFD"_s);
    row("\xF0\x80\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
    row("\xED\xA0\x80", u"\uFFFD\uFFFD\uFFFD"_s);
    row("\xF4\x90\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
    row("\xC0\xAF", u"\uFFFD\uFFFD"_s);
    row("\xE0\x80\xAF", u"\uFFFD\uFFFD\uFFFD"_s);
    row("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", u"\uFFFD\uFFFD\uFFFD\uFFFD\x41"_s);
    row("\x80\xBF\xC3", u"\uFFFD\uFFFD\uFFFD"_s);
    row("\xEF\xBF\xBD", u"\uFFFD"_s);
}

void TestDecoder::utf8Parts()
{
    QFETCH(QByteArray, bytes);
    const std::string found = decoded(bytes.toStdString(), "UTF-8");
    QTEST(QString::fromStdString(found), "text");
}

/// Longer than any piece that is kept at once.
void TestDecoder::large()
{
    const QString line = u"<li>Работа — ночь, улица, фонарь &amp; аптека</li>\n"_s;
    const QString all = line.repeated(20'000);
    std::string bytes;
    Encoder encoder("windows-1251");
    for (const char32_t point : all.toUcs4())
        QVERIFY(encoder.append(point, bytes));
    QVERIFY(QString::fromStdString(decoded(bytes, "windows-1251")) == all);
    const std::string utf8 = all.toStdString() + "\xFF" + all.toStdString();
    QVERIFY(QString::fromStdString(decoded(utf8, "UTF-8")) == all + QChar::ReplacementCharacter + all);
}

void TestDecoder::written_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes"); ///< a star for each letter that the encoding does not have
    const auto row = [](const char *encoding, const QString &text, const QByteArray &bytes) {
        QTest::addRow("%s %s", encoding, qPrintable(text)) << QByteArray(encoding) << text << bytes;
    };
    row("UTF-8", u"aЖ😀"_s, "aЖ😀");
    row("UTF-16LE", u"Ж"_s, "Ж"); // nothing is sent in UTF-16
    row("replacement", u"Ж"_s, "Ж");
    row("windows-1251", u"Жω€"_s, "\xC6*\x88");
    row("windows-1252", u"€\u0081é"_s, "\x80\x81\xE9");
    row("x-user-defined", u"a\uF7FFж"_s, "a\xFF*");
    row("Shift_JIS", u"¥‾−あ纊"_s, "\\~\x81\x7C\x82\xA0\xFA\x5C"); // IBM's place, not NEC's
    row("EUC-JP", u"¥ｱ−漢丂"_s, "\\\x8E\xB1\xA1\xDD\xB4\xC1*");    // never three bytes
    row("ISO-2022-JP", u"aあｱ¥~"_s, "a\x1B$B$\"%\"\x1B(J\\\x1B(B~");
    row("ISO-2022-JP", u"あ😀"_s, "\x1B$B$\"\x1B(B*");
    row("Big5", u"十╞兀䏰"_s, "\xA4\x51\xF9\xE9\xA4\x61*"); // the last of two, no Hong Kong letters
    row("EUC-KR", u"가😀"_s, "\xB0\xA1*");
    row("GBK", u"€你\uE5E5😀"_s, "\x80\xC4\xE3**");
    row("gb18030", u"€😀\uE7C7\uE5E5\uE78D"_s, "\xA2\xE3\x94\x39\xFC\x36\x81\x35\xF4\x37*\xA6\xD9");
}

void TestDecoder::written()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    Encoder encoder(encoding.toStdString());
    std::string found;
    for (const char32_t point : text.toUcs4()) {
        if (!encoder.append(point, found))
            found += '*';
    }
    encoder.finish(found);
    QCOMPARE(bytesOf(found).toPercentEncoding(), bytes.toPercentEncoding());
}

void TestDecoder::comesBack_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *name : Names)
        QTest::newRow(name) << QByteArray(name);
}

/// What is written is read as the same letter; Japanese signs that share a byte apart.
void TestDecoder::comesBack()
{
    QFETCH(QByteArray, encoding);
    const std::string name = encoding.toStdString();
    const bool isUtf8 = name.starts_with("UTF-16") || name == "replacement";
    std::string wanted;
    std::string bytes;
    Encoder encoder(name);
    for (char32_t point = 0xA0; point < 0x30000; ++point) {
        const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
        const bool isAside = point == 0xA5 || point == 0x203E || point == 0x2212 ||
                             (point >= 0xFF61 && point <= 0xFF9F) || (point >= 0xE78D && point <= 0xE864);
        if (isSurrogate || isAside || point == 0xFEFF) // Qt takes the last one for a mark
            continue;
        const bool isThere = encoder.append(point, bytes);
        bytes += isThere ? "" : "?";
        wanted += isThere ? QString::fromUcs4(&point, 1).toStdString() : "?";
    }
    encoder.finish(bytes);
    QVERIFY(!bytes.empty());
    QVERIFY(decoded(bytes, isUtf8 ? "UTF-8" : name) == wanted);
}

QTEST_GUILESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
