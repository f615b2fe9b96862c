// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::session;
using namespace Qt::Literals::StringLiterals;

/// Secrets with the keychain that the computer has, or without one: both must be told apart and neither may
/// wait.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usableAtOnce();
    void nothingThere();
};

void TestSecretStore::usableAtOnce()
{
    SecretStore store(u"linnet-test"_s);
    QSignalSpy kept(&store, &SecretStore::kept);
    store.keep(u"token/test"_s, "s3cret");
    QCOMPARE(store.secret(u"token/test"_s), QByteArray("s3cret"));
    QVERIFY(!kept.isEmpty() || kept.wait(20'000));
    QCOMPARE(kept.first().first().toString(), u"token/test"_s);
    const auto result = kept.first().at(1).value<Result<void>>();
    if (!result) { // no keychain here: said so, and still usable
        QCOMPARE(result.error().reason, Reason::Io);
        QVERIFY(!result.error().detail.isEmpty());
        QVERIFY(!result.error().detail.contains("s3cret"_L1));
    }
    QCOMPARE(store.secret(u"token/test"_s), QByteArray("s3cret"));
    store.remove(u"token/test"_s);
    QVERIFY(store.secret(u"token/test"_s).isEmpty());
}

void TestSecretStore::nothingThere()
{
    SecretStore store(u"linnet-test"_s);
    QSignalSpy loaded(&store, &SecretStore::loaded);
    store.load(u"token/never-kept"_s);
    QVERIFY(!loaded.isEmpty() || loaded.wait(20'000));
    QVERIFY(store.secret(u"token/never-kept"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
