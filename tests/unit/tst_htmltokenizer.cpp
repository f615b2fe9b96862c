// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltokenizer.h"
#include "support/growth.h"
#include "support/shareddata.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QTest>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace linnet;
using namespace linnet::html;
using namespace Qt::Literals::StringLiterals;

namespace {

QString decoded(std::string_view bytes)
{
    // QString::fromUtf8() would drop a byte order mark at the start.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QJsonValue textOrNull(const std::optional<std::string> &bytes)
{
    return bytes ? QJsonValue(decoded(*bytes)) : QJsonValue();
}

/// Tokens in the notation of the html5lib tests; neighbouring texts are one.
class Collector
{
public:
    void text(std::string_view piece)
    {
        if (piece.empty())
            m_emptyPieces = true;
        m_text += piece;
    }
    void startTag(const Tag &tag)
    {
        flush();
        QJsonObject attributes;
        for (const Attribute &attribute : tag.attributes)
            attributes.insert(decoded(attribute.name), decoded(attribute.value));
        QJsonArray token{u"StartTag"_s, decoded(tag.name), attributes};
        if (tag.selfClosing)
            token.append(true);
        m_tokens.append(token);
    }
    void endTag(const Tag &tag)
    {
        flush();
        m_tokens.append(QJsonArray{u"EndTag"_s, decoded(tag.name)});
    }
    void comment(std::string_view comment)
    {
        flush();
        m_tokens.append(QJsonArray{u"Comment"_s, decoded(comment)});
    }
    void doctype(const Doctype &doctype)
    {
        flush();
        m_tokens.append(QJsonArray{u"DOCTYPE"_s, textOrNull(doctype.name), textOrNull(doctype.publicId),
                                   textOrNull(doctype.systemId), !doctype.forceQuirks});
    }

    QJsonArray take()
    {
        flush();
        return m_tokens;
    }
    bool sawEmptyPiece() const { return m_emptyPieces; }

private:
    void flush()
    {
        if (!m_text.empty())
            m_tokens.append(QJsonArray{u"Character"_s, decoded(m_text)});
        m_text.clear();
    }

    std::string m_text; // bytes, because a character may come in two pieces
    QJsonArray m_tokens;
    bool m_emptyPieces = false;
};

struct Start
{
    ContentModel content = ContentModel::Data;
    std::string lastStartTag;
    bool automatic = false;
};

QJsonArray tokenize(const QByteArray &input, const Start &start = {})
{
    Collector sink;
    HtmlTokenizer tokenizer(sink);
    tokenizer.setAutomatic(start.automatic);
    tokenizer.setContent(start.content, start.lastStartTag);
    const std::size_t used = tokenizer.run({input.constData(), std::size_t(input.size())}, true);
    return used == std::size_t(input.size()) && !sink.sawEmptyPiece() ? sink.take()
                                                                      : QJsonArray{u"unused input"_s};
}

/// The same, with one more byte in each round.
QJsonArray tokenizeByByte(const QByteArray &input, const Start &start = {})
{
    Collector sink;
    HtmlTokenizer tokenizer(sink);
    tokenizer.setAutomatic(start.automatic);
    tokenizer.setContent(start.content, start.lastStartTag);
    std::string waiting;
    for (const char byte : input) {
        waiting += byte;
        waiting.erase(0, tokenizer.run(waiting, false));
    }
    tokenizer.run(waiting, true);
    return sink.take();
}

QJsonArray tokens(const char *json)
{
    return QJsonDocument::fromJson(json).array();
}

QString unescape(const QString &escaped)
{
    QString result;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        if (escaped.sliced(i).startsWith("\\u"_L1)) {
            result += QChar(escaped.mid(i + 2, 4).toUShort(nullptr, 16));
            i += 5;
        } else {
            result += escaped[i];
        }
    }
    return result;
}

QJsonValue unescape(const QJsonValue &value)
{
    if (value.isString())
        return unescape(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &item : value.toArray())
            result.append(unescape(item));
        return result;
    }
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(unescape(it.key()), unescape(it.value()));
    return value.isObject() ? QJsonValue(result) : value;
}

bool hasLoneSurrogate(const QString &input)
{
    for (qsizetype i = 0; i < input.size(); ++i) {
        if (!input[i].isSurrogate())
            continue;
        if (!input[i].isHighSurrogate() || i + 1 == input.size() || !input[i + 1].isLowSurrogate())
            return true;
        ++i;
    }
    return false;
}

QString show(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

// The tests give texts piece by piece.
QJsonArray joined(const QJsonArray &expected)
{
    QJsonArray result;
    for (const QJsonValue &value : expected) {
        const QJsonArray token = value.toArray();
        const QJsonArray before = result.isEmpty() ? QJsonArray() : result.last().toArray();
        if (token.at(0) == u"Character"_s && before.at(0) == u"Character"_s)
            result.replace(result.size() - 1,
                           QJsonArray{u"Character"_s, before.at(1).toString() + token.at(1).toString()});
        else
            result.append(token);
    }
    return result;
}

} // namespace

class TestHtmlTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void conformance_data();
    void conformance();
    void linear_data();
    void linear();
    void manyAttributes();
    void everyByte();
};

void TestHtmlTokenizer::cases_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QJsonArray>("output");
    const auto row = [](const char *tag, const QByteArray &input, const char *output) {
        QTest::newRow(tag) << input << tokens(output);
    };
    row("text", "a < b & c", R"([["Character", "a < b & c"]])");
    row("attributes", "<A Href=x?a=1&amp;b=2&copy=3 title='\"q\"' B c=\"\" href=y>",
        R"([["StartTag", "a", {"href": "x?a=1&b=2&copy=3", "title": "\"q\"", "b": "", "c": ""}]])");
    row("slashes", "<a / b/c=/d/><br/>",
        R"([["StartTag", "a", {"b": "", "c": "/d/"}], ["StartTag", "br", {}, true]])");
    row("equals sign as name", "<a =b /==c>", R"([["StartTag", "a", {"=b": "", "=": "c"}]])");
    row("non-ASCII", "<тег><a имя=ЗНАЧ>Ж</A ж>",
        R"([["Character", "<тег>"], ["StartTag", "a", {"имя": "ЗНАЧ"}], ["Character", "Ж"], ["EndTag", "a"]])");
    row("references", "&lt;&ltx;&notit;&notin;&amp&#65;&#x42;&#0;&#128;&#xD800;&#99999999999;&unknown;&",
        R"([["Character", "<<x;¬it;∉&AB\uFFFD€\uFFFD\uFFFD&unknown;&"]])");
    row("two code points", "&NotEqualTilde;&fjlig;", R"([["Character", "≂̸fj"]])");
    row("line ends", "a\r\nb\rc\n<x y='1\r\n2'>",
        R"([["Character", "a\nb\nc\n"], ["StartTag", "x", {"y": "1\n2"}]])");
    row("NUL", QByteArray("a\0<b\0 c\0='\0'><!--\0-->", 19),
        R"([["Character", "a\u0000"], ["StartTag", "b\uFFFD", {"c\uFFFD": "\uFFFD"}], ["Comment", "\uFFFD"]])");
    row("script", "<script>if (a<b && '</scriptx>') x=\"&amp;\";</script >t&amp;",
        R"([["StartTag", "script", {}], ["Character", "if (a<b && '</scriptx>') x=\"&amp;\";"], ["EndTag", "script"], ["Character", "t&"]])");
    row("script in script", "<script><!--<script></script>--></script>x",
        R"([["StartTag", "script", {}], ["Character", "<!--<script></script>-->"], ["EndTag", "script"], ["Character", "x"]])");
    row("dashes in script", "<script><!----->a--<script></script>x",
        R"([["StartTag", "script", {}], ["Character", "<!----->a--<script>"], ["EndTag", "script"], ["Character", "x"]])");
    row("style", "<STYLE>a>b{}<p></STYLE><p>",
        R"([["StartTag", "style", {}], ["Character", "a>b{}<p>"], ["EndTag", "style"], ["StartTag", "p", {}]])");
    row("title", "<title><b>&lt;</title>",
        R"([["StartTag", "title", {}], ["Character", "<b><"], ["EndTag", "title"]])");
    row("script in a picture", "<svg><script/><title/><a></svg><script/><a></script>",
        R"([["StartTag", "svg", {}], ["StartTag", "script", {}, true], ["StartTag", "title", {}, true], ["StartTag", "a", {}],
        ["EndTag", "svg"], ["StartTag", "script", {}, true], ["Character", "<a>"], ["EndTag", "script"]])");
    row("plain text", "<plaintext></plaintext>&lt;",
        R"([["StartTag", "plaintext", {}], ["Character", "</plaintext>&lt;"]])");
    row("comments", "<!--a--><!--b--!><!--><!--->-<?pi?><!x></ y><!--c--",
        R"([["Comment", "a"], ["Comment", "b"],
        ["Comment", ""], ["Comment", ""], ["Character", "-"], ["Comment", "?pi?"], ["Comment", "x"], ["Comment", " y"], ["Comment", "c"]])");
    row("doctype", "<!DOCTYPE html PUBLIC \"-//W3C\" 'sys'>",
        R"([["DOCTYPE", "html", "-//W3C", "sys", true]])");
    row("cut in a tag", "a<b c='", R"([["Character", "a"]])");
    row("cut in an end tag", "a</", R"([["Character", "a</"]])");
    row("cut in a reference", "a&am", R"([["Character", "a&am"]])");
    row("cut in a comment", "a<!-- b -", R"([["Character", "a"], ["Comment", " b "]])");
    row("cut in a script", "<script>a</scrip", R"([["StartTag", "script", {}], ["Character", "a</scrip"]])");
    row("cut in a doctype", "<!doctype ht", R"([["DOCTYPE", "ht", null, null, false]])");
}

void TestHtmlTokenizer::cases()
{
    QFETCH(QByteArray, input);
    QFETCH(QJsonArray, output);
    const Start automatic{ContentModel::Data, {}, true};
    QCOMPARE(show(tokenize(input, automatic)), show(output));
    QCOMPARE(show(tokenizeByByte(input, automatic)), show(output));
}

void TestHtmlTokenizer::conformance_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(test::sharedFile(u"conformance/html5lib-tokenizer"_s));
    QStringList files = folder.entryList({u"*.test"_s}, QDir::Files);
    files.removeAll(u"xmlViolation.test"_s); // about trees that become XML
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    if (files.isEmpty() || !folder.exists() || folder.path() == "."_L1)
        QSKIP("conformance/html5lib-tokenizer is not there");
}

void TestHtmlTokenizer::conformance()
{
    QFETCH(QString, path);
    const QHash<QString, ContentModel> states{
        {u"Data state"_s, ContentModel::Data},           {u"RCDATA state"_s, ContentModel::Rcdata},
        {u"RAWTEXT state"_s, ContentModel::RawText},     {u"Script data state"_s, ContentModel::Script},
        {u"PLAINTEXT state"_s, ContentModel::PlainText}, {u"CDATA section state"_s, ContentModel::Cdata}};
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int compared = 0;
    for (const QJsonValue &value :
         QJsonDocument::fromJson(file.readAll()).object().value("tests"_L1).toArray()) {
        QJsonObject test = value.toObject();
        if (test.value("doubleEscaped"_L1).toBool()) {
            test.insert("input"_L1, unescape(test.value("input"_L1)));
            test.insert("output"_L1, unescape(test.value("output"_L1)));
        }
        const QString input = test.value("input"_L1).toString();
        if (hasLoneSurrogate(input))
            continue; // cannot be written in UTF-8
        const QJsonArray initial = test.value("initialStates"_L1).toArray(QJsonArray{u"Data state"_s});
        for (const QJsonValue &state : initial) {
            QVERIFY2(states.contains(state.toString()), qPrintable(state.toString()));
            const Start start{states[state.toString()],
                              test.value("lastStartTag"_L1).toString().toStdString()};
            const QString expected = show(joined(test.value("output"_L1).toArray()));
            const QString context =
                test.value("description"_L1).toString() + u"\n  expected "_s + expected + u"\n  got "_s;
            const QString whole = show(tokenize(input.toUtf8(), start));
            QVERIFY2(whole == expected, qPrintable(context + whole));
            const QString pieces = show(tokenizeByByte(input.toUtf8(), start));
            QVERIFY2(pieces == expected, qPrintable(context + u"by byte "_s + pieces));
            ++compared;
        }
    }
    QVERIFY(compared > 0);
}

void TestHtmlTokenizer::linear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit : {"<",
                             "<a ",
                             "<a b='",
                             "</",
                             "&",
                             "&#",
                             "&#x1",
                             "<!--",
                             "<!",
                             "-",
                             "<!doctype '",
                             "<a b=&",
                             "<a/",
                             "<script>",
                             "<script><!--<script",
                             "<title></titl",
                             "\r",
                             "]]",
                             "--!",
                             "<div>",
                             "a=",
                             "&CounterClockwise"})
        QTest::newRow(unit) << QByteArray(unit);
}

// Four times the input takes about four times as long; quadratic work would take sixteen times. Both are too
// large for the caches of the processor.
void TestHtmlTokenizer::linear()
{
    QFETCH(QByteArray, unit);
#ifdef __GLIBC__
    // What the kernel takes for fetching pages is not meant: what is freed stays here for the next round.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
    const auto run = [](const QByteArray &input) {
        struct Nothing
        {
            void text(std::string_view) {}
            void startTag(const Tag &) {}
            void endTag(const Tag &) {}
            void comment(std::string_view) {}
            void doctype(const Doctype &) {}
        };
        Nothing sink;
        HtmlTokenizer tokenizer(sink);
        tokenizer.run({input.constData(), std::size_t(input.size())}, true);
    };
    constexpr int Small = 100'000;
    const QByteArray few = unit.repeated(Small);
    const QByteArray many = unit.repeated(4 * Small);
    const auto growth = test::Growth::of([&] { run(few); }, [&] { run(many); }, 10);
    QVERIFY2(growth.isBelow(10), qPrintable(growth.text()));
}

void TestHtmlTokenizer::manyAttributes()
{
    QByteArray input = "<a";
    QJsonObject expected;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray number = QByteArray::number(i % 10'000);
        input += " N" + number + "='" + QByteArray::number(i) + "&amp;'";
        if (i < 10'000)
            expected.insert(QString::fromLatin1("n" + number), QString::number(i) + u'&');
    }
    QCOMPARE(tokenize(input + '>'), (QJsonArray{QJsonArray{u"StartTag"_s, u"a"_s, expected}}));
}

// Three-byte inputs of all that matters, whole and byte by byte.
void TestHtmlTokenizer::everyByte()
{
    const QByteArray alphabet("<>/!-&#x;='\" a?]\r\0\xD0\x96", 20);
    int different = 0;
    for (const char a : alphabet) {
        for (const char b : alphabet) {
            for (const char c : alphabet) {
                for (const char *start : {"<", "<a", "<!--", "&#1", "<a b"}) {
                    const QByteArray input = start + QByteArray(1, a) + b + c;
                    different += tokenize(input) != tokenizeByByte(input) ? 1 : 0;
                }
            }
        }
    }
    QCOMPARE(different, 0);
}

QTEST_GUILESS_MAIN(TestHtmlTokenizer)
#include "tst_htmltokenizer.moc"
