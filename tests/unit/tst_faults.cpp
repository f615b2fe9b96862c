// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faultplan.h"

#include <QTest>

using namespace linnet;
using namespace linnet::practice;
using namespace Qt::Literals::StringLiterals;

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void everyKthRequest();
    void oneAddressIsHitTwice();
    void allTogetherLeaveTheThirdAttempt();
    void hangsOnceForAnAddress();
    void redirectsOnlyDetails();
    void goneIsByVacancy();
    void captchaComesBack();
};

void TestFaults::parses_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::newRow("nothing") << u""_s << QList<Fault>{};
    QTest::newRow("flag") << u"token"_s << QList<Fault>{{u"token"_s, 0}};
    QTest::newRow("number") << u"429:7"_s << QList<Fault>{{u"429"_s, 7}};
    QTest::newRow("several") << u"token,429x:7,slow:200"_s
                             << QList<Fault>{{u"token"_s, 0}, {u"429x"_s, 7}, {u"slow"_s, 200}};
    QTest::newRow("spaces and a comma too many")
        << u" ua , cut: 3 ,"_s << QList<Fault>{{u"ua"_s, 0}, {u"cut"_s, 3}};
    QTest::newRow("all")
        << u"token,ua,429:1,429x:2,503:3,404:4,cut:5,gz:6,slow:7,captcha:8,nulls,drift,badjson:9,"
           "hang:10,redirfile:11"_s
        << QList<Fault>{{u"token"_s, 0},   {u"ua"_s, 0},      {u"429"_s, 1},       {u"429x"_s, 2},
                        {u"503"_s, 3},     {u"404"_s, 4},     {u"cut"_s, 5},       {u"gz"_s, 6},
                        {u"slow"_s, 7},    {u"captcha"_s, 8}, {u"nulls"_s, 0},     {u"drift"_s, 0},
                        {u"badjson"_s, 9}, {u"hang"_s, 10},   {u"redirfile"_s, 11}};
}

void TestFaults::parses()
{
    QFETCH(QString, list);
    QFETCH(QList<Fault>, faults);
    const Result<QList<Fault>> result = parseFaults(list);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
    QCOMPARE(*result, faults);
}

void TestFaults::refuses_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("named"); // must be in the message
    QTest::newRow("unknown") << u"token,flood:3"_s << u"flood"_s;
    QTest::newRow("known names are told") << u"x"_s << u"redirfile:N"_s;
    QTest::newRow("number missing") << u"429"_s << u"429:7"_s;
    QTest::newRow("number for a flag") << u"nulls:2"_s << u"nulls"_s;
    QTest::newRow("no number") << u"cut:often"_s << u"often"_s;
    QTest::newRow("zero") << u"gz:0"_s << u"gz"_s;
    QTest::newRow("negative") << u"gz:-1"_s << u"-1"_s;
    QTest::newRow("too large") << u"slow:600001"_s << u"600000"_s;
    QTest::newRow("not an int") << u"503:99999999999"_s << u"503"_s;
    QTest::newRow("twice") << u"503:2,503:3"_s << u"twice"_s;
}

void TestFaults::refuses()
{
    QFETCH(QString, list);
    QFETCH(QString, named);
    const Result<QList<Fault>> result = parseFaults(list);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().reason, Reason::BadValue);
    QVERIFY2(result.error().detail.contains(named), qPrintable(result.error().detail));
}

void TestFaults::everyKthRequest()
{
    FaultPlan plan({{u"429"_s, 3}, {u"503"_s, 4}});
    QList<Mishap> seen;
    for (int i = 0; i < 12; ++i)
        seen.append(plan.next(QByteArray::number(i), true));
    const Mishap none = Mishap::None;
    const Mishap many = Mishap::TooMany;
    const Mishap down = Mishap::Unavailable;
    // At the twelfth both are due; the one that comes first in the list wins.
    QCOMPARE(seen, (QList<Mishap>{none, none, many, down, none, many, none, down, many, none, none, many}));
}

void TestFaults::oneAddressIsHitTwice()
{
    FaultPlan plan({{u"cut"_s, 1}});
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(plan.next("/a", true), Mishap::Cut);
        QCOMPARE(plan.next("/b", true), Mishap::Cut);
    }
    QCOMPARE(plan.next("/a", true), Mishap::None);
    QCOMPARE(plan.next("/b", true), Mishap::None);
    QCOMPARE(plan.next("/c", true), Mishap::Cut);
}

void TestFaults::allTogetherLeaveTheThirdAttempt()
{
    FaultPlan plan(
        {{u"429"_s, 2}, {u"429x"_s, 3}, {u"503"_s, 5}, {u"cut"_s, 7}, {u"gz"_s, 11}, {u"badjson"_s, 1}});
    for (int address = 0; address < 50; ++address) {
        int hits = 0;
        for (int attempt = 0; attempt < 5; ++attempt)
            hits += plan.next(QByteArray::number(address), true) == Mishap::None ? 0 : 1;
        QCOMPARE(hits, 2);
    }
}

void TestFaults::hangsOnceForAnAddress()
{
    FaultPlan plan({{u"hang"_s, 1}});
    QCOMPARE(plan.next("/a", true), Mishap::Hang);
    QCOMPARE(plan.next("/a", true), Mishap::None);
    QCOMPARE(plan.next("/b", false), Mishap::Hang);
}

void TestFaults::redirectsOnlyDetails()
{
    FaultPlan plan({{u"redirfile"_s, 1}});
    QCOMPARE(plan.next("/vacancies?page=0", false), Mishap::None);
    QCOMPARE(plan.next("/vacancies/1", true), Mishap::RedirectToFile);
    QCOMPARE(plan.next("/vacancies/1", true), Mishap::RedirectToFile);
    QCOMPARE(plan.next("/vacancies/1", true), Mishap::None);
}

void TestFaults::goneIsByVacancy()
{
    const FaultPlan plan({{u"404"_s, 50}});
    QVERIFY(plan.isGone(50));
    QVERIFY(plan.isGone(100));
    QVERIFY(!plan.isGone(51));
    QVERIFY(!FaultPlan({}).isGone(50));
}

void TestFaults::captchaComesBack()
{
    FaultPlan plan({{u"captcha"_s, 2}});
    for (int round = 0; round < 3; ++round) {
        QVERIFY(!plan.wantsCaptcha());
        QVERIFY(!plan.wantsCaptcha());
        QVERIFY(plan.wantsCaptcha());
        QVERIFY(plan.wantsCaptcha());
        plan.captchaPassed();
    }
    FaultPlan without({});
    QVERIFY(!without.wantsCaptcha());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
