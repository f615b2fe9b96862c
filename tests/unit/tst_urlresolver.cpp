// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/urlresolver.h"

#include "support/shareddata.h"
#include "url/withoutlogin.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace linnet::url;
using namespace Qt::Literals::StringLiterals;

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// The result as one line: address with fragment, "foreign" or "invalid".
QString show(const ResolvedUrl &url)
{
    if (url.kind != UrlKind::Http)
        return url.kind == UrlKind::Foreign ? u"foreign"_s : u"invalid"_s;
    return text(url.href) + (url.hasFragment ? u'#' + text(url.fragment) : QString());
}

bool isHttp(const QString &url)
{
    const QString trimmed = url.trimmed().toLower();
    return trimmed.startsWith("http:"_L1) || trimmed.startsWith("https:"_L1);
}

bool hasLoneSurrogate(const QString &input)
{
    return input.toUtf8().contains("\xEF\xBF\xBD") && !input.contains(QChar::ReplacementCharacter);
}

/// Inputs of urltestdata.json that are read otherwise than the standard says, and why.
const QHash<QString, QString> &differences()
{
    static const QHash<QString, QString> known{
        {u"https://xn--/"_s, u"an empty IDNA label; no such name can be registered"_s}};
    return known;
}

} // namespace

class TestUrlResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void queryEncodings_data();
    void queryEncodings();
    void conformance();
    void linear();
};

void TestUrlResolver::references_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *reference, const QString &expected) {
        QTest::newRow(reference) << QByteArray(reference) << expected;
    };
    row("", u"http://example.org/a/b?c"_s);
    row("#x y", u"http://example.org/a/b?c#x%20y"_s);
    row("#", u"http://example.org/a/b?c#"_s);
    row("?d=\"'", u"http://example.org/a/b?d=%22%27"_s);
    row("?", u"http://example.org/a/b?"_s);
    row("d", u"http://example.org/a/d"_s);
    row("./d/../e/", u"http://example.org/a/e/"_s);
    row("../../../d", u"http://example.org/d"_s);
    row("%2e%2E/d", u"http://example.org/d"_s);
    row("..", u"http://example.org/"_s);
    row(".", u"http://example.org/a/"_s);
    row("/d//e", u"http://example.org/d//e"_s);
    row("\\d\\e", u"http://example.org/d/e"_s);
    row("//other.org", u"http://other.org/"_s);
    row("\\/other.org\\x", u"http://other.org/x"_s);
    row("///other.org/x", u"http://other.org/x"_s);
    row("  d\t\n e  ", u"http://example.org/a/d%20e"_s);
    row("ж?ж#ж", u"http://example.org/a/%D0%B6?%D0%B6#%D0%B6"_s);
    row("a%7Eb~[c]|d^e`{}", u"http://example.org/a/a%7Eb~[c]|d%5Ee%60%7B%7D"_s);
    row("%zz%4", u"http://example.org/a/%zz%4"_s);
    row("HTTP:d", u"http://example.org/a/d"_s);
    row("http:/d", u"http://example.org/d"_s);
    row("https:d", u"https://d/"_s);
    row("https:\\\\D.ORG:443", u"https://d.org/"_s);
    row("http://d.org:0080/", u"http://d.org/"_s);
    row("http://d.org:8080?x", u"http://d.org:8080/?x"_s);
    row("http://user:pa ss@d.org/", u"http://d.org/"_s);
    row("http://пример.рф/", u"http://xn--e1afmkfd.xn--p1ai/"_s);
    row("http://0x7f.1/", u"http://127.0.0.1/"_s);
    row("http://[::1]:80/", u"http://[::1]/"_s);
    row("http://[1:0::0:2]/", u"http://[1::2]/"_s);
    row("http://1.2.3.4.5/", u"invalid"_s);
    row("http://", u"invalid"_s);
    row("http://a b/", u"invalid"_s);
    row("http://d.org:99999/", u"invalid"_s);
    row("http://d.org:8a/", u"invalid"_s);
    row("http://[::1/", u"invalid"_s);
    row("//", u"invalid"_s);
    row("mailto:x@y", u"foreign"_s);
    row("JavaScript:void(0)", u"foreign"_s);
    row("tel:1", u"foreign"_s);
    row("ftp://d.org/", u"foreign"_s);
    row("a:b", u"foreign"_s);
    row("1a:b", u"http://example.org/a/1a:b"_s);
    row("pgsql-docs@lists.example.org", u"http://example.org/a/pgsql-docs@lists.example.org"_s);
}

void TestUrlResolver::references()
{
    QFETCH(QByteArray, reference);
    QFETCH(QString, expected);
    const UrlResolver resolver("http://example.org/a/b?c#d");
    QVERIFY(resolver.hasBase());
    const ResolvedUrl found = resolver.resolve(reference.toStdString());
    QCOMPARE(show(found), expected);
    // What came out means the same when it is read again.
    if (found.kind == UrlKind::Http)
        QCOMPARE(text(parseUrl(found.href).href), text(found.href));
}

void TestUrlResolver::queryEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("expected");
    QTest::newRow("utf-8") << QByteArray("UTF-8") << u"http://a/%D0%B6?%D0%B6=%E2%82%AC&%E4%BD%A0"_s;
    QTest::newRow("utf-16") << QByteArray("UTF-16LE") << u"http://a/%D0%B6?%D0%B6=%E2%82%AC&%E4%BD%A0"_s;
    QTest::newRow("cyrillic") << QByteArray("windows-1251") << u"http://a/%D0%B6?%E6=%88&%26%2320320%3B"_s;
    QTest::newRow("western") << QByteArray("windows-1252")
                             << u"http://a/%D0%B6?%26%231078%3B=%80&%26%2320320%3B"_s;
}

void TestUrlResolver::queryEncodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, expected);
    const UrlResolver resolver("http://a/", encoding.toStdString());
    QCOMPARE(show(resolver.resolve("ж?ж=€&你")), expected);
}

void TestUrlResolver::conformance()
{
    const QByteArray bytes = test::sharedBytes(u"conformance/urltestdata.json"_s);
    if (bytes.isEmpty())
        QSKIP("conformance/urltestdata.json is not there");
    int compared = 0;
    QStringList wrong;
    for (const QJsonValue &value : QJsonDocument::fromJson(bytes).array()) {
        const QJsonObject test = value.toObject();
        const QString input = test.value("input"_L1).toString();
        const QString base = test.value("base"_L1).toString();
        const bool fails = test.value("failure"_L1).toBool();
        if (!value.isObject() || hasLoneSurrogate(input))
            continue;
        const bool concerns =
            fails ? isHttp(input) || isHttp(base) : isHttp(test.value("href"_L1).toString());
        if (!concerns || (!base.isEmpty() && !isHttp(base) && !isHttp(input)))
            continue;
        const ResolvedUrl found = UrlResolver(base.toStdString()).resolve(input.toStdString());
        // Foreign addresses are told apart, not read.
        if (fails && found.kind == UrlKind::Foreign)
            continue;
        ++compared;
        // Logins are kept apart from the address, those of a base are not handed on.
        const QString expected =
            fails ? u"invalid"_s : text(withoutLogin(test.value("href"_L1).toString().toStdString()));
        const bool same = show(found) == expected;
        if (same == differences().contains(input))
            wrong.append(u"<%1> on <%2>\n   got %3\n  want %4"_s.arg(input, base, show(found), expected));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size()) + u'\n' + wrong.join(u'\n')));
    QVERIFY(compared > 350);
}

// A quadratic resolver would take minutes.
void TestUrlResolver::linear()
{
    const UrlResolver resolver("http://example.org/a/b");
    for (const char *unit : {"../", "a/", "%2e/", "%", "@", ":", "\t", "?", "#", "\\", "ж", "[", "1."}) {
        const std::string many = QByteArray(unit).repeated(1'000'000).toStdString();
        for (const char *start : {"", "http://", "?", "//a/"}) {
            const ResolvedUrl found = resolver.resolve(start + many);
            QVERIFY(found.href.size() <= 40 + 3 * many.size() && found.fragment.size() <= 3 * many.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestUrlResolver)
#include "tst_urlresolver.moc"
