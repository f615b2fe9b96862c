// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/output/comparedrows.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "cli/output/rowoutput.h"
#include "cli/process/interruptwatcher.h"
#include "exports/file/exportpath.h"
#include "table/leftoutschema.h"
#include "table/vacancyschema.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const table::Schema *schemaOf(const Options &options)
{
    const table::Schema *named = table::schemaByKey(options.text(u"table"_s));
    const bool leftOut = options.isSet(u"left-out"_s) && named == &table::vacancySchema();
    return leftOut ? &table::leftOutSchema() : named;
}

} // namespace

QString ExportCommand::summary() const
{
    return tr("Write rows of a saved project to a file.");
}

void ExportCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"table"_s}, allTableNames().join(u", "), u"NAME"_s, allTableNames().front());
    options.add({u"left-out"_s}, tr("Vacancies that were left out, with the rule, instead of those read."));
    addRowOptions(options);
    OutputOptions::addTo(options);
    OutputOptions::addPackageTo(options);
    if (!endedByParsing(options, args))
        end(run(options));
}

int ExportCommand::run(const Options &options)
{
    const auto usage = [this](const Error &error) {
        console().complain(error);
        return BadUsage;
    };
    const table::Schema *schema = schemaOf(options);
    if (options.isSet(u"left-out"_s) && schema != &table::leftOutSchema())
        return usage({Reason::BadValue, 0, u"--left-out: --table vacancies"_s});
    if (!schema)
        return usage({Reason::BadValue, 0,
                      u"--table %1: %2"_s.arg(options.text(u"table"_s), allTableNames().join(u", "))});
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        return usage({Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')});
    schema = &schemaIn(projects.front(), *schema);
    auto output = OutputOptions::read(options, *schema);
    if (!output)
        return usage(output.error());
    output->package = options.isSet(u"datapackage"_s);
    const bool isFile =
        !output->path.isEmpty() && output->path != u"-" && !exports::isSpecialFile(output->path);
    if (output->package && !(isFile && output->format->style))
        return usage({Reason::BadValue, 0, u"--datapackage: --output FILE.csv, FILE.tsv"_s});
    if (!output->summary.isEmpty())
        return usage({Reason::BadValue, 0, u"--summary"_s});
    const FileRole project{u"PROJECT"_s, projects.front(), FileRole::Use::Project};
    if (const auto distinct = checkDistinct(QList{project} + output->files()); !distinct)
        return usage(distinct.error());
    const auto unreadable = [this](const Error &error) {
        console().complain(error);
        return int(statusOfUnreadable(error));
    };
    const auto opened = ReadProject::open(projects.front(), console());
    if (!opened)
        return unreadable(opened.error());
    const auto query = readQuery(options, *schema, opened->reader());
    if (!query)
        return unreadable(query.error());
    const auto writable = output->checkWritable();
    QString path = opened->path();
    std::shared_ptr<const session::RunChanges> comparison;
    if (writable && asksOverTime(*query, output->columns)) {
        auto found = comparisonFor(path, *query);
        if (!found)
            return unreadable(found.error());
        comparison = std::move(*found);
        path = comparison->path();
    }
    InterruptWatcher::beginSaving();
    const auto written = writable ? RowOutput(*output, console()).write(path, *query)
                                  : Result<qint64>(std::unexpected(writable.error()));
    if (!written && written.error().reason == Reason::Cancelled)
        return Interrupted;
    if (!written) {
        console().complain(written.error());
        return NotStored;
    }
    return Done;
}

} // namespace linnet::cli
