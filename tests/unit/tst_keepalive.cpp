// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/keepalive.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet::net;
using namespace std::chrono_literals;

class TestKeepAlive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewHostsKeepTheirs();
    void slowPaceKeepsLonger();
    void manyHostsDoNot();
    void roomComesBack();
};

namespace {

constexpr qint64 Second = 1'000'000'000;

} // namespace

void TestKeepAlive::fewHostsKeepTheirs()
{
    KeepAlive keep;
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(keep.secondsFor(HostKey::restored(u"h"_s), 0ns, 1 + i % 6, Second + i), 20s);
}

void TestKeepAlive::slowPaceKeepsLonger()
{
    KeepAlive keep;
    QCOMPARE(keep.secondsFor(HostKey::restored(u"h"_s), 60s, 1, Second), 62s);
    QCOMPARE(keep.secondsFor(HostKey::restored(u"h"_s), 1h, 1, Second), 120s);
}

void TestKeepAlive::manyHostsDoNot()
{
    KeepAlive keep;
    int kept = 0;
    for (int i = 0; i < 1000; ++i)
        kept += keep.secondsFor(HostKey::restored(QString::number(i)), 0ns, 1, Second) > 0s ? 1 : 0;
    QCOMPARE(kept, KeepAlive::MostConnections);
    QCOMPARE(keep.secondsFor(HostKey::restored(u"0"_s), 0ns, 1, Second), 20s);
    QVERIFY(!keep.keeps(HostKey::restored(u"999"_s)));
    QCOMPARE(keep.secondsFor(HostKey::restored(u"0"_s), 0ns, 2, Second), 0s);
    QVERIFY(keep.keeps(HostKey::restored(u"0"_s)));
}

void TestKeepAlive::roomComesBack()
{
    KeepAlive keep;
    for (int i = 0; i < KeepAlive::MostConnections; ++i)
        keep.secondsFor(HostKey::restored(QString::number(i)), 0ns, 1, Second);
    QCOMPARE(keep.secondsFor(HostKey::restored(u"new"_s), 0ns, 1, 20 * Second), 0s);
    QCOMPARE(keep.secondsFor(HostKey::restored(u"new"_s), 0ns, 6, 22 * Second), 20s);
}

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
