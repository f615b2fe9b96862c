// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appsettings.h"
#include "gui/care/newsofversions.h"
#include "gui/shell/aboutdialog.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/windowdialogs.h"
#include "support/faultserver.h"
#include "support/proxystub.h"
#include "windowrig.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QMessageBox>
#include <QNetworkInformation>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// News of newer versions: only when wanted, seldom, and with nothing about anybody.
class TestNewsOfVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void buildsHaveNoAddress();
    void notAskedUnlessWanted();
    void oneRequestThatSaysNothing();
    void onceAWeek_data();
    void onceAWeek();
    void oddAnswers_data();
    void oddAnswers();
    void notOnAStick();
    void onlyHttpsElsewhere();
    void throughTheUsersProxy();
    void toldInTheWindow();
    void forgottenWithTheSettings();
    void openUrl(const QUrl &url) { m_opened << url; } ///< in place of the browser

private:
    QList<QUrl> m_opened;
};

namespace {

const QByteArray Newer = R"({"version": "99.1.0", "url": "https://linnet.example/99"})";

QString daysAgo(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(-days).toString(Qt::ISODate);
}

/// Until the answer was taken or refused.
bool lookAndWait(WindowRig &rig, NewsOfVersions &news)
{
    QSignalSpy told(&rig.session().network(), &session::NetworkControl::versionTold);
    news.look();
    return !told.isEmpty() || told.wait(20'000);
}

} // namespace

void TestNewsOfVersions::buildsHaveNoAddress()
{
    WindowRig rig;
    QVERIFY(!setting::TellNews.read(rig.settings()));
    if (!NewsOfVersions::builtInAddress().isEmpty())
        QSKIP("this build has an address");
    SettingsDialog dialog(rig.services());
    const auto *box = dialog.findChild<QComboBox *>(u"newsBox"_s);
    QVERIFY(!box->isEnabled());
    QVERIFY2(box->currentText().contains("no address to ask"_L1), qPrintable(box->currentText()));
    QVERIFY(box->toolTip().contains("no address to ask"_L1));
}

void TestNewsOfVersions::notAskedUnlessWanted()
{
    WindowRig rig;
    FaultServer server;
    server.script("/", {Answer::text(Newer)});
    NewsOfVersions &news = rig.window().dialogs().news();
    news.setAddress(server.url());
    news.look();
    QVERIFY(setting::NewsAsked.read(rig.settings()).isEmpty());
    // What follows in the network's thread comes after what look() would have asked.
    setting::TellNews.write(rig.settings(), true);
    QVERIFY(lookAndWait(rig, news));
    QCOMPARE(server.seen().size(), 1);
}

void TestNewsOfVersions::oneRequestThatSaysNothing()
{
    WindowRig rig;
    FaultServer server;
    server.script("/", {Answer::status(200, {{"Set-Cookie", "id=1; path=/"}}, Newer)});
    rig.access().setToken(u"hh"_s, "s3cret");
    setting::UserAgent.write(rig.settings(), u"Mine/1.0 (me@somewhere.example)"_s);
    setting::TellNews.write(rig.settings(), true);
    NewsOfVersions &news = rig.window().dialogs().news();
    news.setAddress(server.url());
    for (int i = 0; i < 2; ++i) {
        setting::NewsAsked.write(rig.settings(), {});
        QVERIFY(lookAndWait(rig, news));
    }
    QCOMPARE(server.seen().size(), 2);
    for (const Seen &seen : server.seen()) {
        QCOMPARE(seen.method, QByteArray("GET"));
        QCOMPARE(seen.target, QByteArray("/"));
        QStringList names;
        for (const auto &[name, value] : seen.headers)
            names << QString::fromLatin1(name).toLower();
        names.sort();
        QCOMPARE(names, QStringList({u"accept-encoding"_s, u"accept-language"_s, u"connection"_s, u"host"_s,
                                     u"user-agent"_s}));
        QCOMPARE(seen.header("User-Agent"), QByteArray("Linnet/" LINNET_VERSION));
        QCOMPARE(seen.header("Accept-Language"), QByteArray("*"));
    }
}

void TestNewsOfVersions::onceAWeek_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<int>("requests");
    QTest::newRow("never") << QString() << 1;
    QTest::newRow("six days ago") << daysAgo(6) << 0;
    QTest::newRow("eight days ago") << daysAgo(8) << 1;
    QTest::newRow("a clock that was set back") << daysAgo(-30) << 1;
    QTest::newRow("rubbish") << u"yesterday"_s << 1;
}

void TestNewsOfVersions::onceAWeek()
{
    QFETCH(const QString, asked);
    QFETCH(const int, requests);
    WindowRig rig;
    FaultServer server;
    server.script("/", {Answer::status(500), Answer::text(Newer)});
    setting::TellNews.write(rig.settings(), true);
    setting::NewsAsked.write(rig.settings(), asked);
    NewsOfVersions &news = rig.window().dialogs().news();
    news.setAddress(server.url());
    QSignalSpy told(&rig.session().network(), &session::NetworkControl::versionTold);
    news.look();
    if (requests > 0)
        QVERIFY(!told.isEmpty() || told.wait(20'000)); // a failure, which is not tried again
    for (int i = 0; i < 5; ++i)
        news.look();
    rig.session().network().askVersion(server.url(u"/marker"_s)); // behind all that
    QTRY_COMPARE_WITH_TIMEOUT(server.seen("/marker").size(), 1, 20'000);
    QCOMPARE(server.seen().size(), requests + 1);
}

void TestNewsOfVersions::oddAnswers_data()
{
    QTest::addColumn<QList<Answer>>("answers");
    const auto row = [](const char *name, const Answer &answer) {
        QTest::newRow(name) << QList<Answer>{answer, Answer::text(Newer)};
    };
    row("not JSON", Answer::text("<html>"));
    row("an older version", Answer::text(R"({"version": "0.0.1", "url": "https://linnet.example/"})"));
    row("this version",
        Answer::text(R"({"version": ")" LINNET_VERSION R"(", "url": "https://linnet.example/"})"));
    row("a page without https", Answer::text(R"({"version": "99.1.0", "url": "http://linnet.example/"})"));
    row("refused", Answer::status(403, {}, Newer));
    row("elsewhere", Answer::redirect("/other"));
    row("nothing", Answer::status(204));
    row("without end", Answer::raw("HTTP/1.1 200 OK\r\n\r\n{", Answer::End::Endless));
    row("cut off", Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + Newer, Answer::End::Close));
}

void TestNewsOfVersions::oddAnswers()
{
    QFETCH(QList<Answer>, answers);
    if (answers.first().end == Answer::End::Endless)
        answers.first().tail = QByteArray(1000, ' ');
    WindowRig rig;
    FaultServer server;
    server.script("/", answers);
    setting::TellNews.write(rig.settings(), true);
    NewsOfVersions &news = rig.window().dialogs().news();
    news.setAddress(server.url());
    QVERIFY(lookAndWait(rig, news));
    QVERIFY(!news.newer());
    QCOMPARE(server.seen().size(), 1); // neither again nor elsewhere
    QVERIFY(!rig.window().findChild<QToolButton *>(u"newsButton"_s)->isVisible());
}

void TestNewsOfVersions::notOnAStick()
{
    WindowRig rig;
    Places places = rig.places();
    places.isPortable = true;
    const Services usual = rig.services();
    const Services services{usual.session,  usual.access,  usual.practice, usual.theme,
                            usual.settings, usual.actions, usual.memory,   places};
    setting::TellNews.write(rig.settings(), true);
    NewsOfVersions news(services);
    news.setAddress(QUrl(u"https://linnet.example/"_s));
    news.look();
    QVERIFY(setting::NewsAsked.read(rig.settings()).isEmpty());
    QVERIFY(NewsOfVersions::whyNot(services, news.address()).contains("stick"_L1));
}

void TestNewsOfVersions::onlyHttpsElsewhere()
{
    WindowRig rig;
    NewsOfVersions news(rig.services());
    const QUrl before = news.address();
    for (const QString &refused :
         {u"http://linnet.example/"_s, u"http://10.0.0.1/"_s, u"file:///etc/passwd"_s}) {
        news.setAddress(QUrl(refused));
        QCOMPARE(news.address(), before);
    }
    news.setAddress(QUrl(u"https://linnet.example/"_s));
    QCOMPARE(news.address().host(), u"linnet.example"_s);
}

/// The system's proxy is asked, and nothing goes around it when it refuses.
void TestNewsOfVersions::throughTheUsersProxy()
{
    ProxyStub proxy;
    QVERIFY(proxy.start(0, [](const QByteArray &) {
        return ProxyStub::Reply{"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", false, true};
    }));
    qputenv("https_proxy", "http://" + proxy.address().toLatin1());
    const auto usual = qScopeGuard([] { qunsetenv("https_proxy"); });
    {
        WindowRig rig;
        const QNetworkInformation *network = QNetworkInformation::instance();
        if (network && network->reachability() == QNetworkInformation::Reachability::Disconnected)
            QSKIP("without a network nobody is asked");
        setting::TellNews.write(rig.settings(), true);
        NewsOfVersions &news = rig.window().dialogs().news();
        news.setAddress(QUrl(u"https://linnet.example/newest.json"_s));
        QVERIFY(lookAndWait(rig, news));
        QVERIFY(!news.newer());
    }
    QVERIFY(!proxy.heard().isEmpty());
    for (const QByteArray &message : proxy.heard())
        QVERIFY2(message.startsWith("CONNECT linnet.example:443 "), message.constData());
}

/// Chosen in the settings, seen in the strip and in About, and opened after a question only.
void TestNewsOfVersions::toldInTheWindow()
{
    WindowRig rig;
    FaultServer server;
    server.script("/", {Answer::text(Newer)});
    WindowDialogs &dialogs = rig.window().dialogs();
    dialogs.news().setAddress(server.url());
    dialogs.openSettings();
    auto *settings = qobject_cast<SettingsDialog *>(QApplication::activeModalWidget());
    QVERIFY(settings);
    auto *box = settings->findChild<QComboBox *>(u"newsBox"_s);
    QVERIFY(box->isEnabled());
    QVERIFY2(box->toolTip().contains("127.0.0.1"_L1) && box->toolTip().contains("Linnet/"_L1),
             qPrintable(box->toolTip()));
    box->setCurrentIndex(box->findData(true));
    const auto *strip = rig.window().findChild<QToolButton *>(u"newsButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 20'000);
    QVERIFY(strip->text().contains("99.1.0"_L1));
    settings->close();
    m_opened.clear();
    for (const bool agrees : {false, true}) {
        rig.window().findChild<QToolButton *>(u"newsButton"_s)->click();
        QPointer<QMessageBox> question = rig.window().findChild<QMessageBox *>(u"newsBox"_s);
        QVERIFY(question);
        QVERIFY(question->informativeText().contains("https://linnet.example/99"_L1));
        QVERIFY(m_opened.isEmpty());
        for (QAbstractButton *button : question->buttons()) {
            if ((question->buttonRole(button) == QMessageBox::AcceptRole) == agrees) {
                button->click();
                break;
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(!question, 20'000);
    }
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://linnet.example/99"_s)});
    dialogs.openAbout();
    const auto *about = qobject_cast<AboutDialog *>(QApplication::activeModalWidget());
    QVERIFY(about);
    QVERIFY(about->findChild<QPushButton *>(u"newerButton"_s)->isVisible());
}

void TestNewsOfVersions::forgottenWithTheSettings()
{
    WindowRig rig;
    setting::TellNews.write(rig.settings(), true);
    setting::NewsVersion.write(rig.settings(), u"99.1.0"_s);
    setting::NewsPage.write(rig.settings(), u"https://linnet.example/99"_s);
    NewsOfVersions &news = rig.window().dialogs().news();
    news.setAddress(QUrl(u"https://linnet.example/newest.json"_s));
    QVERIFY(news.newer());
    setting::NewsPage.write(rig.settings(), u"file:///bin/sh"_s); // a file may hold anything
    QVERIFY(!news.newer());
    setting::NewsPage.write(rig.settings(), u"https://linnet.example/99"_s);
    setting::TellNews.write(rig.settings(), false);
    QVERIFY(!news.newer());
}

QTEST_MAIN(TestNewsOfVersions)
#include "tst_newsofversions.moc"
