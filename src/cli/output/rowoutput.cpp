// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/rowoutput.h"

#include "cli/output/plaintable.h"
#include "cli/process/interruptwatcher.h"
#include "exports/job/exportjob.h"
#include "session/aboutdata.h"
#include "session/sheets/furthersheets.h"
#include "session/sheets/packagefacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace linnet::cli {

namespace {
constexpr qint64 TableRows = 20;
}

RowOutput::RowOutput(const OutputOptions &options, Console &console)
    : m_options(options)
    , m_console(console)
{
}

Result<qint64> RowOutput::write(const QString &projectPath, const store::RowQuery &query)
{
    const auto reader = store::RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    if (m_options.path.isEmpty())
        return print(**reader, query);
    auto ids = this->ids(**reader, query);
    if (!ids)
        return std::unexpected(ids.error());
    auto about = session::aboutRuns(**reader, query.runs);
    if (!about)
        return std::unexpected(about.error());
    exports::ExportSpec spec;
    spec.projectPath = projectPath;
    spec.schema = query.schema;
    spec.ids = std::make_shared<const store::IdVector>(std::move(*ids));
    spec.columns = m_options.columns;
    spec.names = m_options.names;
    spec.runs = query.runs;
    spec.format = m_options.format;
    spec.path = m_options.path;
    spec.about = std::move(*about);
    spec.asShown = m_options.asShown && m_options.format->hasShownForm;
    if (m_options.format->hasFurtherSheets)
        spec.furtherSheets = session::furtherSheets(spec, m_options.summarySheet);
    if (m_options.package) {
        auto facts =
            session::packageFacts(**reader, query.runs, QFileInfo(m_options.path).completeBaseName());
        if (!facts)
            return std::unexpected(facts.error());
        spec.package = std::move(*facts);
    }
    exports::ExportJob job(std::move(spec));
    // After an interrupt that ended the run its rows are saved all the same.
    job.cancelWhen([saving = InterruptWatcher::isInterrupted()] {
        return !saving && InterruptWatcher::isInterrupted();
    });
    const auto report = [&] {
        if (m_options.path != u"-")
            return job.run();
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return Result<exports::ExportReport>(fail(Reason::Io, out.errorString()));
        return job.writeTo(out);
    }();
    if (!report)
        return std::unexpected(report.error());
    for (const QString &notice : report->notices)
        m_console.say(notice);
    return report->rows;
}

Result<store::IdVector> RowOutput::ids(store::RowReader &reader, const store::RowQuery &query) const
{
    auto ids = reader.ids(query);
    if (!ids || !m_arrange)
        return ids;
    if (const auto arranged = m_arrange(reader, *ids); !arranged)
        return std::unexpected(arranged.error());
    return ids;
}

Result<qint64> RowOutput::print(store::RowReader &reader, const store::RowQuery &query)
{
    auto ids = m_arrange ? this->ids(reader, query) : reader.firstIds(query, TableRows);
    const auto all = reader.count(query);
    if (!ids || !all)
        return std::unexpected(ids ? all.error() : ids.error());
    const qint64 count = *all;
    ids->resize(std::min(ids->size(), size_t(TableRows)));
    const auto rows = reader.rows(*query.schema, *ids);
    if (!rows)
        return std::unexpected(rows.error());
    for (const QString &line : plainTable(*query.schema, m_options.columns, *rows))
        m_console.out(line);
    if (count > TableRows)
        m_console.out(QCoreApplication::translate(
            "linnet::cli", "… and %n more row(s); -o FILE writes them all", nullptr, int(count - TableRows)));
    if (m_console.lost())
        return std::unexpected(*m_console.lost());
    return count;
}

} // namespace linnet::cli
