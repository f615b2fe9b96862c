// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/accesstoken.h"

#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using namespace linnet::jobs;
using namespace Qt::Literals::StringLiterals;

class TestAccessToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
};

void TestAccessToken::isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto utf16 = [](QStringConverter::Encoding encoding, const QString &text) {
        return QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text));
    };
    QTest::newRow("plain") << "APPL-1.a_b~c+/="_ba;
    QTest::newRow("line end") << "APPL-1.a_b~c+/=\r\n"_ba;
    QTest::newRow("blanks") << " \t APPL-1.a_b~c+/= \n\n"_ba;
    QTest::newRow("Notepad") << "\xef\xbb\xbf"
                                "APPL-1.a_b~c+/=\r\n"_ba;
    QTest::newRow("Unicode of Notepad") << utf16(QStringConverter::Utf16LE, u"APPL-1.a_b~c+/=\r\n"_s);
    QTest::newRow("UTF-16, the other way") << utf16(QStringConverter::Utf16BE, u"APPL-1.a_b~c+/="_s);
    QTest::newRow("Bearer") << "Bearer APPL-1.a_b~c+/="_ba;
    QTest::newRow("bearer, blanks") << "bearer   APPL-1.a_b~c+/="_ba;
    QTest::newRow("header") << "Authorization: Bearer APPL-1.a_b~c+/=\n"_ba;
    QTest::newRow("quotes") << "\"APPL-1.a_b~c+/=\"\n"_ba;
    QTest::newRow("quotes behind Bearer") << "Bearer 'APPL-1.a_b~c+/='"_ba;
    QTest::newRow("quotes around Bearer") << "\"Bearer APPL-1.a_b~c+/=\""_ba;
}

void TestAccessToken::isRead()
{
    QFETCH(const QByteArray, bytes);
    const auto token = readAccessToken(bytes);
    QVERIFY(token);
    QCOMPARE(*token, "APPL-1.a_b~c+/=");
}

void TestAccessToken::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a header more") << "abc\r\nX-Evil: 1"_ba;
    QTest::newRow("two lines") << "TOK1\nTOK2\n"_ba;
    QTest::newRow("carriage return") << "abc\rdef"_ba;
    QTest::newRow("blank inside") << "abc def"_ba;
    QTest::newRow("NUL") << QByteArray("abc\0def", 7);
    QTest::newRow("letters") << "токен"_ba;
    QTest::newRow("garbage") << "\x01\xff\xfe\x80"_ba;
    QTest::newRow("a quote left") << "\"abc"_ba;
    QTest::newRow("line separator") << "abc\xe2\x80\xa8x"_ba;
}

void TestAccessToken::isRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto token = readAccessToken(bytes);
    QVERIFY(!token);
    QCOMPARE(token.error().reason, Reason::BadValue);
    QVERIFY(!token.error().detail.contains(u"abc"));
    QVERIFY(readAccessToken({}) && readAccessToken({})->isEmpty());
}

QTEST_GUILESS_MAIN(TestAccessToken)
#include "tst_accesstoken.moc"
