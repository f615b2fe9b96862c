// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/encoding.h"

#include "encoding/decoder.h"
#include "encoding/encoder.h"
#include "encoding/utf8.h"

#include <QTest>

using namespace linnet;
using namespace linnet::encoding;
using namespace linnet::html;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

const QString Russian =
    u"Съешь же ещё этих мягких французских булок, да выпей чаю. Ведущий аналитик данных"_s;

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data();
    void labels();
    void detected_data();
    void detected();
    void guessed_data();
    void guessed();
    void decoded_data();
    void decoded();
    void notCopied();
    void utf8_data();
    void utf8();
};

void TestEncoding::labels_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *label, const char *name) {
        QTest::newRow(label) << QByteArray(label) << QByteArray(name);
    };
    row("utf8", "UTF-8");
    row(" \tUTF-8\n", "UTF-8");
    row("unicode", "UTF-16LE");
    row("CP1251", "windows-1251");
    row("koi8-r", "KOI8-R");
    row("latin1", "windows-1252");
    row("ISO-8859-1", "windows-1252");
    row("iso-8859-9", "windows-1254");
    row("gb2312", "GBK");
    row("x-sjis", "Shift_JIS");
    row("ks_c_5601-1987", "EUC-KR");
    row("hz-gb-2312", "replacement");
    row("x-user-defined", "x-user-defined");
    row("utf-7", "");
    row("utf", "");
    row("utf8 utf-8", "");
    row("", "");
    row("  ", "");
}

void TestEncoding::labels()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, name);
    QCOMPARE(bytes(nameForLabel(view(label))), name);
}

void TestEncoding::detected_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("source");
    const auto row = [](const char *tag, const QByteArray &body, const char *http, const char *name,
                        const char *source) {
        QTest::newRow(tag) << body << QByteArray(http) << QByteArray(name) << QByteArray(source);
    };
    row("mark before all", "\xEF\xBB\xBF<meta charset=koi8-r>", "cp1251", "UTF-8", "bom");
    row("mark of UTF-16", QByteArray("\xFF\xFE<\0b\0", 6), "utf-8", "UTF-16LE", "bom");
    row("mark of UTF-16BE", QByteArray("\xFE\xFF\0<\0b", 6), "", "UTF-16BE", "bom");
    row("header before meta", "<meta charset=koi8-r>", "cp1251", "windows-1251", "http");
    row("unknown header", "<meta charset=koi8-r>", "none", "KOI8-R", "meta");
    row("meta", "<META content='text/html; charset=\"koi8-r\"' http-equiv=Content-Type>", "", "KOI8-R",
        "meta");
    row("meta in a comment", "<!-- <meta charset=koi8-r> -->", "", "UTF-8", "bytes");
    row("meta in an attribute", "<p title='<meta charset=koi8-r>'>", "", "UTF-8", "bytes");
    row("meta of UTF-16", "<meta charset=utf-16>", "", "UTF-8", "meta");
    row("first usable meta", "<meta charset=none><meta charset=cp1251>", "", "windows-1251", "meta");
    row("meta too far", QByteArray(1024, ' ') + "<meta charset=koi8-r>", "", "UTF-8", "bytes");
    row("XML declaration", "<?xml version='1.0' encoding='cp1251'?><html>", "", "windows-1251", "meta");
    row("UTF-8", "\xD0\x96", "", "UTF-8", "bytes");
    row("ASCII", "<p>a", "", "UTF-8", "bytes");
    row("empty", "", "", "UTF-8", "bytes");
    row("Latin",
        "<p>caf\xE9 d\xE9j\xE0 vu \xFC"
        "ber",
        "", "windows-1252", "default");
    row("quotes", "<p>\x93 quoted \x94 and \x93 more \x94", "", "windows-1252", "default");
}

void TestEncoding::detected()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, http);
    const DetectedEncoding found = detectEncoding(view(body), view(http));
    QTEST(bytes(found.name), "name");
    QTEST(bytes(sourceCode(found.source)), "source");
}

void TestEncoding::guessed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("text");
    for (const char *name : {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"}) {
        QTest::newRow(name) << QByteArray(name) << Russian;
        QTest::addRow("%s headline", name)
            << QByteArray(name) << u"<title>Вакансии Москвы</title><p>Работа"_s;
    }
    for (const char *name : {"Shift_JIS", "EUC-JP"})
        QTest::newRow(name) << QByteArray(name) << u"これは日本語の文章です。リンクを集めます。"_s;
}

void TestEncoding::guessed()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, text);
    Encoder encoder(view(name));
    std::string written;
    for (const char32_t point : text.toUcs4())
        QVERIFY(encoder.append(point, written));
    const QByteArray body = "<html><body><p>" + QByteArray::fromStdString(written) + "</p>";
    const DetectedEncoding found = detectEncoding(view(body), {});
    QCOMPARE(bytes(found.name), name);
    QCOMPARE(found.source, EncodingSource::Guess);
    std::string buffer;
    const DecodedText decoded = decodeToUtf8(view(body), found.name, buffer);
    QCOMPARE(QString::fromUtf8(bytes(decoded.text)), u"<html><body><p>"_s + text + u"</p>"_s);
}

void TestEncoding::decoded_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("faulty");
    const auto row = [](const char *tag, const QByteArray &input, const char *encoding, const QString &text,
                        bool faulty) {
        QTest::newRow(tag) << input << QByteArray(encoding) << text << faulty;
    };
    row("cyrillic", "\xC6\xF3\xEA a", "windows-1251", u"Жук a"_s, false);
    row("C1 as Windows", "\x80\x93", "windows-1252", u"€“"_s, false);
    row("broken UTF-8", "a\xD0<b\xFF>", "UTF-8", u"a\uFFFD<b\uFFFD>"_s, true);
    row("cut UTF-8", "a\xE2\x82", "UTF-8", u"a\uFFFD"_s, true);
    row("UTF-16LE", QByteArray("\x16\x04<\0", 4), "UTF-16LE", u"Ж<"_s, false);
    row("UTF-16BE", QByteArray("\x04\x16\0<", 4), "UTF-16BE", u"Ж<"_s, false);
    row("odd UTF-16", QByteArray("\x16\x04<", 3), "UTF-16LE", u"Ж\uFFFD"_s, true);
    row("ISO-8859-16", "\xA4\xBA\xFE", "ISO-8859-16", u"€șț"_s, false);
    row("user defined", "a\x80\xFF", "x-user-defined", u"a\uF780\uF7FF"_s, false);
    row("replacement", "<a>", "replacement", u"\uFFFD"_s, true);
    row("Japanese", "\x82\xA0", "Shift_JIS", u"あ"_s, false);
    row("Japanese mail", "\x1B$B$\"\x1B(B", "ISO-2022-JP", u"あ"_s, false);
    row("Chinese", "\xC4\xE3", "GBK", u"你"_s, false);
    row("Korean", "\xB0\xA1", "EUC-KR", u"가"_s, false);
    row("ASCII", "abc", "windows-1251", u"abc"_s, false);
    row("empty", "", "UTF-16LE", QString(), false);
}

void TestEncoding::decoded()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    std::string buffer;
    const DecodedText found = decodeToUtf8(view(input), view(encoding), buffer);
    QCOMPARE(QString::fromUtf8(bytes(found.text)), text.isNull() ? QString::fromUtf8("") : text);
    QTEST(found.faulty, "faulty");
    QVERIFY(isValidUtf8(found.text));
}

void TestEncoding::notCopied()
{
    std::string buffer;
    const QByteArray utf8 = u"<p>Ж</p>"_s.toUtf8();
    QCOMPARE(decodeToUtf8(view(utf8), "UTF-8", buffer).text.data(), utf8.constData());
    const QByteArray ascii = "<p>";
    QCOMPARE(decodeToUtf8(view(ascii), "windows-1251", buffer).text.data(), ascii.constData());
}

void TestEncoding::utf8_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *tag, const QByteArray &input, bool valid) {
        QTest::newRow(tag) << input << valid;
    };
    row("empty", "", true);
    row("ASCII", "abcdefghijklmnopqrstuvwxyz", true);
    row("two", "\xC2\x80\xDF\xBF", true);
    row("three", "\xE0\xA0\x80\xED\x9F\xBF\xEF\xBF\xBF", true);
    row("four", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", true);
    row("overlong two", "\xC1\xBF", false);
    row("overlong three", "\xE0\x9F\xBF", false);
    row("overlong four", "\xF0\x8F\xBF\xBF", false);
    row("surrogate", "\xED\xA0\x80", false);
    row("too high", "\xF4\x90\x80\x80", false);
    row("tail alone", "abcdefgh\x80", false);
    row("cut", "abcdefgh\xE2\x82", false);
    row("after ASCII", "abcdefghijklm\xFF", false);
}

void TestEncoding::utf8()
{
    QFETCH(QByteArray, input);
    QTEST(isValidUtf8(view(input)), "valid");
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
