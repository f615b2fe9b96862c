// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "gui/proxies/proxyimportdialog.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytestpage.h"
#include "gui/shell/mainmenu.h"
#include "gui/widgets/banner.h"
#include "models/proxies/poolwords.h"
#include "models/proxies/proxytablemodel.h"
#include "practice/server/practiceserver.h"
#include "proxies/list/proxylistparser.h"
#include "session/runparams.h"
#include "support/faultserver.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::PoolWords;
using models::ProxyTableModel;

/// The page of the lists of proxies, in the whole window.
class TestProxyListsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newListFromText();
    void switchedOffAndTakenBack();
    void removedAndTakenBack();
    void largeList();
    void ownOnes();
    void fromAWebAddress();
    void exported();
    void testOpensTheTest();
    void testedOnesAreKnown();
    void saysWhatIsNext();
    void deletedListComesBack();
    void states_data();
    void states();
    void model();

private:
    static ProxyListsPage &page(WindowRig &rig)
    {
        rig.window().activateWindow();
        if (!QTest::qWaitForWindowActive(&rig.window()))
            qWarning("The window does not get the focus");
        rig.actions().run(QStringLiteral("lists.proxies"));
        return rig.proxyLists();
    }
    static const proxies::KeptList &keep(WindowRig &rig, const QString &text)
    {
        proxies::KeptList list = session::ProxyBook::newList(u"Office"_s);
        list.take({}, proxies::ProxyListParser::parse(text, proxies::ProxyScheme::Http));
        rig.access().proxyBook().put(list);
        return *rig.access().proxyBook().list(list.id);
    }
    static Banner *notice(ProxyListsPage &page) { return page.findChild<Banner *>(); }
};

namespace {

QTableView *tableOf(const ProxyListsPage &page)
{
    return page.findChild<QTableView *>(u"proxyTable"_s);
}

QString forecast(const ProxyListsPage &page)
{
    return page.findChild<QLabel *>(u"forecastLabel"_s)->text();
}

QString cell(const ProxyListsPage &page, int row, int column)
{
    return tableOf(page)->model()->index(row, column).data().toString();
}

} // namespace

void TestProxyListsPage::newListFromText()
{
    WindowRig rig;
    ProxyListsPage &lists = page(rig);
    QVERIFY(lists.isVisible());
    QVERIFY(lists.list().isEmpty());
    lists.actions().typeProxies();
    auto *dialog = lists.findChild<ProxyImportDialog *>();
    QVERIFY(dialog);
    auto *text = dialog->findChild<QPlainTextEdit *>(u"proxiesEdit"_s);
    text->setPlainText(u"10.0.0.1:80\nme:s3cret@10.0.0.2:3128\n10.0.0.3:0\n10.0.0.1:80"_s);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->list().entries.size(), 2, 20'000);
    QCOMPARE(dialog->list().problems.size(), 1);
    dialog->accept();
    QCOMPARE(rig.access().proxyBook().lists().size(), 1);
    QCOMPARE(lists.list(), rig.access().proxyBook().lists().first().id);
    QCOMPARE(tableOf(lists)->model()->rowCount(), 2);
    QCOMPARE(cell(lists, 1, ProxyTableModel::Address), u"http://10.0.0.2:3128, with a login"_s);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < ProxyTableModel::ColumnCount; ++column)
            QVERIFY(!cell(lists, row, column).contains("s3cret"_L1));
    }
    // Without a keychain it is said, and the button beside it says what it takes back.
    Q_EMIT rig.access().proxyBook().keptForNow(lists.list(), {Reason::Io, 0, u"locked"_s});
    QVERIFY(notice(lists)->text().contains(u"keychain"_s));
    const auto *undo = notice(lists)->findChild<QPushButton *>();
    QVERIFY(undo);
    QCOMPARE(undo->text(), u"Undo: 2 proxies were taken"_s);
    lists.actions().undo();
    QVERIFY(rig.access().proxyBook().lists().isEmpty());
    QVERIFY(lists.list().isEmpty());
}

void TestProxyListsPage::switchedOffAndTakenBack()
{
    WindowRig rig;
    const QString id = keep(rig, u"10.0.0.1:80\n10.0.0.2:80\n10.0.0.3:80"_s).id;
    ProxyListsPage &lists = page(rig);
    QCOMPARE(lists.list(), id);
    tableOf(lists)->selectRow(1);
    QTest::mouseClick(lists.findChild<QPushButton *>(u"offButton"_s), Qt::LeftButton);
    tableOf(lists)->setFocus();
    QCOMPARE(rig.access().proxyBook().list(id)->enabledKeys().size(), 2);
    QCOMPARE(cell(lists, 1, ProxyTableModel::State), u"switched off"_s);
    QCOMPARE(notice(lists)->text(), u"1 proxy switched off."_s);
    QTest::keyClick(tableOf(lists), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rig.access().proxyBook().list(id)->enabledKeys().size(), 3);
    QCOMPARE(cell(lists, 1, ProxyTableModel::State), u"not used yet"_s);
}

void TestProxyListsPage::removedAndTakenBack()
{
    WindowRig rig;
    const QString id = keep(rig, u"10.0.0.1:80\nme:s3cret@10.0.0.2:80\n10.0.0.3:80"_s).id;
    ProxyListsPage &lists = page(rig);
    tableOf(lists)->setFocus();
    tableOf(lists)->selectRow(1);
    QTest::keyClick(tableOf(lists), Qt::Key_Delete);
    QCOMPARE(rig.access().proxyBook().list(id)->proxies.size(), 2);
    Q_EMIT notice(lists)->actionClicked(0);
    QCOMPARE(rig.access().proxyBook().list(id)->proxies.size(), 3);
    QCOMPARE(rig.access().proxyBook().list(id)->proxies[1].proxy.password, u"s3cret"_s);
}

/// Changed in another thread, one change after the other, each taken back by itself.
void TestProxyListsPage::largeList()
{
    WindowRig rig;
    QString text;
    for (int i = 0; i < 6000; ++i)
        text += u"10.0.%1.%2:80\n"_s.arg(i / 250).arg(i % 250);
    const QString id = keep(rig, text).id;
    ProxyListsPage &lists = page(rig);
    const session::ProxyBook &book = rig.access().proxyBook();
    tableOf(lists)->selectAll();
    const QSet<QString> all = lists.chosen();
    QCOMPARE(all.size(), 6000);
    lists.actions().switchOn(all, false);
    lists.actions().removeProxies({u"http://10.0.0.0:80"_s});
    QTRY_COMPARE_WITH_TIMEOUT(book.list(id)->proxies.size(), 5999, 20'000);
    QCOMPARE(book.list(id)->enabledKeys().size(), 0);
    QTRY_COMPARE(tableOf(lists)->model()->rowCount(), 5999);
    lists.actions().undo();
    QCOMPARE(book.list(id)->proxies.size(), 6000);
    lists.actions().undo();
    QCOMPARE(book.list(id)->enabledKeys().size(), 6000);
    // Sorted in the background; the rows chosen stay chosen, and the order outlives a change.
    tableOf(lists)->selectRow(0);
    tableOf(lists)->sortByColumn(ProxyTableModel::Address, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(cell(lists, 0, ProxyTableModel::Address), u"http://10.0.9.9:80"_s, 20'000);
    QCOMPARE(lists.chosen(), QSet<QString>{u"http://10.0.0.0:80"_s});
    lists.actions().removeProxies({u"http://10.0.9.9:80"_s});
    QTRY_COMPARE_WITH_TIMEOUT(cell(lists, 0, ProxyTableModel::Address), u"http://10.0.9.99:80"_s, 20'000);
    tableOf(lists)->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(cell(lists, 0, ProxyTableModel::Address), u"http://10.0.0.0:80"_s);
}

void TestProxyListsPage::ownOnes()
{
    WindowRig rig;
    const QString id = keep(rig, u"10.0.0.1:80\n10.0.0.2:80"_s).id;
    ProxyListsPage &lists = page(rig);
    lists.actions().setMine({u"http://10.0.0.2:80"_s}, true);
    QCOMPARE(cell(lists, 0, ProxyTableModel::Own), QString());
    QCOMPARE(cell(lists, 1, ProxyTableModel::Own), u"my own"_s);
    auto *all = lists.findChild<QCheckBox *>();
    QVERIFY(!all->isChecked());
    all->click();
    QVERIFY(rig.access().proxyBook().list(id)->mine);
    QCOMPARE(cell(lists, 0, ProxyTableModel::Own), u"my own"_s);
    lists.actions().undo();
    QCOMPARE(cell(lists, 0, ProxyTableModel::Own), QString());
    QVERIFY(!all->isChecked());
}

void TestProxyListsPage::fromAWebAddress()
{
    FaultServer server;
    server.script("/socks5.txt", {Answer::text("10.0.0.1:1080\n10.0.0.2:1080\n")});
    WindowRig rig;
    ProxyListsPage &lists = page(rig);
    lists.actions().readAddress(server.url(u"/socks5.txt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(tableOf(lists)->model()->rowCount(), 2, 30'000);
    QVERIFY(cell(lists, 0, ProxyTableModel::Address).startsWith("socks5://"_L1));
    QTRY_VERIFY(notice(lists)->text().contains("2 new"_L1));
    lists.actions().readAddress(QUrl(u"ftp://example.org/list"_s));
    QVERIFY(!notice(lists)->text().contains("2 new"_L1));
    server.script("/gone", {Answer::status(404)});
    lists.actions().readAddress(server.url(u"/gone"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice(lists)->text().contains("could not be read"_L1), 30'000);
    QCOMPARE(tableOf(lists)->model()->rowCount(), 2);
}

void TestProxyListsPage::exported()
{
    WindowRig rig;
    keep(rig, u"me:s3cret@10.0.0.1:80\n10.0.0.2:80"_s);
    ProxyListsPage &lists = page(rig);
    const auto content = [&](bool withLogins) {
        const QString path = rig.path(withLogins ? u"with.txt"_s : u"without.txt"_s);
        if (!lists.actions().exportTo(path, withLogins))
            return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(content(false), QByteArray("http://10.0.0.1:80\nhttp://10.0.0.2:80\n"));
    QCOMPARE(content(true), QByteArray("http://me:s3cret@10.0.0.1:80\nhttp://10.0.0.2:80\n"));
    QVERIFY(!lists.actions().exportTo(u"/nowhere/at/all.txt"_s, false));
}

void TestProxyListsPage::testOpensTheTest()
{
    WindowRig rig;
    keep(rig, u"127.0.0.1:1\n127.0.0.1:2"_s);
    ProxyListsPage &lists = page(rig);
    auto *test = qobject_cast<ProxyTestPage *>(rig.window().workspace().task(u"proxies"_s));
    ProxyTestValues values;
    values.judge = u"http://127.0.0.1:3/judge"_s;
    test->testForm().setValues(values);
    tableOf(lists)->selectRow(1);
    QTest::mouseClick(lists.findChild<QPushButton *>(u"testButton"_s), Qt::LeftButton);
    QVERIFY(test->isVisible());
    QTRY_COMPARE(test->testForm().list().entries.size(), 1);
    QCOMPARE(test->testForm().values().judge, values.judge);
    QVERIFY(test->run() != 0);
    QTRY_VERIFY_WITH_TIMEOUT(!test->isUnderWay(), 60'000);
}

void TestProxyListsPage::testedOnesAreKnown()
{
    practice::PracticeServer server; // passes plain requests on to itself
    const auto url = server.start();
    QVERIFY(url);
    WindowRig rig;
    const QString id = keep(rig, u"127.0.0.1:%1\n127.0.0.1:1"_s.arg(url->port())).id;
    ProxyListsPage &lists = page(rig);
    auto *test = qobject_cast<ProxyTestPage *>(rig.window().workspace().task(u"proxies"_s));
    ProxyTestValues values;
    values.judge = url->toString() + u"/judge"_s;
    values.delay = std::chrono::milliseconds(0);
    test->testForm().setValues(values);
    QTest::mouseClick(lists.findChild<QPushButton *>(u"testButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(test->run() != 0 && !test->isUnderWay(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rig.access().proxyBook().list(id)->proxies[1].verdict.status.isEmpty(), 20'000);
    page(rig);
    QVERIFY(cell(lists, 0, ProxyTableModel::Test).startsWith("works"_L1));
    QVERIFY(cell(lists, 1, ProxyTableModel::Test).startsWith("failed"_L1));
    lists.chooseFailed();
    QCOMPARE(lists.chosen(), QSet<QString>{u"http://127.0.0.1:1"_s});
}

void TestProxyListsPage::saysWhatIsNext()
{
    FaultServer proxy(2);
    WindowRig rig;
    const proxies::KeptList list = keep(rig, u"%1\n%2\n127.0.0.1:1"_s.arg(proxy.host(0), proxy.host(1)));
    ProxyListsPage &lists = page(rig);
    QTRY_COMPARE_WITH_TIMEOUT(forecast(lists),
                              u"The next request goes through %1 (in turn)."_s.arg(proxy.host(0)), 20'000);
    QVERIFY(rig.session().projectSlot().openNew());
    jobs::RequestSpec requests;
    requests.pace.delay = std::chrono::milliseconds(0);
    requests.proxy.mode = jobs::ProxyChoice::Mode::List;
    requests.proxy.list = list.id;
    requests.proxy.keys = list.enabledKeys();
    links::CrawlSpec crawl;
    crawl.start = {u"http://origin.invalid/a"_s, u"http://origin.invalid/b"_s, u"http://origin.invalid/c"_s};
    crawl.ignoreRobots = true;
    crawl.sitemap = false;
    session::RunHandle *run = rig.session().start(session::RunParams::of(crawl, requests));
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QVERIFY2(!proxy.seen().isEmpty(), qPrintable(run->progress().error.detail));
    page(rig); // with another project its task came to the front
    QTRY_VERIFY2_WITH_TIMEOUT(
        forecast(lists).startsWith("The next request to origin.invalid goes through "_L1),
        qPrintable(forecast(lists)), 20'000);
    QVERIFY2(forecast(lists).contains("Of the others: 1 resting."_L1), qPrintable(forecast(lists)));
    QTRY_COMPARE(cell(lists, 0, ProxyTableModel::State), u"good"_s);
    QVERIFY(cell(lists, 2, ProxyTableModel::State).startsWith("rests for"_L1));
    QVERIFY(!cell(lists, 2, ProxyTableModel::LastFault).isEmpty());
}

void TestProxyListsPage::deletedListComesBack()
{
    WindowRig rig;
    const QString id = keep(rig, u"10.0.0.1:80"_s).id;
    ProxyListsPage &lists = page(rig);
    QVERIFY(lists.list() == id);
    for (QAction *action : lists.findChild<QToolButton *>(u"listMenuButton"_s)->menu()->actions()) {
        if (action->text() == u"Delete the list"_s)
            action->trigger();
    }
    QVERIFY(rig.access().proxyBook().lists().isEmpty());
    QVERIFY(lists.list().isEmpty());
    Q_EMIT notice(lists)->actionClicked(0);
    QCOMPARE(lists.list(), id);
    QCOMPARE(tableOf(lists)->model()->rowCount(), 1);
}

void TestProxyListsPage::states_data()
{
    using State = proxies::MemberState;
    QTest::addColumn<proxies::MemberView>("view");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const proxies::MemberView &view, const QString &text) {
        QTest::newRow(name) << view << text;
    };
    const auto view = [](State state, qint64 waitMs = 0, const QList<proxies::MemberView::Ban> &bans = {}) {
        proxies::MemberView made;
        made.state = state;
        made.waitMs = waitMs;
        made.bans = bans;
        return made;
    };
    row("good", view(State::Good), u"good"_s);
    row("slow", view(State::Slow), u"slow"_s);
    row("cooling", view(State::Cooling, 11'200), u"rests for 12 s"_s);
    row("probed", view(State::Cooling), u"is tried again"_s);
    row("dead", view(State::Dead, 2'400'000), u"dead; tried again in 40 min"_s);
    row("off", view(State::Off), u"switched off"_s);
    row("banned", view(State::Good, 0, {{u"hh.ru"_s, 300'000}}), u"good; not wanted at hh.ru for 5 min"_s);
}

void TestProxyListsPage::states()
{
    QFETCH(proxies::MemberView, view);
    QFETCH(QString, text);
    const proxies::KeptProxy kept{u"http://10.0.0.1:80"_s,
                                  {.host = u"10.0.0.1"_s, .port = 80, .user = {}, .password = {}},
                                  true,
                                  {},
                                  {}};
    QCOMPARE(PoolWords::state(kept, &view), text);
}

void TestProxyListsPage::model()
{
    ProxyTableModel table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxies::KeptList list = session::ProxyBook::newList(u"Office"_s);
    list.take({}, proxies::ProxyListParser::parse(u"10.0.0.1:80\n10.0.0.2:80\nsocks4://10.0.0.3:80"_s,
                                                  proxies::ProxyScheme::Http));
    table.setList(list);
    QCOMPARE(table.rowCount(), 3);
    proxies::PoolView view;
    view.list = list.id;
    proxies::MemberView good;
    good.key = u"http://10.0.0.2:80"_s;
    good.state = proxies::MemberState::Good;
    good.latency = 0.25;
    view.members = {good};
    table.setView(view);
    QCOMPARE(table.goodCount(), 1);
    QCOMPARE(table.index(1, ProxyTableModel::Seconds).data().toString(), QLocale().toString(0.25, 'f', 2));
    QCOMPARE(table.index(2, ProxyTableModel::State).data().toString(), u"not supported"_s);
    list.setEnabled({good.key}, false);
    table.setList(list);
    QCOMPARE(table.goodCount(), 0);
    list.remove({good.key});
    table.setList(list);
    QCOMPARE(table.rowCount(), 2);
    view.list = u"another"_s;
    table.setView(view);
    QCOMPARE(table.goodCount(), 0);
}

QTEST_MAIN(TestProxyListsPage)
#include "tst_proxylistspage.moc"
