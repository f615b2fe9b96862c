// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changesfinder.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<std::vector<store::RunInfo>> earlierOf(store::RowReader &reader, store::RunId newer)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto run = std::ranges::find(*runs, newer, &store::RunInfo::id);
    return run == runs->end() || !session::comparedRows(run->kind) ? std::vector<store::RunInfo>()
                                                                   : session::earlierRuns(*runs, *run);
}

Result<std::optional<session::ComparedRuns>> chosen(store::RowReader &reader, store::RunId older,
                                                    store::RunId newer)
{
    if (older == 0)
        return session::sinceLastTime(reader, newer);
    auto runs = session::chooseRuns(reader, u"%1,%2"_s.arg(older).arg(newer), nullptr);
    if (!runs)
        return std::unexpected(runs.error());
    return std::optional(std::move(*runs));
}

} // namespace

ChangesFinder::ChangesFinder(QObject *parent)
    : QObject(parent)
    , m_task([this](const Result<Found> &result) {
        m_look.stop();
        if (result)
            Q_EMIT found(*result);
        else if (result.error().reason != Reason::Cancelled)
            Q_EMIT failed(result.error());
    })
{
    m_look.setInterval(100ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        const qint64 total = m_progress->total;
        if (total > 0)
            Q_EMIT progressed(std::min(1.0, double(m_progress->done) / double(total)));
    });
}

ChangesFinder::~ChangesFinder()
{
    stop();
}

/// Whatever is under way is not wanted any more.
void ChangesFinder::begin()
{
    m_look.stop();
    m_stop.request_stop();
    m_task.forget();
    m_stop = {};
}

void ChangesFinder::look(const QString &projectPath, store::RunId newer)
{
    begin();
    m_task.start([projectPath, newer]() -> Result<Found> {
        const auto reader = store::RowReader::open(projectPath);
        if (!reader)
            return std::unexpected(reader.error());
        auto earlier = earlierOf(**reader, newer);
        if (!earlier)
            return std::unexpected(earlier.error());
        return Found{std::move(*earlier), nullptr};
    });
}

void ChangesFinder::compare(const QString &projectPath, store::RunId older, store::RunId newer)
{
    begin();
    m_progress = std::make_shared<analysis::ComparisonProgress>();
    m_look.start();
    m_task.start(
        [projectPath, older, newer, progress = m_progress, stop = m_stop.get_token()]() -> Result<Found> {
            const auto reader = store::RowReader::open(projectPath);
            if (!reader)
                return std::unexpected(reader.error());
            auto earlier = earlierOf(**reader, newer);
            const auto runs = chosen(**reader, older, newer);
            if (!earlier || !runs)
                return std::unexpected(!earlier ? earlier.error() : runs.error());
            Found result{std::move(*earlier), nullptr};
            if (*runs) {
                const auto changes = session::RunChanges::find(projectPath, **runs, {}, *progress, stop);
                if (!changes)
                    return std::unexpected(changes.error());
                result.changes = *changes;
            }
            return result;
        });
}

void ChangesFinder::stop()
{
    m_look.stop();
    m_stop.request_stop();
    m_task.stop();
}

} // namespace linnet::models
