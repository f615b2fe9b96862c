// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "cli/rowoutput.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

/// The file of a further option; its path is empty when the option is not given.
Result<OutputOptions> CrawlCommand::readFile(const Options &options, const QString &option,
                                             const table::Schema &table, const OutputOptions &links) const
{
    if (!options.isSet(option))
        return OutputOptions();
    auto file = OutputOptions::forFile(option, options.text(option), table, *links.csv);
    if (file && file->path == links.path)
        return fail(Reason::BadValue, u"--%1 %2: --links"_s.arg(option, file->path));
    return file;
}

Result<void> CrawlCommand::readFiles(const Options &options, const OutputOptions &links)
{
    auto pages = readFile(options, u"pages"_s, table::pageSchema(), links);
    auto graph = readFile(options, u"graph"_s, table::linkSchema(), links);
    for (const auto *file : {&pages, &graph}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    if (!graph->path.isEmpty() && !graph->format->isGraph)
        return fail(Reason::BadValue,
                    u"--graph %1: %2"_s.arg(graph->path, exports::endingsOf(&table::linkSchema())));
    if (!graph->path.isEmpty() && graph->path == pages->path)
        return fail(Reason::BadValue, u"--graph %1: --pages"_s.arg(graph->path));
    m_pages = std::move(*pages);
    m_graph = std::move(*graph);
    return {};
}

/// The pages that were asked; what was only named is in the project.
store::RowQuery CrawlCommand::asked(store::RunId run) const
{
    return {&table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}, true}}}, {}};
}

Result<void> CrawlCommand::writeMore(store::RunId run)
{
    const auto write = [this](const OutputOptions &file, const store::RowQuery &query) {
        if (file.path.isEmpty())
            return Result<void>();
        const auto written = RowOutput(file, console()).write(session().project().path(), query);
        return written ? Result<void>() : std::unexpected(written.error());
    };
    if (const auto written = write(m_pages, asked(run)); !written)
        return written;
    return write(m_graph, query(run));
}

void CrawlCommand::amend(QJsonObject &summary) const
{
    const auto reader = session().project().reader();
    const auto pages = reader ? (*reader)->count(asked(m_run)) : std::unexpected(reader.error());
    summary[u"pages"_s] = pages ? QJsonValue(*pages) : QJsonValue();
}

} // namespace linnet::cli
