// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Errors as sentences for people.
class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_data();
    void sentences();
};

void TestErrorText::sentences_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const Error &error, const QString &begin) {
        QTest::addRow("%s", name) << error << begin;
    };
    row("the network's words say nothing more", {Reason::Refused, 0, u"Connection refused"_s},
        u"The server refused the connection. The server may"_s);
    row("nor of a name", {Reason::Dns, 0, u"Host a.invalid not found"_s},
        u"The address of the server could not be found. Check"_s);
    row("but the status does", {Reason::Truncated, 200, u"Connection closed"_s},
        u"The answer ended before it was complete (HTTP 200). Try"_s);
    row("and what is wrong with a certificate", {Reason::Tls, 0, u"The certificate has expired"_s},
        u"No secure connection could be made: the server's certificate is not trusted, or it speaks no "
        "protocol that can be used (The certificate has expired). Check"_s);
    row("a page in place of a sitemap", {Reason::BadSitemap, 200, u"HTML"_s},
        u"What stands at the address of the sitemap cannot be read as a sitemap (HTTP 200, HTML). Many sites "
        "show an ordinary page there when they have none. The crawl goes on"_s);
    row("a file of another kind", {Reason::NotAProject, 0, u"SQLite 26: file is not a database"_s},
        u"This file is not a Linnet project."_s);
    row("a service", {Reason::BadBody, 200, {}},
        u"The server answered with something other than the expected data (HTTP 200). The service may"_s);
}

void TestErrorText::sentences()
{
    QFETCH(const Error, error);
    QFETCH(const QString, begin);
    const QString said = ErrorText::sentence(error);
    QVERIFY2(said.startsWith(begin), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
