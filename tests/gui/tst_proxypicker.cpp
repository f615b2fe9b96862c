// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "gui/checks/checkspage.h"
#include "gui/crawl/crawlpage.h"
#include "gui/run/bypassdialog.h"
#include "gui/run/proxydialog.h"
#include "gui/run/proxypicker.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/banner.h"
#include "proxies/list/proxylistparser.h"
#include "support/faultserver.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using Mode = jobs::ProxyChoice::Mode;

/// The choice of proxies in the forms, as somebody uses it.
class TestProxyPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormOffersIt_data();
    void everyFormOffersIt();
    void listWithOrderAndRate();
    void oneProxy();
    void wrongProxyIsNotTaken_data();
    void wrongProxyIsNotTaken();
    void listThatIsGone();
    void storedWithTheRun();
    void pastTheProxies_data();
    void pastTheProxies();
    void badHostsAreNamed();
    void oneThatIsSwitchedOff();
    void nothingSwitchedOn();
    void tokensNeedOwnProxies();

private:
    static proxies::KeptList keep(WindowRig &rig, const QString &text)
    {
        proxies::KeptList list = session::ProxyBook::newList(u"Office"_s);
        list.take({}, proxies::ProxyListParser::parse(text, proxies::ProxyScheme::Http));
        rig.access().proxyBook().put(list);
        return list;
    }
    static QComboBox *box(const ProxyPicker &picker) { return picker.box(); }
    /// As if the entry was clicked.
    static void choose(ProxyPicker &picker, const QString &what)
    {
        const int index = box(picker)->findData(what);
        QVERIFY2(index >= 0, qPrintable(what));
        box(picker)->setCurrentIndex(index);
        Q_EMIT box(picker)->activated(index);
    }
    static QAction *order(const ProxyPicker &picker, const QString &text)
    {
        for (QAction *action : picker.findChild<QToolButton *>()->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
};

void TestProxyPicker::everyFormOffersIt_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"vacancies", "crawl", "checks"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestProxyPicker::everyFormOffersIt()
{
    QFETCH(QString, kind);
    WindowRig rig;
    rig.window().workspace().newTask(kind);
    RunPage *page = rig.window().workspace().task(kind);
    auto *picker = page->findChild<ProxyPicker *>();
    QVERIFY(picker && picker->isVisible());
    QCOMPARE(picker->use(), ProxyUse());
    QStringList offered;
    for (int i = 0; i < box(*picker)->count(); ++i)
        offered << box(*picker)->itemText(i);
    offered.removeAll(QString());
    QCOMPARE(offered, (QStringList{u"proxy: as the system"_s, u"no proxy"_s, u"one proxy…"_s,
                                   u"Lists of proxies…"_s}));
    const proxies::KeptList list = keep(rig, u"10.0.0.1:80\n10.0.0.2:80"_s);
    choose(*picker, u"list:"_s + list.id);
    // The form's state holds what was chosen.
    const QVariant state = page->form()->state();
    rig.window().workspace().newTask(kind);
    QCOMPARE(picker->use().choice.mode, Mode::System);
    page->form()->setState(state);
    QCOMPARE(picker->use().choice.list, list.id);
    QCOMPARE(picker->use().choice.keys.size(), 2);
    choose(*picker, u"none"_s);
    QCOMPARE(picker->use().choice.mode, Mode::None);
    choose(*picker, u"manage"_s);
    QVERIFY(!page->isVisible()); // the lists are in front
    QCOMPARE(picker->use().choice.mode, Mode::None);
}

void TestProxyPicker::listWithOrderAndRate()
{
    WindowRig rig;
    proxies::KeptList list = keep(rig, u"10.0.0.1:80\n10.0.0.2:80"_s);
    list.rotation = proxies::Rotation::Sticky;
    rig.access().proxyBook().put(list);
    ProxyPicker picker;
    picker.setBook(rig.access().proxyBook());
    picker.show();
    auto *button = picker.findChild<QToolButton *>();
    QVERIFY(!button->isVisible());
    choose(picker, u"list:"_s + list.id);
    QVERIFY(button->isVisible());
    QCOMPARE(picker.use().choice.rotation, u"sticky"_s);
    QSignalSpy changed(&picker, &ProxyPicker::changed);
    order(picker, u"by chance"_s)->trigger();
    QCOMPARE(picker.use().choice.rotation, u"random"_s);
    QCOMPARE(button->text(), u"by chance"_s);
    order(picker, u"another after 50 requests"_s)->trigger();
    QCOMPARE(picker.use().choice.rotation, u"every-n"_s);
    QCOMPARE(picker.use().choice.every, 50);
    QVERIFY(!picker.use().scaleRate);
    picker.findChild<QAction *>(u"scaleRateAction"_s)->trigger();
    QVERIFY(picker.use().scaleRate);
    QVERIFY(changed.size() >= 3);
    jobs::RequestSpec requests;
    picker.use().applyTo(requests);
    QVERIFY(requests.validate());
    QVERIFY(requests.pace.scaledByProxy);
    QCOMPARE(ProxyUse::of(requests), picker.use());
    // With another list, or none, what was chosen for this one is over.
    choose(picker, u"system"_s);
    QVERIFY(!picker.use().scaleRate);
    QVERIFY(!button->isVisible());
}

void TestProxyPicker::oneProxy()
{
    WindowRig rig;
    ProxyPicker picker;
    picker.setBook(rig.access().proxyBook());
    picker.show();
    choose(picker, u"ask"_s);
    auto *dialog = picker.findChild<ProxyDialog *>();
    QVERIFY(dialog);
    QCOMPARE(picker.use().choice.mode, Mode::System); // not yet
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"socks5://me:s3cret@10.0.0.9:1080"_s);
    dialog->accept();
    const ProxyUse use = picker.use();
    QCOMPARE(use.choice.mode, Mode::List);
    QCOMPARE(use.choice.keys.size(), 1);
    QVERIFY(!use.choice.keys.first().contains("s3cret"_L1));
    QCOMPARE(box(picker)->currentText(), u"10.0.0.9:1080"_s);
    // No order, but what goes past it.
    auto *button = picker.findChild<QToolButton *>();
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"only through it"_s);
    QVERIFY(!order(picker, u"by chance"_s)->isVisible());
    const proxies::KeptProxy *kept = rig.access().proxyBook().proxy(use.choice.keys.first());
    QVERIFY(kept);
    QCOMPARE(kept->proxy.password, u"s3cret"_s);
    QVERIFY(!kept->proxy.mine); // only when it was said
    picker.setUse({});
    QCOMPARE(box(picker)->currentText(), u"proxy: as the system"_s);
    picker.setUse(use);
    QCOMPARE(box(picker)->currentText(), u"10.0.0.9:1080"_s);
}

void TestProxyPicker::wrongProxyIsNotTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("port 0") << u"10.0.0.1:0"_s << false;
    QTest::newRow("port 70000") << u"10.0.0.1:70000"_s << false;
    QTest::newRow("no port") << u"10.0.0.1"_s << false;
    QTest::newRow("socks4") << u"socks4://10.0.0.1:80"_s << false;
    QTest::newRow("two readings") << u"10.0.0.6:80:10.0.0.7:81"_s << false;
    QTest::newRow("good") << u" 10.0.0.1:80 "_s << true;
}

void TestProxyPicker::wrongProxyIsNotTaken()
{
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    WindowRig rig;
    ProxyDialog dialog(rig.access().proxyBook());
    dialog.findChild<QLineEdit *>()->setText(typed);
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Take it"_s)
            QCOMPARE(button->isEnabled(), taken);
    }
}

void TestProxyPicker::listThatIsGone()
{
    WindowRig rig;
    const proxies::KeptList list = keep(rig, u"10.0.0.1:80\n10.0.0.2:80"_s);
    ProxyPicker picker;
    picker.setBook(rig.access().proxyBook());
    choose(picker, u"list:"_s + list.id);
    picker.setUse(picker.use());
    rig.access().proxyBook().remove(list.id);
    QCOMPARE(box(picker)->currentText(), u"Office, as it was (2 proxies)"_s);
    QCOMPARE(picker.use().choice.mode, Mode::List); // never directly because of that
    QCOMPARE(picker.use().choice.keys.size(), 2);
}

void TestProxyPicker::storedWithTheRun()
{
    FaultServer proxy(2);
    WindowRig rig;
    const proxies::KeptList list = keep(rig, u"me:s3cret@%1\n%2"_s.arg(proxy.host(0), proxy.host(1)));
    rig.window().workspace().newTask(u"checks"_s);
    auto *page = qobject_cast<ChecksPage *>(rig.window().workspace().task(u"checks"_s));
    ChecksValues values = page->values();
    values.text = u"http://origin.invalid/a\nhttp://origin.invalid/b\nhttp://origin.invalid/c"_s;
    values.delay = std::chrono::milliseconds(0);
    page->setValues(values);
    auto *picker = page->findChild<ProxyPicker *>();
    choose(*picker, u"list:"_s + list.id);
    order(*picker, u"one for each site"_s)->trigger();
    picker->findChild<QAction *>(u"scaleRateAction"_s)->trigger();
    page->start();
    QTRY_VERIFY_WITH_TIMEOUT(page->run() != 0, 20'000);
    const store::RunId run = page->run();
    QVERIFY(run != 0);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isUnderWay(), 60'000);
    QCOMPARE(proxy.seen().size(), 3);
    for (const Seen &seen : proxy.seen())
        QCOMPARE(seen.port, proxy.seen().first().port);
    // Shown again, the form has the choice that the run was started with.
    rig.window().workspace().newTask(u"checks"_s);
    QCOMPARE(picker->use().choice.mode, Mode::System);
    QTRY_VERIFY_WITH_TIMEOUT((rig.window().workspace().showRun(run), page->run() == run), 20'000);
    QCOMPARE(picker->use().choice.list, list.id);
    QCOMPARE(picker->use().choice.rotation, u"sticky"_s);
    QVERIFY(picker->use().scaleRate);
    const QString path = rig.session().project().path();
    QVERIFY(rig.session().projectSlot().close());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret"));
}

void TestProxyPicker::pastTheProxies_data()
{
    QTest::addColumn<bool>("alive");
    QTest::addColumn<QString>("bypass");
    QTest::addColumn<bool>("allow");
    QTest::addColumn<int>("direct");
    QTest::addColumn<int>("through");
    QTest::addColumn<QString>("told");
    QTest::newRow("closed") << true << u""_s << false << 0 << 2 << u"in turn"_s;
    QTest::newRow("a host") << true << u"127.0.0.1"_s << false << 1 << 1 << u"in turn, 1 host directly"_s;
    QTest::newRow("dead") << false << u""_s << true << 2 << 0 << u"in turn, directly if need be"_s;
}

/// One origin under two names, and a proxy that answers itself.
void TestProxyPicker::pastTheProxies()
{
    QFETCH(bool, alive);
    QFETCH(QString, bypass);
    QFETCH(bool, allow);
    QFETCH(QString, told);
    FaultServer proxy;
    if (!alive)
        proxy.shut();
    FaultServer origin;
    WindowRig rig;
    const proxies::KeptList list = keep(rig, proxy.host() + u"\n127.0.0.1:1"_s);
    rig.access().proxyBook().put([&] {
        proxies::KeptList one = list;
        one.setEnabled({u"http://127.0.0.1:1"_s}, false);
        return one;
    }());
    rig.window().workspace().newTask(u"checks"_s);
    auto *page = qobject_cast<ChecksPage *>(rig.window().workspace().task(u"checks"_s));
    ChecksValues values = page->values();
    values.text = u"%1\nhttp://localhost:%2/b"_s.arg(origin.url(u"/a"_s).toString()).arg(origin.url().port());
    values.delay = std::chrono::milliseconds(0);
    page->setValues(values);
    auto *picker = page->findChild<ProxyPicker *>();
    choose(*picker, u"list:"_s + list.id);
    auto *allowed = picker->findChild<QAction *>(u"allowDirectAction"_s);
    QVERIFY(!allowed->isChecked());
    const auto isWarned = [page] {
        return std::ranges::any_of(page->findChildren<Banner *>(), [](const Banner *banner) {
            return banner->isVisible() && banner->text().contains("your own address"_L1);
        });
    };
    QVERIFY(!isWarned());
    if (allow)
        allowed->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(isWarned(), allow, 10'000);
    if (!bypass.isEmpty()) {
        picker->findChild<QAction *>(u"bypassAction"_s)->trigger();
        auto *dialog = page->findChild<BypassDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(bypass);
        dialog->accept();
    }
    QCOMPARE(picker->findChild<QToolButton *>()->text(), told);
    const ProxyUse use = picker->use();
    page->start();
    QTRY_VERIFY_WITH_TIMEOUT(page->run() != 0, 20'000);
    const store::RunId run = page->run();
    QTRY_VERIFY_WITH_TIMEOUT(run != 0 && !page->isUnderWay(), 120'000);
    QTEST(int(origin.seen().size()), "direct");
    QTEST(int(proxy.seen().size()), "through");
    // The run keeps it.
    rig.window().workspace().newTask(u"checks"_s);
    QVERIFY(!picker->use().choice.allowDirect);
    QTRY_VERIFY_WITH_TIMEOUT((rig.window().workspace().showRun(run), page->run() == run), 20'000);
    QCOMPARE(picker->use().choice, use.choice);
}

void TestProxyPicker::badHostsAreNamed()
{
    BypassDialog dialog(u"a.org, 10.0.0.0/8"_s);
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    QCOMPARE(edit->toPlainText(), u"a.org\n10.0.0.0/8"_s);
    const auto isOffered = [&dialog] {
        return std::ranges::any_of(dialog.findChildren<QPushButton *>(), [](const QPushButton *button) {
            return button->text() == u"Take them"_s && button->isEnabled();
        });
    };
    QVERIFY(isOffered());
    edit->setPlainText(u"a.org\nb.org:99999"_s);
    QVERIFY(!isOffered());
    QVERIFY(dialog.findChild<QLabel *>(u"bypassRemark"_s)->text().startsWith(u"“b.org:99999”: "_s));
    edit->setPlainText(u"  "_s);
    QVERIFY(isOffered());
    QVERIFY(dialog.bypass().isEmpty());
}

void TestProxyPicker::oneThatIsSwitchedOff()
{
    WindowRig rig;
    proxies::KeptList list = keep(rig, u"10.0.0.1:80"_s);
    ProxyPicker picker;
    picker.setBook(rig.access().proxyBook());
    ProxyUse one;
    one.choice.mode = Mode::List;
    one.choice.keys = list.enabledKeys();
    picker.setUse(one);
    QVERIFY(picker.use().problem().isEmpty());
    list.proxies[0].enabled = false;
    rig.access().proxyBook().put(list);
    QVERIFY2(picker.use().problem().contains("http://10.0.0.1:80 is switched off"_L1),
             qPrintable(picker.use().problem()));
}

void TestProxyPicker::nothingSwitchedOn()
{
    WindowRig rig;
    proxies::KeptList list = keep(rig, u"10.0.0.1:80"_s);
    list.proxies[0].enabled = false;
    rig.access().proxyBook().put(list);
    for (const QString &kind : {u"vacancies"_s, u"crawl"_s, u"checks"_s}) {
        rig.window().workspace().newTask(kind);
        RunPage *page = rig.window().workspace().task(kind);
        choose(*page->findChild<ProxyPicker *>(), u"list:"_s + list.id);
        if (auto *checks = qobject_cast<ChecksPage *>(page)) {
            ChecksValues values = checks->values();
            values.text = u"http://origin.invalid/"_s;
            checks->setValues(values);
        }
        page->start();
        QTRY_VERIFY(!page->isUnderWay());
        QCOMPARE(page->run(), store::RunId(0));
    }
}

void TestProxyPicker::tokensNeedOwnProxies()
{
    WindowRig rig;
    const proxies::KeptList list = keep(rig, u"10.0.0.1:80\n10.0.0.2:80"_s);
    rig.access().setToken(u"hh"_s, "token");
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    QVERIFY(page.values().sources.contains(u"hh"_s));
    const auto isWarned = [&page] {
        return std::ranges::any_of(page.findChildren<Banner *>(), [](const Banner *banner) {
            return banner->isVisible() && banner->text().contains("marked as your own"_L1);
        });
    };
    QVERIFY(!isWarned());
    choose(*page.findChild<ProxyPicker *>(), u"list:"_s + list.id);
    QVERIFY(isWarned());
    rig.access().proxyBook().setMine({u"http://10.0.0.2:80"_s}, true);
    QVERIFY(!isWarned());
}

QTEST_MAIN(TestProxyPicker)
#include "tst_proxypicker.moc"
