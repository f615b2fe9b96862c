// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/traps.h"

#include <QTest>

using namespace linnet::links;
using namespace Qt::Literals::StringLiterals;

class TestTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void single_data();
    void single();
    void sessions_data();
    void sessions();
    void facets();
    void ordinarySites();
    void finiteLists_data();
    void finiteLists();
    void endlessCalendar();
    void texts();
};

namespace {

constexpr int Year = 2026;
const QByteArray Host = "https://a.example";

} // namespace

void TestTraps::single_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("code"); // "" = no trap
    QTest::addColumn<QString>("detail");
    const auto trap = [](const char *name, const QByteArray &path, const QString &code,
                         const QString &detail) { QTest::newRow(name) << path << code << detail; };
    const auto fine = [](const char *name, const QByteArray &path) {
        QTest::newRow(name) << path << QString() << QString();
    };
    trap("one folder", "/x/a/a/a/a", u"repeating_path"_s, u"a"_s);
    trap("two folders", "/x/a/b/a/b/a/b/", u"repeating_path"_s, u"a/b"_s);
    trap("three folders", "/a/b/c/a/b/c/a/b/c", u"repeating_path"_s, u"a/b/c"_s);
    trap("scattered", "/a/1/a/2/a/3/a/4/a/5/a/6", u"repeating_path"_s, u"a"_s);
    fine("three times", "/a/a/a/b");
    fine("numbers", "/0/0/0/0/0");
    fine("no path", "");
    trap("argument", "/x?a=1&a=1&a=1&a=1", u"repeating_query"_s, u"a=1"_s);
    fine("list argument", "/x?t[]=1&t[]=2&t[]=3&t[]=4&t[]=5");
    trap("encoding", "/x?u=%2525252Fa", u"repeating_query"_s, u"%252525"_s);
    trap("long", "/" + QByteArray(2000, 'x'), u"too_long"_s, u"2018"_s);
    trap("deep", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31",
         u"too_deep"_s, u"31"_s);
    trap("calendar of the future", "/calendar/2029/01", u"calendar"_s, u"2029/01"_s);
    fine("calendar of next year", "/calendar/2028/12");
    trap("calendar of the past", "/events/1969-12-01", u"calendar"_s, u"1969-12"_s);
    fine("history", "/history/1812/09");
    trap("month argument", "/?month=2031-05", u"calendar"_s, u"2031-05"_s);
    trap("year argument", "/x?view=m&year=2031&month=5", u"calendar"_s, u"year=2031"_s);
    trap("archive of the future", "/2031/05/", u"calendar"_s, u"2031/05"_s);
    fine("article", "/2025/05/13/title");
    fine("number", "/item/3000/12");
    fine("long number", "/12031/05");
    fine("no month", "/2031/55");
}

void TestTraps::single()
{
    QFETCH(QByteArray, path);
    Traps traps(Year);
    // However often one page names such addresses: its list has an end.
    for (int i = 0; i < 200; ++i)
        QVERIFY(!traps.check(Host + path, 1));
    std::optional<Trap> trap;
    for (quint32 page = 2; page <= Traps::MaxDates + 1 && !trap; ++page)
        trap = traps.check(Host + path, page);
    QTEST(trap ? QString(Trap::code(trap->kind)) : QString(), "code");
    QTEST(trap ? trap->detail : QString(), "detail");
}

void TestTraps::sessions_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("argument") << QByteArray("/a?PHPSESSID=%1");
    QTest::newRow("among others") << QByteArray("/a?x=1&sid=%1&y=2");
    QTest::newRow("in the path") << QByteArray("/a;jsessionid=%1?x=1");
}

void TestTraps::sessions()
{
    QFETCH(QByteArray, pattern);
    Traps traps(Year);
    for (int i = 1; i <= 10; ++i) {
        const auto trap = traps.check(
            Host + QByteArray(pattern).replace("%1", "f00d5e55100f00d5e55100" + QByteArray::number(i)),
            quint32(i));
        QCOMPARE(trap.has_value(), i > Traps::MaxVisits);
        QVERIFY(!trap || trap->kind == TrapKind::SessionId);
        QVERIFY(!traps.check(Host + QByteArray(pattern)
                                        .replace("%1", "f00d5e55100f00d5e55100")
                                        .replace("/a", "/" + QByteArray(1, char('b' + i))),
                             quint32(i)));
    }
}

void TestTraps::facets()
{
    Traps traps(Year);
    int caught = 0;
    for (int set = 3; set < 1024; ++set) {
        QByteArray url = Host + "/shop?";
        for (int bit = 0; bit < 10; ++bit)
            url += (set >> bit) & 1 ? "f" + QByteArray::number(bit) + "=1&" : QByteArray();
        const auto trap = traps.check(url, 1);
        QVERIFY(!trap || trap->kind == TrapKind::Facets);
        caught += trap ? 1 : 0;
    }
    QVERIFY(caught > 800);
    QVERIFY(!traps.check(Host + "/other?a=1&b=2", 1));
    for (int topic = 0; topic < 10'000; ++topic)
        QVERIFY(!traps.check(Host + "/forum?board=2&topic=" + QByteArray::number(topic), 1));
}

/// Numbers, years and names that look like more than they are.
void TestTraps::finiteLists_data()
{
    QTest::addColumn<QByteArray>("pattern"); // %1 = a number from 1
    for (const char *pattern :
         {"/history/events/19%1-06-22.html", "/candidates/1960-%1/", "/holidays/1917/%1",
          "/agenda-20%1/2-hunger/", "/standards/iso-2108-%1", "/parts/2100/%1", "/rfc/2119-%1",
          "/modules.php?name=News&file=article&sid=%1", "/shop.cfm?cfid=%1&cftoken=77", "/en/2048/%1"})
        QTest::newRow(pattern) << QByteArray(pattern);
}

void TestTraps::finiteLists()
{
    QFETCH(QByteArray, pattern);
    Traps traps(Year);
    for (int i = 1; i <= 60; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(2, '0');
        QVERIFY(!traps.check(Host + QByteArray(pattern).replace("%1", number), 7));
        QVERIFY(!traps.check(Host + "/x" + QByteArray(pattern).replace("%1", number), quint32(i / 3)));
    }
}

/// Each page of it names the next month: that never ends.
void TestTraps::endlessCalendar()
{
    Traps traps(Year);
    int asked = 0;
    for (int month = 0; month < 3000; ++month) {
        const QByteArray path =
            "/cal/" + QByteArray::number(Year + month / 12) + '/' + QByteArray::number(month % 12 + 1);
        asked += traps.check(Host + path, quint32(month + 1)) ? 0 : 1;
    }
    QVERIFY(asked <= 3 * 12 + Traps::MaxDates + 76 * 12);
    QVERIFY(traps.check(Host + "/cal/2100/1", 5000));
    // Another place of the site, and another site, are counted by themselves.
    QVERIFY(!traps.check(Host + "/team/2100/1", 5001));
    QVERIFY(!traps.check("https://b.example/cal/2100/1", 5002));
}

/// What real documentation sites have is no trap.
void TestTraps::ordinarySites()
{
    Traps traps(Year);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        for (const QByteArray &path : {QByteArray("/docs/current/page-" + number + ".html"),
                                       QByteArray("/item/" + number), QByteArray("/list?page=" + number)})
            QVERIFY2(!traps.check(Host + path, quint32(i)), path.constData());
    }
}

void TestTraps::texts()
{
    QSet<QString> codes;
    for (int kind = 0; kind <= int(TrapKind::Facets); ++kind) {
        codes.insert(QString(Trap::code(TrapKind(kind))));
        QVERIFY((Trap{TrapKind(kind), u"what"_s}).text().contains(u"what"));
    }
    QCOMPARE(codes.size(), 7);
}

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"
