// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkspec.h"
#include "practice/server/practiceserver.h"
#include "proxies/list/proxylistparser.h"
#include "sampledates.h"
#include "sampleproxies.h"
#include "session/runparams.h"
#include "session/session.h"
#include "store/project/projectcompact.h"
#include "vacancies/search/searchspec.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zstd.h>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Name = "http://practice.example"_L1;
constexpr int Weeks = 2; ///< between the first runs and the last
constexpr int PatienceMs = 600'000;

void giveUp(const char *what, const Error &error)
{
    qFatal("%s: %s", what, qPrintable(error.detail));
}

/// Makes the runs of the sample project by the program's own engine, asking practice servers that call
/// themselves by a name and are the system's proxy meanwhile, as they would be on three days.
class SampleMaker
{
public:
    explicit SampleMaker(const QString &folder)
        : m_path(folder + u"/sample.linnet"_s)
        , m_first(QDateTime::currentDateTimeUtc().date().addDays(-7 * Weeks))
    {
        begin(0);
        qputenv("http_proxy", m_root.toString().toUtf8());
        m_session = std::make_unique<session::Session>(folder);
        m_session->setPractice({[] { return QUrl(Name); }, [] { return Result<QUrl>(QUrl(Name)); }});
        m_session->setToken(u"superjob"_s, "practice");
        if (const auto opened = m_session->projectSlot().open(m_path); !opened)
            giveUp("The project cannot be made", opened.error());
        m_requests.retries = 1;
    }

    void run()
    {
        search();
        begin(1);
        search();
        crawl();
        begin(Weeks);
        testProxies();
        compareWays();
        check();
        crawl();
        search();
        m_session.reset();
        finish();
    }

    QByteArray packed() const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(m_path));
        const QByteArray all = file.readAll();
        QByteArray packed(qsizetype(ZSTD_compressBound(size_t(all.size()))), 0);
        constexpr int Level = 19;
        const size_t size =
            ZSTD_compress(packed.data(), size_t(packed.size()), all.constData(), size_t(all.size()), Level);
        if (ZSTD_isError(size))
            qFatal("%s cannot be packed", qPrintable(m_path));
        return packed.first(qsizetype(size));
    }

private:
    /// From now on it is so many weeks later.
    void begin(int week)
    {
        m_week = week;
        m_server.stop();
        m_server.setGuise({Name, m_first, week});
        const auto root = m_server.start(quint16(std::max(0, m_root.port())));
        if (!root)
            giveUp("The practice server cannot be started", root.error());
        m_root = *root;
    }

    QDate day() const { return m_first.addDays(7 * m_week); }

    void wait(const char *what, session::RunHandle *run)
    {
        m_days.append({run->id(), 7 * (Weeks - m_week)});
        if (!QTest::qWaitFor([run] { return run->isOver(); }, PatienceMs))
            qFatal("%s does not end", what);
        bool grouped = false;
        m_session->adGrouping().whenDone(m_session.get(), [&grouped] { grouped = true; });
        if (!QTest::qWaitFor([&grouped] { return grouped; }, PatienceMs))
            qFatal("%s: ads are not compared", what);
        const jobs::Progress &last = run->progress();
        if (last.error.reason != Reason::None)
            giveUp(what, last.error);
        qInfo("%s: %lld rows, %lld failed", what, last.rows, last.failed);
    }

    void search()
    {
        vacancies::SearchSpec spec;
        for (const auto &[id, path] :
             {std::pair{u"hh"_s, u""_s}, {u"superjob"_s, u"/superjob"_s}, {u"trudvsem"_s, u"/api/v1"_s}}) {
            vacancies::SearchSpec::Source source{id, {}, QUrl(Name + path), {}};
            source.query.text = u"SQL"_s;
            source.query.field = vacancies::SearchField::Any;
            source.query.pages = 0;
            spec.sources.push_back(source);
        }
        spec.day = day();
        wait("search", m_session->startVacancies(spec, m_requests));
    }

    void crawl()
    {
        links::CrawlSpec spec;
        spec.start = {Name + "/site/"_L1, Name + "/audit/"_L1};
        spec.depth = 20;
        spec.sitemap = true;
        spec.external = true;
        jobs::RequestSpec requests = m_requests;
        requests.timeout = std::chrono::seconds(15);
        wait("crawl", m_session->start(session::RunParams::of(spec, requests)));
    }

    /// Of addresses that take their time: one by one, then all at once.
    void compareWays()
    {
        checks::CheckSpec spec;
        spec.comparisons = 1;
        spec.title = u"speed.csv"_s;
        check(spec,
              {u"/wait/80"_s, u"/wait/120"_s, u"/wait/250"_s, u"/wait/400"_s, u"/site/"_s, u"/site/guide/"_s},
              {});
    }

    void check()
    {
        const QStringList paths{u"/"_s,
                                u"/site/"_s,
                                u"/site/guide/"_s,
                                u"/site/guide/start.html"_s,
                                u"/site/gallery.html"_s,
                                u"/site/long.html"_s,
                                u"/site/static/logo.png"_s,
                                u"/site/files/timetable.pdf"_s,
                                u"/site/moved/1"_s,
                                u"/site/account/"_s,
                                u"/site/loop/a"_s,
                                u"/site/removed.html"_s,
                                u"/site/old-map.html"_s,
                                u"/site/failing.html"_s,
                                u"/site/members/"_s,
                                u"/site/refused.html"_s,
                                u"/wait/90"_s,
                                u"/wait/180"_s,
                                u"/wait/350"_s,
                                u"/wait/800"_s,
                                u"/status/503"_s};
        checks::CheckSpec spec;
        spec.title = u"guide.csv"_s;
        check(spec, paths, {u"ferry.invalid"_s, u"closed.invalid"_s});
    }

    void check(checks::CheckSpec spec, const QStringList &paths, const QStringList &hosts)
    {
        std::vector<checks::CheckAddress> list;
        const auto add = [&list](const QString &address) {
            list.push_back(checks::CheckAddress::of(address, int(list.size()) + 1));
        };
        for (const QString &path : paths)
            add(Name + path);
        for (const QString &host : hosts)
            add(u"http://"_s + host + u'/');
        spec.list = checks::fingerprint(list);
        wait("check",
             m_session->start(session::RunParams::of(spec, m_requests, checks::firstWork(spec, list, {}))));
    }

    void testProxies()
    {
        m_proxies = std::make_unique<test::SampleProxies>(m_root);
        proxies::TestSpec spec;
        spec.add(proxies::ProxyListParser::parse(m_proxies->lines().join(u'\n'), proxies::ProxyScheme::Http),
                 u"office.txt"_s);
        spec.judges = {m_root.resolved(QUrl(u"/judge"_s))};
        jobs::RequestSpec requests = m_requests;
        requests.timeout = std::chrono::seconds(5);
        wait("proxies", m_session->start(session::RunParams::of(spec, requests)));
    }

    /// Dates and names, then no byte too many.
    void finish()
    {
        auto database = store::Database::open(m_path, store::Database::Mode::Write);
        if (!database)
            giveUp("The project cannot be dated", database.error());
        test::SampleDates dates(*database);
        Result<void> done = dates.forgetProxy();
        for (const auto &[run, days] : std::as_const(m_days))
            done = done ? dates.move(run, days) : done;
        QList<std::pair<QString, QString>> names = m_proxies->names();
        names.append({m_root.toString(QUrl::RemovePath), Name});
        done = done ? dates.renameProxies(names, Name) : done;
        if (!done)
            giveUp("The project cannot be dated", done.error());
        database->close();
        if (const auto compact = store::compactProject(m_path, {}); !compact)
            giveUp("The project cannot be compacted", compact.error());
    }

    QString m_path;
    QDate m_first;
    int m_week = 0;
    practice::PracticeServer m_server;
    QUrl m_root;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<test::SampleProxies> m_proxies;
    jobs::RequestSpec m_requests;
    QList<std::pair<RunId, int>> m_days; ///< that it is to be earlier
};

} // namespace

/// Makes the sample project anew: linnet_makesample FILE.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"linnet-makesample"_s);
    const QString path = QCoreApplication::arguments().value(1);
    const QTemporaryDir folder;
    SampleMaker maker(folder.path());
    maker.run();
    const QByteArray packed = maker.packed();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(packed) != packed.size())
        qFatal("%s cannot be written", qPrintable(path));
    qInfo("%s: %lld bytes", qPrintable(path), qlonglong(packed.size()));
    return 0;
}
