// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/projectrows.h"

#include "cli/options/options.h"
#include "session/runkinds.h"
#include "store/removedrows.h"
#include "table/filterparser.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<store::RunId>> readRuns(const QString &word, const table::Schema &schema,
                                     store::RowReader &reader)
{
    if (word == u"all")
        return QList<store::RunId>();
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    store::RunId chosen = 0;
    const store::RunId asked = word.toLongLong();
    for (const store::RunInfo &run : *runs) {
        if ((word == u"last" && session::fills(run.kind, schema) && !store::RemovedRows::of(run.counts)) ||
            run.id == asked)
            chosen = std::max(chosen, run.id);
    }
    if (chosen == 0)
        return fail(Reason::BadValue, u"--run "_s + word);
    const auto run = std::ranges::find(*runs, chosen, &store::RunInfo::id);
    if (const auto removed = store::RemovedRows::of(run->counts))
        return fail(Reason::BadValue, u"--run %1: "_s.arg(word) +
                                          QCoreApplication::translate(
                                              "linnet::cli::ExportCommand",
                                              "run %1 is kept as counts only; its rows were removed on %2")
                                              .arg(QString::number(chosen), removed->when));
    return QList<store::RunId>{chosen};
}

} // namespace

QStringList allTableNames()
{
    QStringList names;
    for (const table::Schema *schema : table::allSchemas())
        names.append(schema->key);
    return names;
}

void addRowOptions(Options &options)
{
    options.add({u"run"_s},
                QCoreApplication::translate("linnet::cli::ExportCommand", "A run's number, last or all."),
                u"ID"_s, u"last"_s);
    options.add(
        {u"where"_s},
        QCoreApplication::translate(
            "linnet::cli::ExportCommand",
            "Only rows that pass this filter, for example: salary_from >= 100000 and skills in (SQL)."),
        u"FILTER"_s);
}

Result<store::RowQuery> readQuery(const Options &options, const table::Schema &schema,
                                  store::RowReader &reader)
{
    const auto joined = reader.withJoined(schema);
    if (!joined)
        return std::unexpected(joined.error());
    auto filter = table::FilterParser(**joined).parse(options.text(u"where"_s));
    if (!filter)
        return fail(Reason::BadValue, u"--where: "_s + filter.error().detail);
    QList<store::RunId> chosen;
    for (const QString &word : options.texts(u"run"_s)) {
        const auto runs = readRuns(word, schema, reader);
        if (!runs)
            return std::unexpected(runs.error());
        if (runs->isEmpty())
            return store::RowQuery{*joined, {}, std::move(*filter), {}};
        for (const store::RunId run : *runs) {
            if (!chosen.contains(run))
                chosen.append(run);
        }
    }
    return store::RowQuery{*joined, std::move(chosen), std::move(*filter), {}};
}

const table::Schema &schemaIn(const QString &project, const table::Schema &schema)
{
    const auto reader = store::RowReader::open(project);
    const auto joined = reader ? (*reader)->withJoined(schema) : std::unexpected(reader.error());
    return joined ? **joined : schema;
}

} // namespace linnet::cli
