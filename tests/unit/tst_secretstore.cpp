// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychainstore.h"
#include "session/secretkey.h"
#include "support/memorysecrets.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace linnet::session;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Secrets with a keychain and without one: both must be told apart and neither may wait. The developer's own
/// keychain is out of reach.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usableAtOnce_data();
    void usableAtOnce();
    void nothingThere_data();
    void nothingThere();
    void removalIsTold_data();
    void removalIsTold();
    void namesOfWhatIsKept();
    void namesOfKeys_data();
    void namesOfKeys();
    void oldNamesAreRead();

private:
    void stores();
    std::unique_ptr<SecretStore> store();
};

void TestSecretStore::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/linnet-test");
}

void TestSecretStore::stores()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("in memory") << u"memory"_s;
    QTest::newRow("no keychain") << u"none"_s;
#ifdef Q_OS_LINUX // elsewhere it would be the real one
    QTest::newRow("keychain out of reach") << u"keychain"_s;
#endif
}

std::unique_ptr<SecretStore> TestSecretStore::store()
{
    QFETCH(QString, kind);
    if (kind == "keychain"_L1)
        return std::make_unique<KeychainStore>(u"linnet-test"_s);
    auto memory = std::make_unique<MemorySecrets>();
    memory->setUsable(kind == "memory"_L1);
    return memory;
}

void TestSecretStore::usableAtOnce_data()
{
    stores();
}

void TestSecretStore::usableAtOnce()
{
    QFETCH(QString, kind);
    const std::unique_ptr<SecretStore> store = this->store();
    QSignalSpy kept(store.get(), &SecretStore::kept);
    store->keep(u"token/test"_s, "s3cret");
    QCOMPARE(store->secret(u"token/test"_s), QByteArray("s3cret"));
    QVERIFY(!kept.isEmpty() || kept.wait(20'000));
    QCOMPARE(kept.first().first().toString(), u"token/test"_s);
    const auto result = kept.first().at(1).value<Result<void>>();
    QCOMPARE(result.has_value(), kind == "memory"_L1);
    if (!result) { // said so, and still usable
        QCOMPARE(result.error().reason, Reason::Io);
        QVERIFY(!result.error().detail.isEmpty());
        QVERIFY(!result.error().detail.contains("s3cret"_L1));
    }
    QCOMPARE(store->secret(u"token/test"_s), QByteArray("s3cret"));
    store->remove(u"token/test"_s);
    QVERIFY(store->secret(u"token/test"_s).isEmpty());
}

void TestSecretStore::nothingThere_data()
{
    stores();
}

void TestSecretStore::nothingThere()
{
    const std::unique_ptr<SecretStore> store = this->store();
    QSignalSpy loaded(store.get(), &SecretStore::loaded);
    store->load(u"token/never-kept"_s);
    QVERIFY(!loaded.isEmpty() || loaded.wait(20'000));
    QVERIFY(store->secret(u"token/never-kept"_s).isEmpty());
}

void TestSecretStore::removalIsTold_data()
{
    stores();
}

void TestSecretStore::removalIsTold()
{
    QFETCH(QString, kind);
    const std::unique_ptr<SecretStore> store = this->store();
    QSignalSpy removed(store.get(), &SecretStore::removed);
    store->keep(u"token/test"_s, "s3cret");
    store->remove(u"token/test"_s);
    QVERIFY(!removed.isEmpty() || removed.wait(20'000));
    QCOMPARE(removed.first().first().toString(), u"token/test"_s);
    const auto result = removed.first().at(1).value<Result<void>>();
    QCOMPARE(result.has_value(), kind == "memory"_L1);
    if (!result)
        QVERIFY(!result.error().detail.isEmpty());
}

/// A keychain does not tell what it holds, so the names are noted, and only forgotten with what they name.
void TestSecretStore::namesOfWhatIsKept()
{
    const QTemporaryDir folder;
    QFile names(folder.filePath(u"keychain.txt"_s));
    QVERIFY(names.open(QIODevice::WriteOnly));
    names.write("token/hh\nproxies/typed\n\ntoken/hh\n");
    names.close();
    KeychainStore store(u"linnet-test"_s, names.fileName());
    const QStringList known{u"token/hh"_s, u"proxies/typed"_s};
    QCOMPARE(store.keys(), known);
#ifdef Q_OS_LINUX // elsewhere it would be the real one
    QSignalSpy removed(&store, &SecretStore::removed);
    store.remove(u"token/hh"_s);
    QVERIFY(!removed.isEmpty() || removed.wait(20'000));
    QCOMPARE(store.keys(), known); // out of reach: it may still be there
#endif
    QVERIFY(KeychainStore(u"linnet-test"_s, folder.filePath(u"none"_s)).keys().isEmpty());
}

void TestSecretStore::namesOfKeys_data()
{
    QTest::addColumn<SecretKey::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("token") << SecretKey::Kind::Token << u"hh"_s << u"token/hh"_s;
    QTest::newRow("headers of a crawl")
        << SecretKey::Kind::Token << u"crawl:a.org"_s << u"token/crawl:a.org"_s;
    QTest::newRow("list") << SecretKey::Kind::ProxyList << u"typed"_s << u"proxies/typed"_s;
    QTest::newRow("login") << SecretKey::Kind::ProxyLogin << u"http://10.0.0.1:80"_s
                           << u"proxies/login/http://10.0.0.1:80"_s;
}

void TestSecretStore::namesOfKeys()
{
    QFETCH(SecretKey::Kind, kind);
    QFETCH(QString, name);
    const SecretKey key{kind, name};
    QTEST(key.text(), "text");
    QVERIFY(SecretKey::read(key.text()) == key);
}

void TestSecretStore::oldNamesAreRead()
{
    const SecretKey login{SecretKey::Kind::ProxyLogin, u"http://10.0.0.1:80"_s};
    QCOMPARE(login.oldText(), u"proxy/http://10.0.0.1:80"_s);
    QVERIFY(SecretKey::read(login.oldText()) == login);
    QVERIFY(!SecretKey::read(u"something/else"_s));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
