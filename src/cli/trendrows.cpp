// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trendrows.h"

#include "cli/command.h"
#include "cli/options/commonoptions.h"
#include "cli/output/rowoutput.h"
#include "cli/output/summary.h"
#include "session/changes/runtrends.h"
#include "session/runkinds.h"
#include "table/changes/trendschema.h"
#include "table/filterparser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

Result<RunId> runOfTrends(store::RowReader &reader, const QString &words)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const QString word = words.split(u',').last().trimmed();
    const RunId asked = word.toLongLong();
    RunId chosen = 0;
    for (const store::RunInfo &run : *runs) {
        if (run.id == asked || (word == u"last" && run.kind == session::runkind::Vacancies))
            chosen = std::max(chosen, run.id);
    }
    return chosen > 0 ? Result<RunId>(chosen) : fail(Reason::BadValue, u"--runs "_s + words);
}

int writeTrends(const Options &options, const QString &project, RunId run, Console &console)
{
    const auto output = OutputOptions::read(options, table::trendSchema());
    auto filter = table::FilterParser(table::trendSchema()).parse(options.text(u"where"_s));
    if (!output || !filter) {
        console.complain(output ? Error{Reason::BadValue, 0, u"--where: "_s + filter.error().detail}
                                : output.error());
        return BadUsage;
    }
    const FileRole source{u"PROJECT"_s, project, FileRole::Use::Project};
    if (const auto distinct = checkDistinct(QList{source} + output->files()); !distinct) {
        console.complain(distinct.error());
        return BadUsage;
    }
    if (const Result<void> writable = output->checkWritable(); !writable) {
        console.complain(writable.error());
        return NotStored;
    }
    session::RunTrends::Progress progress;
    const auto trends = session::RunTrends::find(project, run, progress, {});
    if (!trends) {
        const Error &error = trends.error();
        if (error.reason == Reason::BadValue)
            console.say(u"linnet-cli: "_s + error.detail);
        else
            console.complain(error);
        return error.reason == Reason::Io || error.reason == Reason::DiskFull ? NotStored : BadUsage;
    }
    const store::RowQuery query{&table::trendSchema(), {}, std::move(*filter), {}};
    const auto written = RowOutput(*output, console).write((*trends)->path(), query);
    Result<void> summed;
    if (written && !output->summary.isEmpty())
        summed = writeSummary({{u"command"_s, u"compare"_s},
                               {u"rows"_s, *written},
                               {u"table"_s, QString(table::trendSchema().key)},
                               {u"runs"_s, (*trends)->runs()},
                               {u"failed"_s, 0},
                               {u"stopped_by"_s, QJsonValue()},
                               {u"failures"_s, QJsonArray()}},
                              output->summary, console);
    if (!written || !summed) {
        console.complain(!written ? written.error() : summed.error());
        return NotStored;
    }
    return Done;
}

} // namespace linnet::cli
