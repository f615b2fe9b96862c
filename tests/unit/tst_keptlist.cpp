// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/proxychoice.h"
#include "proxies/list/keptlist.h"
#include "proxies/list/proxylistparser.h"

#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::proxies;
using namespace Qt::Literals::StringLiterals;

/// Lists of proxies that last: what they take, what they store, and what they keep to themselves.
class TestKeptList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesFromSources();
    void readAgain();
    void removedSource();
    void ownAndOff();
    void storedWithoutLogins();
    void loginsStayCompact();
    void loginsOfOthersAreIgnored();
    void linesComeBack();
    void damagedFile_data();
    void damagedFile();
    void choiceNamesTheList();
};

namespace {

ProxyList read(const QString &text)
{
    return ProxyListParser::parse(text, ProxyScheme::Http);
}

ListSource web(const QString &address)
{
    ListSource source;
    source.kind = ListSource::Kind::Web;
    source.name = address;
    return source;
}

KeptList listOf(const QString &text)
{
    KeptList list;
    list.id = u"a"_s;
    list.name = u"Office"_s;
    list.take({}, read(text));
    return list;
}

QStringList keysOf(const KeptList &list)
{
    QStringList keys;
    for (const KeptProxy &kept : list.proxies)
        keys << kept.key.section(u'/', 2);
    return keys;
}

} // namespace

void TestKeptList::takesFromSources()
{
    KeptList list = listOf(u"10.0.0.1:80\n10.0.0.2:80\n10.0.0.2:80\nrubbish"_s);
    QCOMPARE(list.take(web(u"http://lists.example/a"_s), read(u"10.0.0.2:80\n10.0.0.3:80"_s)).added, 1);
    QCOMPARE(keysOf(list), (QStringList{u"10.0.0.1:80"_s, u"10.0.0.2:80"_s, u"10.0.0.3:80"_s}));
    QCOMPARE(list.sources.size(), 2);
    QCOMPARE(list.countOf(1), 2);
    QCOMPARE(list.countOf(2), 2);
    QCOMPARE(list.sources[0].unreadable, 1);
    QCOMPARE(list.sources[0].places, 4);
    // What is typed another time is another source.
    list.take({}, read(u"10.0.0.4:80"_s));
    QCOMPARE(list.sources.size(), 3);
    QCOMPARE(list.proxies.size(), 4);
}

void TestKeptList::readAgain()
{
    KeptList list = listOf(u"10.0.0.1:80"_s);
    list.take(web(u"http://lists.example/a"_s), read(u"10.0.0.1:80\n10.0.0.2:80\n10.0.0.3:80"_s));
    list.setEnabled({u"http://10.0.0.2:80"_s}, false);
    list.setMine({u"http://10.0.0.2:80"_s}, true);
    const KeptList::Taken taken =
        list.take(web(u"http://lists.example/a"_s), read(u"10.0.0.2:80\n10.0.0.4:80"_s));
    QCOMPARE(taken, (KeptList::Taken{1, 1}));
    // The first was typed, too, and stays; what is known of the second stays with it.
    QCOMPARE(keysOf(list), (QStringList{u"10.0.0.1:80"_s, u"10.0.0.2:80"_s, u"10.0.0.4:80"_s}));
    QVERIFY(!list.proxies[1].enabled);
    QVERIFY(list.proxies[1].proxy.mine);
    QVERIFY(!list.proxies[2].proxy.mine);
    QCOMPARE(list.sources.size(), 2);
}

void TestKeptList::removedSource()
{
    KeptList list = listOf(u"10.0.0.1:80\n10.0.0.2:80"_s);
    list.take(web(u"http://lists.example/a"_s), read(u"10.0.0.2:80\n10.0.0.3:80"_s));
    list.removeSource(1);
    QCOMPARE(keysOf(list), (QStringList{u"10.0.0.2:80"_s, u"10.0.0.3:80"_s}));
    QCOMPARE(list.sources.size(), 1);
    list.remove({u"http://10.0.0.2:80"_s});
    QCOMPARE(keysOf(list), QStringList{u"10.0.0.3:80"_s});
}

void TestKeptList::ownAndOff()
{
    KeptList list = listOf(u"10.0.0.1:80\n10.0.0.2:80"_s);
    QVERIFY(!list.proxies[0].proxy.mine);
    list.mine = true;
    list.take({}, read(u"10.0.0.3:80"_s));
    QVERIFY(list.proxies[2].proxy.mine);
    list.setEnabled({u"http://10.0.0.1:80"_s}, false);
    QCOMPARE(list.enabledKeys(), (QStringList{u"http://10.0.0.2:80"_s, u"http://10.0.0.3:80"_s}));
    QCOMPARE(list.enabledOnes().size(), 2);
    QCOMPARE(list.disabledKeys(), QSet<QString>{u"http://10.0.0.1:80"_s});
}

void TestKeptList::storedWithoutLogins()
{
    KeptList list =
        listOf(u"http://me:s3cret@10.0.0.1:80\nsocks5://10.0.0.2:1080\nother:pässw@10.0.0.1:80"_s);
    list.rotation = Rotation::EveryN;
    list.every = 50;
    list.mine = true;
    list.proxies[1].enabled = false;
    list.setVerdicts({{u"socks5://10.0.0.2:1080"_s, {u"alive"_s, {}, u"elite"_s, 0.25}}});
    QCOMPARE(list.proxies[1].verdict.anonymity, u"elite"_s);
    // Two logins at one address are two proxies.
    list.setVerdicts({{list.proxies[2].key, {u"dead"_s, u"login_refused"_s, {}, 0}}});
    QVERIFY(list.proxies[0].verdict.status.isEmpty());
    QCOMPARE(list.proxies[2].verdict.status, u"dead"_s);
    list.bypass = u"intranet.example, 10.0.0.0/8"_s;
    list.allowDirect = true;
    list.sources[0].readAt = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    const QByteArray stored = QJsonDocument(list.toJson()).toJson();
    for (const char *secret : {"s3cret", "pässw", "me:", "\"me\"", "other"})
        QVERIFY2(!stored.contains(secret), secret);
    auto again = KeptList::fromJson(QJsonDocument::fromJson(stored).object());
    QVERIFY(again);
    QVERIFY(again->proxies[0].lacksLogin());
    QVERIFY(!again->proxies[1].lacksLogin());
    QCOMPARE(again->proxies[0].key, list.proxies[0].key);
    QVERIFY(*again != list);
    again->setLogins(list.logins());
    QCOMPARE(*again, list);
    // While the keychain is silent, nothing of the list is lost.
    const auto silent = KeptList::fromJson(list.toJson());
    QCOMPARE(QJsonDocument(silent->toJson()).toJson(), stored);
}

void TestKeptList::loginsStayCompact()
{
    QString many;
    for (int i = 1; i <= 200; ++i)
        many += u"customer:p@ss:w%1@10.0.1.%2:3128\n"_s.arg(u"ord"_s).arg(i);
    many += u"customer:another@10.0.2.1:3128\n"_s;
    KeptList list = listOf(many);
    QCOMPARE(list.proxies.size(), 201);
    // The smallest of the keychains takes 2.5 kB.
    QVERIFY(list.logins().size() < 300);
    auto again = KeptList::fromJson(list.toJson());
    again->setLogins(list.logins());
    QCOMPARE(again->proxies[7].proxy.password, u"p@ss:word"_s);
    QCOMPARE(again->proxies[200].proxy.password, u"another"_s);
}

void TestKeptList::loginsOfOthersAreIgnored()
{
    const KeptList list = listOf(u"me:s3cret@10.0.0.1:80\n10.0.0.2:80"_s);
    auto again = KeptList::fromJson(list.toJson());
    again->setLogins("not json at all");
    QVERIFY(again->proxies[0].lacksLogin());
    QByteArray wrong = list.logins();
    again->setLogins(wrong.replace("\"me\"", "\"you\""));
    QVERIFY(again->proxies[0].lacksLogin());
    QVERIFY(!again->proxies[1].proxy.hasLogin());
    QVERIFY(listOf(u"10.0.0.2:80"_s).logins().isEmpty());
}

void TestKeptList::linesComeBack()
{
    const KeptList list =
        listOf(u"http://us%3Aer:p%40ss%3A%25w%2F%23@10.0.0.1:80\nsocks5://имя:пароль@10.0.0.2:1080\n"
               "[2001:db8::1]:8080\nsocks4://10.0.0.3:1080"_s);
    QCOMPARE(list.proxies.size(), 4);
    QCOMPARE(list.proxies[0].proxy.user, u"us:er"_s);
    const ProxyList with = ProxyListParser::parse(list.lines(true), ProxyScheme::Http);
    QVERIFY(with.problems.isEmpty());
    QCOMPARE(with.entries.size(), 4);
    for (qsizetype i = 0; i < 4; ++i)
        QCOMPARE(with.entries[i].proxy, list.proxies[i].proxy);
    QCOMPARE(list.lines(false), QByteArray("http://10.0.0.1:80\nsocks5://10.0.0.2:1080\n"
                                           "http://[2001:db8::1]:8080\nsocks4://10.0.0.3:1080\n"));
}

void TestKeptList::damagedFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no proxy") << QByteArray(R"({"id":"a","proxies":[{"key":"http://10.0.0.1:0"}]})");
    QTest::newRow("no key") << QByteArray(R"({"id":"a","proxies":[7]})");
}

void TestKeptList::damagedFile()
{
    QFETCH(QByteArray, json);
    QVERIFY(!KeptList::fromJson(QJsonDocument::fromJson(json).object()));
}

void TestKeptList::choiceNamesTheList()
{
    jobs::ProxyChoice choice;
    choice.mode = jobs::ProxyChoice::Mode::List;
    choice.list = u"a"_s;
    choice.title = u"Office"_s;
    choice.keys = listOf(u"me:s3cret@10.0.0.1:80\n10.0.0.2:80"_s).enabledKeys();
    choice.rotation = u"every-n"_s;
    choice.every = 50;
    QCOMPARE(jobs::ProxyChoice::fromJson(choice.toJson()), choice);
    QVERIFY(!QJsonDocument(choice.toJson()).toJson().contains("s3cret"));
}

QTEST_GUILESS_MAIN(TestKeptList)
#include "tst_keptlist.moc"
