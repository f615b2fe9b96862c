// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runlist.h"

#include "store/removedrows.h"

#include <algorithm>
#include <iterator>

namespace linnet::models {

using namespace std::chrono_literals;

namespace {

constexpr auto Rest = 400ms;

bool isOver(const store::RunInfo &run)
{
    return run.state == store::RunState::Finished || run.state == store::RunState::Stopped;
}

/// Counting rows takes time on large projects: what ended and was counted before is not counted again.
Result<std::vector<RunEntry>> readRuns(store::RowReader &reader, const std::vector<RunEntry> &before,
                                       const RunList::SchemaOf &schemaOf)
{
    std::vector<store::RunInfo> infos;
    std::ranges::transform(before, std::back_inserter(infos), &RunEntry::info);
    auto runs = reader.runs(infos);
    if (!runs)
        return std::unexpected(runs.error());
    std::vector<RunEntry> result;
    for (store::RunInfo &info : *runs) {
        const auto known =
            std::ranges::find(before, info.id, [](const RunEntry &entry) { return entry.info.id; });
        if (known != before.end() && isOver(info) && known->info == info) {
            result.push_back(*known);
            continue;
        }
        const table::Schema *schema = schemaOf(info.kind);
        if (const auto removed = store::RemovedRows::of(info.counts)) {
            result.push_back({std::move(info), removed->of(schema), removed->failed});
            continue;
        }
        const store::RowQuery query{.schema = schema, .runs = {info.id}, .filter = {}, .sort = {}};
        const auto rows = schema ? reader.count(query) : Result<qint64>(0);
        if (!rows)
            return std::unexpected(rows.error());
        const auto work = reader.workCounts(info.id);
        if (!work)
            return std::unexpected(work.error());
        result.push_back({std::move(info), *rows, work->failed});
    }
    return result;
}

} // namespace

RunList::RunList(session::Session &session, SchemaOf schemaOf, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_schemaOf(std::move(schemaOf))
    , m_task([this](const Result<std::vector<RunEntry>> &runs) {
        if (!runs) {
            qWarning("The runs of the project could not be read: %s", qPrintable(runs.error().detail));
            return;
        }
        m_all = *runs;
        m_isRead = true;
        show();
        for (const session::RunHandle *handle : m_session.runsUnderWay())
            update(handle->progress());
        Q_EMIT changed();
    })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &RunList::read);
    connect(&m_session.projectSlot(), &session::ProjectSlot::opened, this, &RunList::read);
    connect(&m_session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_rest.stop();
        m_task.stop();
        m_all.clear();
        m_isRead = false;
        m_runs.clear();
        Q_EMIT changed();
    });
    // Not before: whoever removes them for good asks for them while the project closes.
    connect(&m_session.projectSlot(), &session::ProjectSlot::closed, this, [this] { m_hidden.clear(); });
    connect(&m_session, &session::Session::committed, this, [this](const store::Committed &change) {
        if (!change.runs.empty() && !m_rest.isActive())
            m_rest.start();
    });
    connect(&m_session, &session::Session::runStarted, this, &RunList::follow);
    for (session::RunHandle *handle : m_session.runsUnderWay())
        follow(handle);
    if (m_session.hasProject())
        read();
}

const RunEntry *RunList::run(store::RunId id) const
{
    const auto found = std::ranges::find(m_runs, id, [](const RunEntry &entry) { return entry.info.id; });
    return found == m_runs.end() ? nullptr : &*found;
}

bool RunList::isUnderWay(store::RunId id) const
{
    const session::RunHandle *handle = m_session.handle(id);
    return handle && !handle->isOver();
}

void RunList::hide(const QList<store::RunId> &runs, bool hidden)
{
    for (const store::RunId run : runs) {
        if (hidden)
            m_hidden.insert(run);
        else
            m_hidden.remove(run);
    }
    show();
    Q_EMIT changed();
}

void RunList::show()
{
    m_runs.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_runs),
                         [this](const RunEntry &entry) { return !m_hidden.contains(entry.info.id); });
}

void RunList::read()
{
    if (!m_session.hasProject())
        return;
    m_task.start(m_session.project().path(),
                 [before = m_all, schemaOf = m_schemaOf](store::RowReader &reader) {
                     return readRuns(reader, before, schemaOf);
                 });
}

void RunList::follow(session::RunHandle *run)
{
    const auto show = [this](const jobs::Progress &progress) {
        update(progress);
        Q_EMIT changed();
    };
    connect(run, &session::RunHandle::progressed, this, show);
    connect(run, &session::RunHandle::ended, this, [this, show](const jobs::Progress &last) {
        show(last);
        read();
    });
}

void RunList::update(const jobs::Progress &progress)
{
    const auto found =
        std::ranges::find(m_runs, progress.run, [](const RunEntry &entry) { return entry.info.id; });
    if (found == m_runs.end())
        return;
    found->rows = progress.rows;
    found->failed = progress.failed;
    found->info.state = progress.state;
}

} // namespace linnet::models
