// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/inputreader.h"
#include "proxies/list/proxylistparser.h"
#include "session/proxyaccess.h"
#include "session/proxybook.h"
#include "session/runparams.h"
#include "session/session.h"
#include "store/project/project.h"
#include "support/faultserver.h"
#include "support/memorysecrets.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace linnet::session;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using proxies::KeptList;

/// Lists of proxies that last, and runs that go through them: real requests on loopback.
class TestProxyBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lasts();
    void unreadableFileIsPutAside();
    void twoWindowsKeepBoth();
    void unreadableFilesAreAllKept();
    void readsWebAddresses();
    void loginsUnderTheirOldNameAreFound();
    void ownInAllLists();
    void remembersTyped();
    void runGoesThroughTheList();
    void runFollowsChanges();
    void namedProxyFollowsItsSwitch();
    void resumesWithTheBypass();
    void resumesWithTheList();
    void failsClosed_data();
    void failsClosed();
    void projectsDoNotInherit();

private:
    struct Rig
    {
        explicit Rig(const QString &dataFolder)
            : session(dataFolder)
            , book(session.network(), secrets, dataFolder)
        {
        }
        QString path() { return session.project().path(); }
        /// Starts a check of these addresses.
        RunHandle *check(const QStringList &urls, const jobs::RequestSpec &requests);
        int count(RunHandle *run, const QString &reason);

        Session session;
        MemorySecrets secrets;
        ProxyBook book;
    };

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

KeptList listOf(const QString &text, const QString &id = u"office"_s)
{
    KeptList list;
    list.id = id;
    list.name = u"Office"_s;
    list.take({}, proxies::ProxyListParser::parse(text, proxies::ProxyScheme::Http));
    return list;
}

jobs::RequestSpec through(const KeptList &list)
{
    jobs::RequestSpec requests;
    requests.pace.delay = 0ns;
    requests.timeout = 3s;
    requests.retries = 0;
    requests.proxy.mode = jobs::ProxyChoice::Mode::List;
    requests.proxy.list = list.id;
    requests.proxy.title = list.name;
    requests.proxy.keys = list.enabledKeys();
    return requests;
}

QStringList addresses(int count)
{
    QStringList urls;
    for (int i = 0; i < count; ++i)
        urls << u"http://origin.invalid/%1"_s.arg(i);
    return urls;
}

bool waitFor(const RunHandle *run)
{
    return QTest::qWaitFor([run] { return run->isOver(); }, 60'000);
}

} // namespace

RunHandle *TestProxyBook::Rig::check(const QStringList &urls, const jobs::RequestSpec &requests)
{
    if (!session.hasProject() && !session.projectSlot().openNew())
        return nullptr;
    const auto input = checks::CheckInput::of(jobs::AddressInput::fromText(urls.join(u'\n')));
    const checks::CheckSpec spec;
    return session.start(
        RunParams::of(spec, requests, checks::firstWork(spec, input.addresses, input.refused)));
}

int TestProxyBook::Rig::count(RunHandle *run, const QString &reason)
{
    const auto reader = session.project().reader();
    const auto failures = reader ? (*reader)->failures(run->id()) : std::unexpected(reader.error());
    return !failures ? -1 : int(std::ranges::count_if(*failures, [&](const store::WorkFailure &failure) {
        return reasonCode(failure.error.reason) == reason;
    }));
}

void TestProxyBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestProxyBook::lasts()
{
    const KeptList list = listOf(u"http://me:s3cret@10.0.0.1:80\nsocks5://10.0.0.2:1080"_s);
    {
        Rig rig(m_folder->path());
        QSignalSpy kept(&rig.secrets, &SecretStore::kept);
        QSignalSpy forNow(&rig.book, &ProxyBook::keptForNow);
        rig.book.put(list);
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, 20'000);
        QCOMPARE(forNow.size(), 0);
        QVERIFY(rig.secrets.keychain().value(u"proxies/office"_s).contains("s3cret"));
        QCOMPARE(rig.book.list(u"office"_s)->proxies[0].proxy.password, u"s3cret"_s);
    }
    QFile file(m_folder->filePath(u"proxies.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.contains("10.0.0.1"));
    QVERIFY(!stored.contains("s3cret"));
    QVERIFY(!stored.contains("me:"));
    Rig again(m_folder->path());
    QCOMPARE(again.book.lists().size(), 1);
    QCOMPARE(again.book.list(u"office"_s)->name, u"Office"_s);
    QCOMPARE(again.book.list(u"office"_s)->proxies[0].key, list.proxies[0].key);
    QVERIFY(again.book.list(u"office"_s)->proxies[0].lacksLogin());
    again.book.loadLogins();
    again.book.remove(u"office"_s);
    QVERIFY(!again.book.list(u"office"_s));
}

void TestProxyBook::unreadableFileIsPutAside()
{
    const QString path = m_folder->filePath(u"proxies.json"_s);
    {
        Rig rig(m_folder->path());
        rig.book.put(listOf(u"10.0.0.1:80"_s));
    }
    QVERIFY(QFile::exists(path));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half of a fi");
    }
    Rig rig(m_folder->path());
    QVERIFY(rig.book.lists().isEmpty());
    QCOMPARE(rig.book.writeError().reason, Reason::BadValue);
    QVERIFY(QFile::exists(path + u".unreadable"_s));
}

/// Each has read the file before the other has written it.
void TestProxyBook::twoWindowsKeepBoth()
{
    const QString path = m_folder->filePath(u"proxies.json"_s);
    const auto stored = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    Rig one(m_folder->path());
    one.book.put(listOf(u"10.0.0.1:80"_s, u"common"_s));
    QTRY_VERIFY(stored().contains("10.0.0.1"));
    Rig other(m_folder->path());
    one.book.put(listOf(u"10.0.0.2:80"_s, u"first"_s));
    QTRY_VERIFY(stored().contains("10.0.0.2"));
    other.book.put(listOf(u"10.0.0.3:80"_s, u"second"_s));
    QTRY_VERIFY(stored().contains("10.0.0.3"));
    QVERIFY(stored().contains("10.0.0.2"));
    QTRY_VERIFY(other.book.list(u"first"_s));
    // What one removes and changes holds for both.
    one.book.remove(u"common"_s);
    QTRY_VERIFY(!stored().contains("10.0.0.1"));
    QTRY_VERIFY(one.book.list(u"second"_s));
    KeptList changed = *one.book.list(u"second"_s);
    changed.name = u"Renamed"_s;
    one.book.put(changed);
    QTRY_VERIFY(stored().contains("Renamed"));
    other.book.put(listOf(u"10.0.0.4:80"_s, u"third"_s));
    QTRY_VERIFY(stored().contains("10.0.0.4"));
    QTRY_COMPARE(other.book.list(u"second"_s)->name, u"Renamed"_s);
    QVERIFY(!other.book.list(u"common"_s));
    QVERIFY(stored().contains("Renamed"));
    QVERIFY(!stored().contains("10.0.0.1"));
}

void TestProxyBook::unreadableFilesAreAllKept()
{
    const QString path = m_folder->filePath(u"proxies.json"_s);
    for (const QByteArray &bytes : {QByteArray("first half"), QByteArray("second half")}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        Rig rig(m_folder->path());
        QVERIFY(rig.book.lists().isEmpty());
    }
    QFile first(path + u".unreadable"_s);
    QFile second(path + u".unreadable-2"_s);
    QVERIFY(first.open(QIODevice::ReadOnly));
    QVERIFY(second.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), QByteArray("first half"));
    QCOMPARE(second.readAll(), QByteArray("second half"));
}

void TestProxyBook::readsWebAddresses()
{
    FaultServer server;
    server.script("/list", {Answer::text("10.0.0.1:80\n10.0.0.2:80\nrubbish\n"),
                            Answer::text("10.0.0.2:80\n10.0.0.3:80\n"), Answer::status(404)});
    server.script("/page", {Answer::text("<html><body>Nothing here</body></html>")});
    Rig rig(m_folder->path());
    rig.book.put(listOf(u"10.0.0.9:80"_s));
    QSignalSpy refreshed(&rig.book, &ProxyBook::refreshed);
    const QUrl url = server.url(u"/list"_s);
    rig.book.read(u"office"_s, url, proxies::ProxyScheme::Http);
    QVERIFY(rig.book.isReading(u"office"_s, url));
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, 30'000);
    QVERIFY(!rig.book.isReading(u"office"_s, url));
    const KeptList *list = rig.book.list(u"office"_s);
    QCOMPARE(list->proxies.size(), 3);
    QCOMPARE(list->sources.size(), 2);
    QCOMPARE(list->sources[1].unreadable, 1);
    rig.book.read(u"office"_s, url, proxies::ProxyScheme::Http);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 2, 30'000);
    const auto taken = refreshed[1].at(2).value<Result<KeptList::Taken>>();
    QVERIFY(taken);
    QCOMPARE(*taken, (KeptList::Taken{1, 1}));
    QCOMPARE(rig.book.list(u"office"_s)->proxies.size(), 3);
    // What cannot be read changes nothing.
    rig.book.read(u"office"_s, url, proxies::ProxyScheme::Http);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 3, 30'000);
    QCOMPARE(refreshed[2].at(2).value<Result<KeptList::Taken>>().error().status, 404);
    rig.book.read(u"office"_s, server.url(u"/page"_s), proxies::ProxyScheme::Http);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 4, 30'000);
    QCOMPARE(refreshed[3].at(2).value<Result<KeptList::Taken>>().error().reason, Reason::BadBody);
    QCOMPARE(rig.book.list(u"office"_s)->proxies.size(), 3);
}

/// Earlier versions kept the login of a single proxy elsewhere in the keychain.
void TestProxyBook::loginsUnderTheirOldNameAreFound()
{
    const QString proxy = u"http://10.0.0.1:80"_s;
    Rig rig(m_folder->path());
    ProxyAccess access(rig.session.network(), rig.secrets);
    QSignalSpy wanted(&access, &ProxyAccess::wanted);
    QSignalSpy loaded(&rig.secrets, &SecretStore::loaded);
    rig.secrets.keychain().insert(u"proxy/"_s + proxy, "me\ns3cret");
    Q_EMIT rig.session.network().proxyLoginWanted(proxy, false);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 2, 20'000);
    QVERIFY(wanted.isEmpty());
    // A new one is kept under the new name, and a wrong one goes from both.
    access.give(proxy, u"me"_s, u"other"_s, true);
    QCOMPARE(rig.secrets.keychain().value(u"proxies/login/"_s + proxy), QByteArray("me\nother"));
    Q_EMIT rig.session.network().proxyLoginWanted(proxy, true);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(rig.secrets.keychain().isEmpty());
    // Nobody knows one: the user is asked, once.
    Q_EMIT rig.session.network().proxyLoginWanted(u"http://10.0.0.2:80"_s, false);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 2, 20'000);
    QCOMPARE(wanted[1].at(0).toString(), u"http://10.0.0.2:80"_s);
}

void TestProxyBook::ownInAllLists()
{
    Rig rig(m_folder->path());
    rig.book.put(listOf(u"10.0.0.1:80\n10.0.0.2:80"_s));
    rig.book.put(listOf(u"10.0.0.2:80"_s, u"second"_s));
    rig.book.setMine({u"http://10.0.0.2:80"_s}, true);
    QVERIFY(!rig.book.list(u"office"_s)->proxies[0].proxy.mine);
    QVERIFY(rig.book.list(u"office"_s)->proxies[1].proxy.mine);
    QVERIFY(rig.book.list(u"second"_s)->proxies[0].proxy.mine);
}

void TestProxyBook::remembersTyped()
{
    Rig rig(m_folder->path());
    proxies::Proxy proxy{.host = u"10.0.0.1"_s, .port = 80, .user = {}, .password = {}};
    rig.book.remember(proxy, u"Typed"_s);
    proxy.port = 81;
    proxy.mine = true;
    rig.book.remember(proxy, u"Typed"_s);
    const KeptList *typed = rig.book.list(ProxyBook::TypedId);
    QVERIFY(typed);
    QCOMPARE(typed->proxies.size(), 2);
    QCOMPARE(typed->sources.size(), 1);
    QVERIFY(!typed->proxies[0].proxy.mine);
    QVERIFY(typed->proxies[1].proxy.mine);
    QVERIFY(rig.book.proxy(u"http://10.0.0.1:81"_s));
}

void TestProxyBook::runGoesThroughTheList()
{
    FaultServer proxy(3);
    Rig rig(m_folder->path());
    KeptList list = listOf(u"me:s3cret@%1\n%2\n%3"_s.arg(proxy.host(0), proxy.host(1), proxy.host(2)));
    list.proxies[2].enabled = false;
    rig.book.put(list);
    RunHandle *run = rig.check(addresses(8), through(list));
    QSignalSpy views(&rig.session.network(), &NetworkControl::poolChanged);
    rig.session.network().watchPool(list.id);
    QVERIFY(waitFor(run));
    QCOMPARE(run->progress().rows, 8);
    QHash<quint16, int> byPort;
    for (const Seen &seen : proxy.seen()) {
        QVERIFY(seen.target.startsWith("http://origin.invalid/"));
        ++byPort[seen.port];
    }
    QCOMPARE(byPort.size(), 2); // not the one that is off
    // What was learnt stays for the next run, and can be seen.
    QTRY_VERIFY_WITH_TIMEOUT(!views.isEmpty() && !views.last().first().value<proxies::PoolView>().inUse &&
                                 views.last().first().value<proxies::PoolView>().members.size() == 2,
                             20'000);
    const auto view = views.last().first().value<proxies::PoolView>();
    QCOMPARE(view.next.host, u"origin.invalid"_s);
    QCOMPARE(view.next.way, proxies::Forecast::Way::Through);
    QCOMPARE(view.next.off, 1);
    const QString path = rig.path();
    QVERIFY(rig.session.projectSlot().close());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray project = file.readAll();
    QVERIFY(project.contains("office"));
    QVERIFY(!project.contains("s3cret"));
}

void TestProxyBook::runFollowsChanges()
{
    FaultServer proxy(2);
    Rig rig(m_folder->path());
    KeptList list = listOf(proxy.host(0));
    rig.book.put(list);
    jobs::RequestSpec requests = through(list);
    requests.pace.delay = 50ms;
    RunHandle *run = rig.check(addresses(40), requests);
    QTRY_VERIFY_WITH_TIMEOUT(proxy.seen().size() >= 5, 30'000);
    // As when a list is read again, and the old proxy is not in it any more.
    list = listOf(proxy.host(1));
    rig.book.put(list);
    QVERIFY(waitFor(run));
    QCOMPARE(run->progress().rows, 40);
    int second = 0;
    for (const Seen &seen : proxy.seen())
        second += proxy.host(1).endsWith(QString::number(seen.port)) ? 1 : 0;
    QVERIFY(second > 0);
    QVERIFY(proxy.host(1).endsWith(QString::number(proxy.seen().last().port)));
}

/// One proxy that a run names: switched off in the list, it is asked for nothing more.
void TestProxyBook::namedProxyFollowsItsSwitch()
{
    FaultServer proxy;
    Rig rig(m_folder->path());
    KeptList list = listOf(proxy.host());
    rig.book.put(list);
    jobs::RequestSpec requests = through(list);
    requests.proxy.list.clear();
    requests.pace.delay = 50ms;
    requests.timeout = 2s;
    RunHandle *run = rig.check(addresses(200), requests);
    QTRY_VERIFY_WITH_TIMEOUT(proxy.seen().size() >= 5, 30'000);
    list.proxies[0].enabled = false;
    rig.book.put(list);
    QVERIFY(waitFor(run));
    QVERIFY(proxy.seen().size() < 200);
    QVERIFY(rig.count(run, u"no_proxy"_s) > 0);
    QCOMPARE(rig.count(run, u"no_proxy"_s) + proxy.seen().size(), 200);
}

void TestProxyBook::resumesWithTheBypass()
{
    FaultServer origin;
    QStringList all;
    for (int i = 0; i < 20; ++i)
        all << origin.url(u"/%1"_s.arg(i)).toString();
    QString path;
    store::RunId id = 0;
    {
        Rig rig(m_folder->path());
        const KeptList list = listOf(u"127.0.0.1:1"_s); // refuses
        rig.book.put(list);
        jobs::RequestSpec requests = through(list);
        requests.proxy.bypass = u"127.0.0.0/8"_s;
        requests.pace.delay = 100ms;
        RunHandle *run = rig.check(all, requests);
        QTRY_VERIFY_WITH_TIMEOUT(origin.seen().size() >= 3, 30'000);
        id = run->id();
        run->finish();
        QVERIFY(waitFor(run));
        path = rig.path();
    }
    QVERIFY(origin.seen().size() < 20);
    Rig rig(m_folder->path());
    QVERIFY(rig.session.projectSlot().open(path));
    const auto run = rig.session.resume(id);
    QVERIFY(run);
    QVERIFY(waitFor(*run));
    QCOMPARE((*run)->progress().rows, 20);
    QCOMPARE(rig.count(*run, u"no_proxy"_s), 0);
}

void TestProxyBook::resumesWithTheList()
{
    FaultServer proxy(2);
    QString path;
    store::RunId id = 0;
    {
        Rig rig(m_folder->path());
        const KeptList list = listOf(u"%1\n%2"_s.arg(proxy.host(0), proxy.host(1)));
        rig.book.put(list);
        jobs::RequestSpec requests = through(list);
        requests.pace.delay = 100ms;
        requests.pace.scaledByProxy = true;
        RunHandle *run = rig.check(addresses(30), requests);
        QTRY_VERIFY_WITH_TIMEOUT(proxy.seen().size() >= 3, 30'000);
        id = run->id();
        run->finish();
        QVERIFY(waitFor(run));
        path = rig.path();
    }
    const qsizetype before = proxy.seen().size();
    QVERIFY(before < 30);
    Rig rig(m_folder->path()); // the program was started anew
    QVERIFY(rig.session.projectSlot().open(path));
    const auto run = rig.session.resume(id);
    QVERIFY(run);
    QVERIFY(waitFor(*run));
    QCOMPARE((*run)->progress().rows, 30);
    QCOMPARE(rig.count(*run, u"no_proxy"_s), 0);
    // An address that no proxy would have resolved: nothing went another way.
    QVERIFY(proxy.seen().size() >= 30);
}

void TestProxyBook::failsClosed_data()
{
    QTest::addColumn<bool>("off");
    QTest::newRow("dead") << false;
    QTest::newRow("switched off") << true;
}

void TestProxyBook::failsClosed()
{
    QFETCH(bool, off);
    FaultServer origin;
    FaultServer proxy(2);
    Rig rig(m_folder->path());
    KeptList list = listOf(u"%1\n%2"_s.arg(proxy.host(0), proxy.host(1)));
    jobs::RequestSpec requests = through(list);
    if (off)
        list.setEnabled({list.proxies[0].key, list.proxies[1].key}, false);
    else
        proxy.shut();
    rig.book.put(list);
    RunHandle *run = rig.check({origin.url(u"/a"_s).toString(), origin.url(u"/b"_s).toString()}, requests);
    QVERIFY(waitFor(run));
    QVERIFY(origin.seen().isEmpty());
    QVERIFY(proxy.seen().isEmpty());
    QVERIFY(run->progress().failed == 2 || run->progress().rows == 2);
}

void TestProxyBook::projectsDoNotInherit()
{
    FaultServer origin;
    FaultServer proxy;
    proxy.setHandler([](const Seen &) { return Answer::text("slow").after(60'000); });
    Rig rig(m_folder->path());
    const KeptList list = listOf(proxy.host());
    rig.book.put(list);
    RunHandle *first = rig.check(addresses(2), through(list));
    const store::RunId id = first->id();
    QTRY_VERIFY_WITH_TIMEOUT(!proxy.seen().isEmpty(), 30'000);
    // The run is left in the middle; the next project counts its runs anew.
    QVERIFY(rig.session.projectSlot().openNew());
    const qsizetype before = proxy.seen().size();
    jobs::RequestSpec system;
    RunHandle *second = rig.check({origin.url(u"/a"_s).toString()}, system);
    QCOMPARE(second->id(), id);
    QVERIFY(waitFor(second));
    QCOMPARE(origin.seen("/a").size(), 1);
    QCOMPARE(proxy.seen().size(), before);
}

QTEST_GUILESS_MAIN(TestProxyBook)
#include "tst_proxybook.moc"
