// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/openaddress.h"

#include <QDesktopServices>
#include <QTest>

using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Only web addresses leave the program.
class TestOpenAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheWeb_data();
    void onlyTheWeb();

public Q_SLOTS:
    void take(const QUrl &url) { m_taken << url.toString(); }

private:
    QStringList m_taken;
};

void TestOpenAddress::onlyTheWeb_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("opens");
    const auto row = [](const char *address, bool opens) {
        QTest::newRow(address) << QString::fromLatin1(address) << opens;
    };
    row("https://example.org/a?b#c", true);
    row("http://127.0.0.1:8080/", true);
    row("HTTP://example.org/", true);
    row("file:///etc/passwd", false);
    row("file://attacker/share/evil.exe", false);
    row("smb://h/x", false);
    row("ms-msdt:/id", false);
    row("javascript:alert(1)", false);
    row("mailto:a@example.org", false);
    row("http:///nohost", false);
    row("//example.org/", false);
    row("", false);
}

void TestOpenAddress::onlyTheWeb()
{
    QFETCH(const QString, address);
    QFETCH(const bool, opens);
    const QStringList schemes{u"http"_s,    u"https"_s,      u"file"_s,  u"smb"_s,
                              u"ms-msdt"_s, u"javascript"_s, u"mailto"_s};
    for (const QString &scheme : schemes)
        QDesktopServices::setUrlHandler(scheme, this, "take");
    m_taken.clear();
    QCOMPARE(canOpenAddress(QUrl(address)), opens);
    QCOMPARE(openAddress(QUrl(address)), opens);
    QCOMPARE(m_taken.size(), opens ? 1 : 0);
    for (const QString &scheme : schemes)
        QDesktopServices::unsetUrlHandler(scheme);
}

QTEST_MAIN(TestOpenAddress)
#include "tst_openaddress.moc"
