// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importcommand.h"

#include "session/runparams.h"
#include "table/vacancyschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

ImportCommand::ImportCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

QString ImportCommand::summary() const
{
    return tr("Bring vacancies from JSON files into a project.");
}

void ImportCommand::addOptions(Options &options) const
{
    options.addPositional(u"project"_s, tr("The project file; made when there is none."), u"PROJECT"_s);
    options.addPositional(
        u"files"_s,
        tr("Files of any size, or their addresses: JSON or JSON lines, also packed by gzip or "
           "zstd, with vacancies as the open data of Trudvsem or the APIs of Trudvsem and hh.ru "
           "give them."),
        u"FILE…"_s);
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
    const auto output = OutputOptions::read(options, schema());
    auto requests = RequestOptions::readWithoutProject(options);
    const auto spec = readSpec(positional.sliced(1));
    if (endedByErrors(output, requests, spec))
        return;
    requests->setProject(u"PROJECT"_s, positional.front());
    QList<FileRole> inputs;
    for (const vacancies::ImportSpec::File &file : spec->files)
        inputs.append({u"FILE"_s, file.path, FileRole::Use::Read});
    if (prepare(*output, *requests, inputs))
        follow(session().start(session::RunParams::of(*spec, requests->spec)));
}

Result<vacancies::ImportSpec> ImportCommand::readSpec(const QStringList &files)
{
    vacancies::ImportSpec spec;
    for (const QString &text : files) {
        auto file = vacancies::ImportSpec::File::of(text);
        if (!file)
            return std::unexpected(file.error());
        spec.files.push_back(std::move(*file));
    }
    return spec;
}

} // namespace linnet::cli
