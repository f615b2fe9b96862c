// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importcommand.h"

#include "base/boundedfile.h"
#include "cli/options/tableoptions.h"
#include "session/runparams.h"
#include "table/vacancyschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LargestMap = 4 * 1024 * 1024;

} // namespace

ImportCommand::ImportCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

QString ImportCommand::summary() const
{
    return tr("Bring tables and vacancies from files into a project: CSV, Excel, JSON.");
}

void ImportCommand::addOptions(Options &options) const
{
    options.addPositional(u"project"_s, tr("The project file; made when there is none."), u"PROJECT"_s);
    options.addPositional(
        u"files"_s,
        tr("Files of any size, or their addresses: tables as CSV, TSV, Excel workbook (.xlsx), JSON or JSON "
           "lines, and vacancies as the open data of Trudvsem or the APIs of Trudvsem and hh.ru give them. "
           "Texts may be packed by gzip or zstd."),
        u"FILE…"_s);
    options.add({u"table"_s},
                tr("What the rows are: vacancies, checks or pages. Without it the names of the columns tell; "
                   "of files that are fetched, vacancies."),
                u"NAME"_s);
    options.add(
        {u"map"_s},
        tr("Which column is which: a CSV file with the lines \"column,as\", the name in the table and "
           "Linnet's name; nothing as second leaves the column out."),
        u"FILE"_s);
    addTableOptions(options);
    OutputOptions::addTo(options);
    RequestOptions::addWithoutProject(options);
}

void ImportCommand::start(const QStringList &args)
{
    Options options(summary());
    addOptions(options);
    if (endedByParsing(options, args))
        return;
    const QStringList positional = options.positional();
    if (positional.size() < 2) {
        endWith(BadUsage, {Reason::BadValue, 0, u"PROJECT FILE…"_s});
        return;
    }
    const auto spec = readSpec(options, positional.sliced(1));
    if (endedByErrors(spec))
        return;
    setSchema(*spec->table);
    const auto output = OutputOptions::read(options, schema());
    auto requests = RequestOptions::readWithoutProject(options);
    if (endedByErrors(output, requests))
        return;
    requests->setProject(u"PROJECT"_s, positional.front());
    QList<FileRole> inputs{{u"--map"_s, options.text(u"map"_s), FileRole::Use::Read}};
    for (const imports::ImportSpec::File &file : spec->files)
        inputs.append({u"FILE"_s, file.path, FileRole::Use::Read});
    if (prepare(*output, *requests, inputs))
        follow(session().start(session::RunParams::of(*spec, requests->spec)));
}

Result<imports::ImportSpec> ImportCommand::readSpec(const Options &options, const QStringList &files)
{
    imports::ImportSpec spec;
    const QString table = options.text(u"table"_s);
    if (!table.isEmpty()) {
        const auto named = options.words(u"table"_s, {u"vacancies"_s, u"checks"_s, u"pages"_s});
        if (!named)
            return std::unexpected(named.error());
        spec.table = table::schemaByKey(named->front());
    }
    auto choice = readTableChoice(options);
    if (!choice)
        return std::unexpected(choice.error());
    spec.choice = std::move(*choice);
    if (const QString map = options.text(u"map"_s); !map.isEmpty()) {
        const auto bytes = readBounded(map, LargestMap);
        const auto choices =
            bytes ? imports::ColumnMap::readChoices(*bytes, table.isEmpty() ? nullptr : spec.table)
                  : std::unexpected(bytes.error());
        if (!choices)
            return fail(choices.error().reason, bytes ? map + u": "_s + choices.error().detail : map);
        spec.choice.columns = *choices;
    }
    for (const QString &text : files) {
        auto file = imports::ImportSpec::File::of(text);
        if (!file)
            return std::unexpected(file.error());
        spec.files.push_back(std::move(*file));
    }
    if (table.isEmpty()) {
        const auto guessed = spec.guessTable();
        if (!guessed)
            return std::unexpected(guessed.error());
        spec.table = *guessed;
    }
    for (const auto &[name, key] : spec.choice.columns) {
        if (!key.isEmpty() && !spec.table->indexOf(key))
            return fail(Reason::BadValue, u"--map: %1: %2"_s.arg(spec.table->key, key));
    }
    return spec;
}

} // namespace linnet::cli
