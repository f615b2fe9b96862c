// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlfiles.h"

#include "cli/rowoutput.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The file of a further option; its path is empty when the option is not given.
Result<OutputOptions> readFile(const Options &options, const QString &option, const table::Schema &table,
                               const OutputOptions &links)
{
    if (!options.isSet(option))
        return OutputOptions();
    auto file = OutputOptions::forFile(option, options.text(option), table, links.dialect);
    if (file && file->path == links.path)
        return fail(Reason::BadValue, u"--%1 %2: --links"_s.arg(option, file->path));
    return file;
}

} // namespace

Result<CrawlFiles> CrawlFiles::read(const Options &options, const OutputOptions &links)
{
    auto pages = readFile(options, u"pages"_s, table::pageSchema(), links);
    auto graph = readFile(options, u"graph"_s, table::linkSchema(), links);
    for (const auto *file : {&pages, &graph}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    if (!graph->path.isEmpty() && !exports::isGraph(graph->format))
        return fail(Reason::BadValue, u"--graph %1: gexf, graphml, dot"_s.arg(graph->path));
    if (!graph->path.isEmpty() && graph->path == pages->path)
        return fail(Reason::BadValue, u"--graph %1: --pages"_s.arg(graph->path));
    CrawlFiles files;
    files.m_pages = std::move(*pages);
    files.m_graph = std::move(*graph);
    return files;
}

Result<void> CrawlFiles::checkWritable() const
{
    for (const OutputOptions *file : {&m_pages, &m_graph}) {
        if (const auto writable = file->checkWritable(); !writable)
            return writable;
    }
    return {};
}

store::RowQuery CrawlFiles::asked(store::RunId run)
{
    return {&table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}, true}}}, {}};
}

Result<void> CrawlFiles::write(const QString &project, store::RunId run, const store::RowQuery &links,
                               Console &console) const
{
    const auto writeOne = [&](const OutputOptions &file, const store::RowQuery &query) {
        if (file.path.isEmpty())
            return Result<void>();
        const auto written = RowOutput(file, console).write(project, query);
        return written ? Result<void>() : std::unexpected(written.error());
    };
    if (const auto written = writeOne(m_pages, asked(run)); !written)
        return written;
    return writeOne(m_graph, links);
}

} // namespace linnet::cli
