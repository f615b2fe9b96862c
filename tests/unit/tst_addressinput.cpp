// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/addressinput.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using jobs::AddressInput;

class TestAddressInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAddress_data();
    void oneAddress();
    void refusals_data();
    void refusals();
    void withoutScheme();
    void lines();
    void repetitions();
    void encodings_data();
    void encodings();
    void arguments();
    void manyLines();
};

void TestAddressInput::oneAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("plain", u"http://a.example/x?y=1#z"_s);
    same("upper case", u"HTTPS://A.Example/Path"_s);
    same("IDN", u"https://пример.испытание/путь"_s);
    same("IPv4 and port", u"http://127.0.0.1:8080"_s);
    same("IPv6", u"http://[::1]:8080/"_s);
    same("login", u"http://name@a.example/"_s);
    same("underscore", u"http://a_b.example/"_s);
    same("address inside", u"https://a.example/web/https://b.example/"_s);
    same("percent, brackets, bars", u"http://a.example/%zz|{}[]"_s);
    QTest::newRow("white space around") << u"\u00A0 http://a.example/\t"_s << u"http://a.example/"_s;
    QTest::newRow("quotes") << u"\"http://a.example/\","_s << u"http://a.example/"_s;
    QTest::newRow("angle brackets") << u"<http://a.example/>;"_s << u"http://a.example/"_s;
    QTest::newRow("space inside") << u"http://a.example/a b"_s << u"http://a.example/a%20b"_s;
}

void TestAddressInput::oneAddress()
{
    QFETCH(QString, text);
    const auto address = AddressInput::address(text);
    QVERIFY2(address, qPrintable(address ? QString() : address.error().detail));
    QTEST(*address, "url");
}

void TestAddressInput::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("detail");
    const auto other = [](const char *name, const QString &text, const QString &scheme) {
        QTest::newRow(name) << text << Reason::OtherScheme << scheme;
    };
    other("ftp", u"ftp://a.example/x"_s, u"ftp"_s);
    other("file", u"FILE:///etc/passwd"_s, u"file"_s);
    other("path", u"/home/a/list.txt"_s, u"file"_s);
    other("path of Windows", u"C:\\Users\\a.html"_s, u"file"_s);
    other("share", u"\\\\server\\x"_s, u"file"_s);
    other("mail", u"mailto:a@b.example"_s, u"mailto"_s);
    other("script", u"javascript:void(0)"_s, u"javascript"_s);
    const auto none = [](const char *name, const QString &text, const QString &offer) {
        QTest::newRow(name) << text << Reason::NoScheme << offer;
    };
    none("host", u"a.example"_s, u"https://a.example"_s);
    none("host, port, path", u"a.example:8080/x"_s, u"https://a.example:8080/x"_s);
    none("localhost", u"localhost:8080"_s, u"https://localhost:8080"_s);
    none("IPv4", u"10.0.0.1/x"_s, u"https://10.0.0.1/x"_s);
    none("IDN", u"почта.рф"_s, u"https://почта.рф"_s);
    none("slashes", u"//a.example/x"_s, u"https://a.example/x"_s);
    const auto bad = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << Reason::BadUrl << QString();
    };
    bad("word", u"hello"_s);
    bad("sentence", u"see the list."_s);
    bad("number", u"12.5"_s);
    bad("address of a person", u"a@b.example"_s);
    bad("no host", u"http://"_s);
    bad("no host but path", u"http:///x"_s);
    bad("one slash", u"http:/a.example"_s);
    bad("NUL", u"http://a.example/"_s + QChar(0) + u"x"_s);
    bad("port 0", u"http://a.example:0/"_s);
    bad("empty", QString());
    QTest::newRow("long") << QString(u"http://a.example/"_s + QString(9000, u'x')) << Reason::BadLine
                          << QString();
}

void TestAddressInput::refusals()
{
    QFETCH(QString, text);
    const auto address = AddressInput::address(text);
    QVERIFY(!address);
    QTEST(address.error().reason, "reason");
    QTEST(address.error().detail, "detail");
}

void TestAddressInput::withoutScheme()
{
    const auto https = AddressInput::NoScheme::TakeAsHttps;
    QCOMPARE(AddressInput::address(u"a.example/x", https), u"https://a.example/x"_s);
    QCOMPARE(AddressInput::address(u"//a.example", https), u"https://a.example"_s);
    const auto web = AddressInput::NoScheme::TakeAsWeb;
    QCOMPARE(AddressInput::address(u"a.example/x", web), u"https://a.example/x"_s);
    QCOMPARE(AddressInput::address(u"//a.example", web), u"https://a.example"_s);
    QCOMPARE(AddressInput::address(u"a.example:443", web), u"https://a.example:443"_s);
    QCOMPARE(AddressInput::address(u"a.example:8080/x", web), u"http://a.example:8080/x"_s);
    QCOMPARE(AddressInput::address(u"127.0.0.1:18801", web), u"http://127.0.0.1:18801"_s);
    QCOMPARE(AddressInput::address(u"10.0.0.7/x", web), u"http://10.0.0.7/x"_s);
    QCOMPARE(AddressInput::address(u"localhost", web), u"http://localhost"_s);
    QCOMPARE(AddressInput::address(u"//localhost/x", web), u"http://localhost/x"_s);
    QVERIFY(!AddressInput::address(u"hello", https));
    QVERIFY(!AddressInput::address(u"ftp://a.example", https));
    for (const QString &port : {u"http://a.example:99999/"_s, u"http://a b.example/"_s})
        QCOMPARE(AddressInput::address(port).error().reason, Reason::BadUrl);
}

void TestAddressInput::lines()
{
    const QString text = u"url\n"
                         "# my list\r\n"
                         "http://a.example/1\r"
                         "\n"
                         "\n"
                         "http://a.example/2 http://a.example/3,https://a.example/4\thttps://a.example/5\n"
                         "not one\n"
                         "http://a.example/6"_s;
    const auto input = AddressInput::fromText(text);
    QStringList taken;
    for (const auto &[line, url] : input.addresses)
        taken.append(u"%1 %2"_s.arg(line).arg(url));
    QCOMPARE(taken, (QStringList{u"3 http://a.example/1"_s, u"5 http://a.example/2"_s,
                                 u"5 http://a.example/3"_s, u"5 https://a.example/4"_s,
                                 u"5 https://a.example/5"_s, u"7 http://a.example/6"_s}));
    QCOMPARE(input.refused, (QList<AddressInput::Refused>{{6, u"not one"_s, {Reason::BadUrl, 0, {}}}}));
    QVERIFY(input.repeated.isEmpty());
    QVERIFY(AddressInput::fromText(u"").addresses.isEmpty());
    QCOMPARE(AddressInput::fromText(u"\n\nurl").refused.size(), 1);
}

void TestAddressInput::repetitions()
{
    const auto input = AddressInput::fromText(u"http://a.example\n"
                                              "HTTP://A.example:80/\n"
                                              "http://a.example/#part\n"
                                              "http://a.example/?\n"
                                              "https://a.example:443\n"
                                              "https://a.example/"_s);
    QCOMPARE(input.addresses.size(), 3);
    QCOMPARE(input.repeated, (QList<AddressInput::Repeated>{{2, 1}, {3, 1}, {6, 5}}));
}

void TestAddressInput::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"http://a.example/путь\nмусор"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8());
    QTest::newRow("windows-1251") << QByteArray(QStringEncoder("windows-1251")(text));
    QTest::newRow("UTF-16LE") << QByteArray(QStringEncoder(QStringConverter::Utf16LE)(text));
    QTest::newRow("UTF-16BE") << QByteArray(QStringEncoder(QStringConverter::Utf16BE)(text));
    QTest::newRow("UTF-16 with mark")
        << QByteArray(QStringEncoder(QStringConverter::Utf16, QStringConverter::Flag::WriteBom)(text));
}

void TestAddressInput::encodings()
{
    QFETCH(QByteArray, bytes);
    const auto input = AddressInput::fromBytes(bytes);
    QCOMPARE(input.addresses, (QList<AddressInput::Address>{{1, u"http://a.example/путь"_s}}));
    QCOMPARE(input.refused.size(), 1);
    QCOMPARE(input.refused.first().text, u"мусор"_s);
}

void TestAddressInput::arguments()
{
    const auto input =
        AddressInput::fromList({u"http://a.example/"_s, QString(), u"#x"_s, u"http://a.example/ "_s});
    QCOMPARE(input.addresses.size(), 1);
    QCOMPARE(input.refused.size(), 2);
    QCOMPARE(input.refused.first().line, 2);
    QCOMPARE(input.repeated, (QList<AddressInput::Repeated>{{4, 1}}));
}

void TestAddressInput::manyLines()
{
    QByteArray bytes;
    for (int i = 0; i < 100'000; ++i) {
        switch (i % 10) {
        case 0:
            bytes += QByteArray(1 + i % 64, char(i % 256 == 10 || i % 256 == 13 ? 1 : i % 256)) + '|';
            break;
        case 1:
            bytes += "http://h" + QByteArray::number(i) + ".example:99999/";
            break;
        default:
            bytes += "https://h" + QByteArray::number(i) + ".example/p?q=" + QByteArray::number(i);
            break;
        }
        bytes += '\n';
    }
    bytes += QByteArray(5'000'000, 'x');
    QElapsedTimer timer;
    timer.start();
    const auto input = AddressInput::fromBytes(bytes);
    qInfo("100,000 lines in %lld ms", timer.elapsed());
    QCOMPARE(input.addresses.size(), 80'000);
    QCOMPARE(input.refused.last().line, 100'001);
    QCOMPARE(input.refused.last().error.reason, Reason::BadLine);
    QVERIFY(input.refused.last().text.size() <= 200);
}

QTEST_GUILESS_MAIN(TestAddressInput)
#include "tst_addressinput.moc"
