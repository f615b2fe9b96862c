// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 vacancies with details from a loopback nginx without delay, into a shown table and a CSV, against a
// plain aiohttp collector (one session for each request) in the same run.
#include "exports/job/exportjob.h"
#include "exports/table/csvwriter.h"
#include "gui/table/resultsview.h"
#include "gui/vacancies/vacanciestask.h"
#include "gui/widgets/actionregistry.h"
#include "session/runparams.h"
#include "session/session.h"
#include "support/heartbeat.h"
#include "support/nginxserver.h"
#include "table/vacancyschema.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iterator>
#include <optional>
#include <vector>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Pages = 20;
constexpr int PerPage = 100;
constexpr int Rounds = 7;

QJsonObject item(int id, const QString &base)
{
    const QString number = QString::number(id);
    return {
        {u"id"_s, number},
        {u"name"_s, u"Data analyst "_s + number},
        {u"url"_s, base + u"/vacancies/"_s + number},
        {u"alternate_url"_s, u"https://example.org/vacancy/"_s + number},
        {u"apply_alternate_url"_s, u"https://example.org/apply/"_s + number},
        {u"published_at"_s, u"2026-11-20T10:00:00+0300"_s},
        {u"has_test"_s, id % 7 == 0},
        {u"salary"_s, id % 2 ? QJsonValue(QJsonObject{{u"from"_s, 50'000 + id},
                                                      {u"to"_s, QJsonValue()},
                                                      {u"currency"_s, u"RUR"_s},
                                                      {u"gross"_s, true}})
                             : QJsonValue()},
        {u"experience"_s, QJsonObject{{u"id"_s, u"between1And3"_s}, {u"name"_s, u"От 1 года до 3 лет"_s}}},
        {u"schedule"_s, QJsonObject{{u"id"_s, u"remote"_s}, {u"name"_s, u"Удаленная работа"_s}}},
        {u"employer"_s, QJsonObject{{u"id"_s, u"7"_s}, {u"name"_s, u"Romashka %1"_s.arg(id % 50)}}},
        {u"area"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"Москва"_s}}}};
}

bool fillSite(const test::NginxServer &nginx, const QString &base)
{
    const QString line =
        u"<p>Build <strong>reports</strong> on campaigns; read A/B tests &amp; answer questions with SQL.</p>"_s;
    for (int page = 0; page < Pages; ++page) {
        QJsonArray items;
        for (int i = 0; i < PerPage; ++i) {
            QJsonObject vacancy = item(1 + page * PerPage + i, base);
            items.append(vacancy);
            vacancy[u"description"_s] = line.repeated(25);
            vacancy[u"key_skills"_s] =
                QJsonArray{QJsonObject{{u"name"_s, u"SQL"_s}}, QJsonObject{{u"name"_s, u"Python"_s}}};
            if (!nginx.addFile(u"vacancies/"_s + vacancy[u"id"_s].toString(),
                               QJsonDocument(vacancy).toJson()))
                return false;
        }
        const QJsonObject listing{{u"items"_s, items},
                                  {u"found"_s, Pages * PerPage},
                                  {u"pages"_s, Pages},
                                  {u"page"_s, page},
                                  {u"per_page"_s, PerPage}};
        if (!nginx.addFile(u"pages/%1.json"_s.arg(page), QJsonDocument(listing).toJson()))
            return false;
    }
    return true;
}

/// What one search gave, from its start until the CSV is closed.
struct Search
{
    double perSecond = 0;       ///< rows
    double cpuMicroseconds = 0; ///< of the collecting process, for each row
};

/// Nothing when the peer could not run.
std::optional<Search> theirs(const QUrl &base, const QString &folder)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
                 {QStringLiteral(LINNET_SOURCE_DIR "/tests/bench/aiohttp_collector.py"), base.toString(),
                  QString::number(Pages), folder + u"/peer.csv"_s});
    python.waitForFinished(600'000);
    const QList<QByteArray> words = python.readAllStandardOutput().trimmed().split(' ');
    if (words.size() != 3) {
        std::fprintf(stderr, "%s\n", python.readAllStandardError().constData());
        return std::nullopt;
    }
    const double rows = words[0].toDouble();
    return Search{rows / words[1].toDouble(), words[2].toDouble() * 1e6 / rows};
}

/// Calls back once, when a widget has been painted: the click that starts a search is on a window that is
/// there.
class AfterFirstPaint : public QObject
{
public:
    AfterFirstPaint(QWidget &widget, std::function<void()> then)
        : m_then(std::move(then))
    {
        widget.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, m_then);
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

/// Nothing when a row is missing in the table or in the file.
std::optional<Search> ours(const QUrl &base, const QString &folder, double &longestMs)
{
    session::Session session(folder);
    session.network().setDirect(true);
    if (!session.projectSlot().open(folder + u"/bench.linnet"_s))
        return std::nullopt;
    QSettings settings(folder + u"/settings.ini"_s, QSettings::IniFormat);
    gui::ActionRegistry actions;
    gui::ResultsView view(session, settings, actions);
    view.resize(1366, 768);
    vacancies::SearchSpec spec;
    spec.sources.push_back({u"hh"_s, {}, base});
    spec.sources.front().query.pages = 0;
    jobs::RequestSpec requests;
    requests.pace.delay = std::chrono::nanoseconds(0);
    requests.pace.perHost = 32;
    test::Heartbeat heartbeat;
    QElapsedTimer watch;
    double seconds = 0;
    std::clock_t cpu = 0;
    QEventLoop untilEnded;
    const AfterFirstPaint start(view, [&] {
        heartbeat.begin();
        watch.start();
        cpu = std::clock();
        session::RunHandle *run = session.startVacancies(spec, requests);
        view.showTables(gui::VacanciesTask::tables(), {run->id()});
        gui::ResultsView::State state;
        state.tables.insert(
            table::vacancySchema().key,
            {{{{u"area"_s, table::FilterOp::Equals, {u"Москва"_s}, false}}}, {{u"salary_from"_s, true, {}}}});
        view.restore(state);
        QObject::connect(run, &session::RunHandle::ended, &untilEnded, [&] {
            seconds = double(watch.nsecsElapsed()) / 1e9;
            cpu = std::clock() - cpu;
            untilEnded.quit();
        });
    });
    view.show();
    untilEnded.exec();
    longestMs = std::max(longestMs, heartbeat.longestMs());
    const auto reader = session.project().reader();
    const auto ids = (*reader)->ids(
        {&table::vacancySchema(), {}, {{{u"state"_s, table::FilterOp::Equals, {u"complete"_s}, false}}}, {}});
    exports::ExportSpec out;
    out.projectPath = session.project().path();
    out.schema = &table::vacancySchema();
    out.ids = std::make_shared<const store::IdVector>(*ids);
    out.format = &exports::formats::Csv;
    out.path = folder + u"/rows.csv"_s;
    watch.start();
    cpu -= std::clock();
    const auto report = exports::ExportJob(out).run();
    cpu += std::clock();
    seconds += double(watch.nsecsElapsed()) / 1e9;
    if (!report || report->rows != Pages * PerPage) {
        std::fprintf(stderr, "%lld rows instead of %d: %s\n", report ? report->rows : 0LL, Pages * PerPage,
                     report ? "" : qPrintable(report.error().detail));
        return std::nullopt;
    }
    const double rows = double(report->rows);
    return Search{rows / seconds, double(cpu) / CLOCKS_PER_SEC * 1e6 / rows};
}

double median(const std::vector<Search> &searches, double Search::*value)
{
    std::vector<double> values;
    std::ranges::transform(searches, std::back_inserter(values),
                           [value](const Search &s) { return s.*value; });
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    test::NginxServer nginx;
    if (!test::NginxServer::isInstalled() ||
        !nginx.start(
            "location = /vacancies { default_type application/json; try_files /pages/$arg_page.json =404; }\n"
            "location /vacancies/ { default_type application/json; }") ||
        !fillSite(nginx, nginx.url().toString())) {
        std::fprintf(stderr, "nginx: %s\n", qPrintable(nginx.errorText()));
        return 1;
    }
    std::vector<Search> linnet;
    std::vector<Search> aiohttp;
    double longestMs = 0;
    for (int round = 0; round < Rounds; ++round) {
        QTemporaryDir folder;
        const std::optional<Search> peer = theirs(nginx.url(), folder.path());
        const std::optional<Search> search = ours(nginx.url(), folder.path(), longestMs);
        if (!peer || !search)
            return 1;
        aiohttp.push_back(*peer);
        linnet.push_back(*search);
        std::printf("round %d: linnet %.0f rows/s at %.0f us CPU, shown, stored and exported; aiohttp, as "
                    "scripts do %.0f rows/s at %.0f us CPU; ratio %.2f\n",
                    round + 1, search->perSecond, search->cpuMicroseconds, peer->perSecond,
                    peer->cpuMicroseconds, search->perSecond / peer->perSecond);
    }
    std::printf("median to median of %d: rows per second %.2f (at least 3 is wanted), rows per CPU %.2f\n",
                Rounds, median(linnet, &Search::perSecond) / median(aiohttp, &Search::perSecond),
                median(aiohttp, &Search::cpuMicroseconds) / median(linnet, &Search::cpuMicroseconds));
    std::printf("longest block of the GUI thread in all of them %.1f ms (less than 50 is wanted)\n",
                longestMs);
    return 0;
}
