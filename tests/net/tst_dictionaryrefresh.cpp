// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/faultserver.h"
#include "vacancies/currentdictionary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;
using Kind = Dictionary::Kind;

namespace {

/// What a server of hh.ru's kind answers with, by path and language; changed while it runs.
class Shelf
{
public:
    Shelf()
    {
        for (const char *locale : {"RU", "EN"}) {
            const QByteArray in = locale;
            put("/areas", in, R"([{"id": "113", "name": "land )" + in + R"(", "areas": []}])");
            put("/professional_roles", in,
                R"({"categories": [{"id": "1", "name": "all )" + in +
                    R"(", "roles": [{"id": "9", "name": "role )" + in + R"("}]}]})");
            put("/industries", in, R"([{"id": "7", "name": "industry )" + in + R"(", "industries": []}])");
        }
    }

    void put(const QByteArray &path, const QByteArray &locale, const QByteArray &body)
    {
        const QMutexLocker lock(&m_mutex);
        m_bodies[path + "?locale=" + locale] = body;
    }

    Answer answer(const Seen &seen) const
    {
        const QMutexLocker lock(&m_mutex);
        const QByteArray body = m_bodies.value(seen.target);
        const QByteArray tag = '"' + QByteArray::number(qHash(body)) + '"';
        if (seen.header("If-None-Match") == tag)
            return Answer::status(304, {{"ETag", tag}});
        return Answer::status(200, {{"ETag", tag}, {"Content-Type", "application/json"}}, body);
    }

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_bodies;
};

} // namespace

/// hh.ru's dictionaries are asked for once a day through the real engine.
class TestDictionaryRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstDay();
    void secondDay();
    void oneHasChanged();
    void garbageChangesNothing_data();
    void garbageChangesNothing();
    void halfABody();
    void refused();
    void restart();
    void damagedFileIsReadAnew();

private:
    /// Asks and waits for the answers to all six requests.
    void ask(const QDate &day, bool changes);
    void start();
    static QString name(Kind kind, const QString &id, QLocale::Language language)
    {
        return currentDictionary(kind).name(id, QLocale(language));
    }

    const QDate m_day{2026, 11, 29};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<FaultServer> m_server;
    std::shared_ptr<Shelf> m_shelf;
};

void TestDictionaryRefresh::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_shelf = std::make_shared<Shelf>();
    m_server = std::make_unique<FaultServer>();
    m_server->setHandler([shelf = m_shelf](const Seen &seen) { return shelf->answer(seen); });
    start();
}

void TestDictionaryRefresh::cleanup()
{
    m_session.reset();
    m_server.reset();
    setDictionaryFolder({});
}

void TestDictionaryRefresh::start()
{
    m_session.reset();
    setDictionaryFolder({}); // nothing of it is left in memory
    m_session = std::make_unique<session::Session>(m_folder->path());
}

void TestDictionaryRefresh::ask(const QDate &day, bool changes)
{
    session::NetworkControl &network = m_session->network();
    QSignalSpy read(&network, &session::NetworkControl::dictionariesRead);
    QSignalSpy ended(&network, &session::NetworkControl::dictionariesAsked);
    network.readDictionaries(u"hh"_s, m_server->url(QString()), day);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QCOMPARE(read.size(), changes ? 1 : 0);
}

void TestDictionaryRefresh::firstDay()
{
    QVERIFY(currentDictionary(Kind::HhIndustries).nodes().empty());
    ask(m_day, true);
    QCOMPARE(m_server->seen().size(), 6);
    for (const Seen &seen : m_server->seen()) {
        QVERIFY(seen.header("If-None-Match").isNull());
        QVERIFY(seen.header("Authorization").isNull());
    }
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::Russian), u"land RU"_s);
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::English), u"land EN"_s);
    QCOMPARE(name(Kind::HhRoles, u"9"_s, QLocale::English), u"role EN"_s);
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::Russian), u"industry RU"_s);
    QCOMPARE(name(Kind::HhAreas, u"1"_s, QLocale::English), u"Moscow"_s); // known from the bundled one

    ask(m_day, false);
    QCOMPARE(m_server->seen().size(), 6);
}

void TestDictionaryRefresh::secondDay()
{
    ask(m_day, true);
    ask(m_day.addDays(1), false);
    const QList<Seen> seen = m_server->seen();
    QCOMPARE(seen.size(), 12);
    for (const Seen &again : seen.sliced(6))
        QVERIFY(!again.header("If-None-Match").isNull());
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::English), u"industry EN"_s);
    ask(m_day.addDays(1), false);
    QCOMPARE(m_server->seen().size(), 12);
}

void TestDictionaryRefresh::oneHasChanged()
{
    ask(m_day, true);
    m_shelf->put("/industries", "EN", R"([{"id": "7", "name": "trade", "industries": []}])");
    ask(m_day.addDays(1), true);
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::English), u"trade"_s);
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::Russian), u"industry RU"_s);
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::English), u"land EN"_s);
}

void TestDictionaryRefresh::garbageChangesNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("page") << QByteArray("<html>captcha</html>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty list") << QByteArray("[]");
}

void TestDictionaryRefresh::garbageChangesNothing()
{
    QFETCH(QByteArray, body);
    m_shelf->put("/industries", "EN", body);
    ask(m_day, true); // the others
    QVERIFY(currentDictionary(Kind::HhIndustries).nodes().empty());
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::English), u"land EN"_s);
    m_shelf->put("/industries", "EN", R"([{"id": "7", "name": "trade"}])");
    ask(m_day.addDays(1), true);
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::English), u"trade"_s);
}

void TestDictionaryRefresh::halfABody()
{
    m_server->script("/areas?locale=RU",
                     {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 60\r\nETag: \"x\"\r\n\r\n"
                                  R"([{"id": "113", "name": "half"}])",
                                  Answer::End::Close)});
    ask(m_day, true);
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::Russian), u"Россия"_s);
    QVERIFY(dictionaryTags(Kind::HhAreas)[0].isEmpty());
    QCOMPARE(name(Kind::HhRoles, u"9"_s, QLocale::Russian), u"role RU"_s);
}

void TestDictionaryRefresh::refused()
{
    m_server->setHandler([](const Seen &) { return Answer::text("{}", 403); });
    ask(m_day, false);
    QCOMPARE(name(Kind::HhAreas, u"113"_s, QLocale::Russian), u"Россия"_s);
    ask(m_day, false); // not again on that day
    QCOMPARE(m_server->seen().size(), 6);
}

void TestDictionaryRefresh::restart()
{
    ask(m_day, true);
    start();
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::Russian), u"industry RU"_s);
    ask(m_day, false);
    QCOMPARE(m_server->seen().size(), 6);
    ask(m_day.addDays(1), false);
    for (const Seen &again : m_server->seen().sliced(6))
        QVERIFY(!again.header("If-None-Match").isNull());
}

void TestDictionaryRefresh::damagedFileIsReadAnew()
{
    ask(m_day, true);
    QFile file(m_folder->filePath(u"dictionaries/hh_industries.tsv"_s));
    QVERIFY(file.resize(file.size() - 3));
    start();
    QVERIFY(currentDictionary(Kind::HhIndustries).nodes().empty());
    ask(m_day.addDays(1), true);
    QCOMPARE(name(Kind::HhIndustries, u"7"_s, QLocale::Russian), u"industry RU"_s);
}

QTEST_GUILESS_MAIN(TestDictionaryRefresh)
#include "tst_dictionaryrefresh.moc"
