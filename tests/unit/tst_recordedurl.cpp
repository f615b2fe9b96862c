// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/recordedurl.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

class TestRecordedUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNoSecrets_data();
    void keepsNoSecrets();
};

void TestRecordedUrl::keepsNoSecrets_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << u"http://h.example/a?b=c&d=%20#f"_s << u"http://h.example/a?b=c&d=%20#f"_s;
    QTest::newRow("login") << u"http://me:secret@h.example:81/"_s << u"http://h.example:81/"_s;
    QTest::newRow("token") << u"https://h.example/?q=1&Access_Token=abc&x=2"_s
                           << u"https://h.example/?q=1&Access_Token=***&x=2"_s;
    QTest::newRow("no value") << u"https://h.example/?token="_s << u"https://h.example/?token="_s;
    QTest::newRow("like one") << u"https://h.example/?keyword=abc"_s << u"https://h.example/?keyword=abc"_s;
}

void TestRecordedUrl::keepsNoSecrets()
{
    QFETCH(QString, url);
    QTEST(net::recordedUrl(QUrl(url)), "kept");
}

QTEST_GUILESS_MAIN(TestRecordedUrl)
#include "tst_recordedurl.moc"
