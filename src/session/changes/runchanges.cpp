// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/runchanges.h"

#include "session/changes/absences.h"
#include "session/runkinds.h"
#include "session/runparams.h"
#include "table/changes/changeschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QHostAddress>
#include <QTemporaryDir>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QByteArray rootOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .toUtf8();
}

/// A server on this computer has another port each time it is started.
void addLocalServers(analysis::MovedAddresses &moved, const ComparedRuns &runs)
{
    const QUrl before = RunParams::practice(runs.older.params);
    const QUrl now = RunParams::practice(runs.newer.params);
    if (!before.isEmpty() && !now.isEmpty())
        moved.add(rootOf(before), rootOf(now));
    if (runs.newer.kind != runkind::Crawl)
        return;
    const auto older = RunParams::crawl(runs.older.params);
    const auto newer = RunParams::crawl(runs.newer.params);
    if (!older || !newer)
        return;
    const QUrl from(older->first);
    const QUrl to(newer->first);
    if (from.scheme() == to.scheme() && from.host() == to.host() && isLoopback(from))
        moved.add(rootOf(from), rootOf(to));
}

Result<void> checkRuns(store::RowReader &reader, const ComparedRuns &runs)
{
    const auto now = reader.runs();
    if (!now)
        return std::unexpected(now.error());
    for (const RunId run : {runs.older.id, runs.newer.id}) {
        if (std::ranges::find(*now, run, &store::RunInfo::id) == now->end())
            return fail(Reason::BadValue, u"run %1: removed"_s.arg(run));
    }
    return {};
}

/// The runs of the task, and whatever else is compared with them.
Result<std::vector<analysis::DatedRun>> allRuns(store::RowReader &reader, const ComparedRuns &runs)
{
    const auto known = reader.runs();
    if (!known)
        return std::unexpected(known.error());
    std::vector<store::RunInfo> over = runsOfTask(*known, runs.newer);
    if (std::ranges::find(over, runs.older.id, &store::RunInfo::id) == over.end())
        over.push_back(runs.older);
    std::ranges::stable_sort(over, {}, &store::RunInfo::started);
    std::vector<analysis::DatedRun> result;
    for (const store::RunInfo &run : over)
        result.push_back({run.id, run.started});
    return result;
}

} // namespace

RunChanges::RunChanges() = default;
RunChanges::~RunChanges() = default;

const table::Schema &RunChanges::schema() const
{
    return *table::changeSchema(*m_runs.rows);
}

Result<std::shared_ptr<const RunChanges>>
RunChanges::find(const QString &projectPath, const ComparedRuns &runs, const MovedServers &moved,
                 analysis::ComparisonProgress &progress, const std::stop_token &stop, History history)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return fail(Reason::Io, folder->errorString());
    const auto reader = store::RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    if (const Result<void> there = checkRuns(**reader, runs); !there)
        return std::unexpected(there.error());
    analysis::ComparisonSpec spec;
    spec.projectPath = projectPath;
    spec.columns = analysis::ComparedColumns::of(*runs.rows);
    spec.older = runs.older.id;
    spec.newer = runs.newer.id;
    for (const auto &[from, to] : moved)
        spec.moved.add(from, to);
    addLocalServers(spec.moved, runs);
    Result<Absences> absences = listAbsences(runs);
    if (runs.rows == &table::vacancySchema())
        absences = vacancyAbsences(**reader, runs);
    else if (runs.rows == &table::pageSchema())
        absences = pageAbsences(**reader, runs, spec.moved);
    else if (runs.rows == &table::linkSchema())
        absences = linkAbsences(**reader, runs, spec.moved);
    if (!absences)
        return std::unexpected(absences.error());
    if (runs.rows == &table::vacancySchema() && history == History::Told) {
        auto over = allRuns(**reader, runs);
        if (!over)
            return std::unexpected(over.error());
        spec.over = std::move(*over);
    }
    spec.judgedBy = absences->columns;
    spec.absence = absences->of;

    std::shared_ptr<RunChanges> result(new RunChanges);
    result->m_folder = std::move(folder);
    result->m_path = result->m_folder->filePath(u"changes"_s);
    result->m_runs = runs;
    const auto counts = analysis::compareRuns(spec, result->m_path, progress, stop);
    if (!counts)
        return std::unexpected(counts.error());
    // Its rows would be missing, not gone.
    if (const Result<void> there = checkRuns(**reader, runs); !there)
        return std::unexpected(there.error());
    result->m_counts = *counts;
    return result;
}

} // namespace linnet::session
