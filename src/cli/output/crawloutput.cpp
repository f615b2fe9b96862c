// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/crawloutput.h"

#include "base/firsterror.h"
#include "cli/output/rowoutput.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The file of an option; its path is empty when the option is not given.
Result<OutputOptions> readFile(const Options &options, const QString &option, const table::Schema &table,
                               const OutputOptions &output)
{
    if (!options.isSet(option))
        return OutputOptions();
    return OutputOptions::forFile(option, options.text(option), table, *output.csv);
}

} // namespace

Result<CrawlOutput> CrawlOutput::read(const Options &options, const OutputOptions &output)
{
    CrawlOutput result;
    auto pages = readFile(options, u"pages"_s, table::pageSchema(), output);
    auto graph = readFile(options, u"graph"_s, table::linkSchema(), output);
    if (const Error *error = firstError(pages, graph))
        return std::unexpected(*error);
    if (!graph->path.isEmpty() && !graph->format->isGraph)
        return fail(Reason::BadValue,
                    u"--graph %1: %2"_s.arg(graph->path, exports::endingsOf(&table::linkSchema())));
    result.m_pages = *std::move(pages);
    result.m_graph = *std::move(graph);
    return result;
}

Result<void> CrawlOutput::checkWritable() const
{
    for (const OutputOptions *file : {&m_pages, &m_graph}) {
        if (const auto writable = file->checkWritable(); !writable)
            return writable;
    }
    return {};
}

QList<FileRole> CrawlOutput::files() const
{
    return {{u"--pages"_s, m_pages.path, FileRole::Use::Grow},
            {u"--graph"_s, m_graph.path, FileRole::Use::Write}};
}

Result<void> CrawlOutput::write(const QString &project, const store::RowQuery &links, Console &console) const
{
    for (const auto &[file, query] : {std::pair{&m_pages, asked(links.runs.value(0))}, {&m_graph, links}}) {
        if (file->path.isEmpty())
            continue;
        if (const auto written = RowOutput(*file, console).write(project, query); !written)
            return std::unexpected(written.error());
    }
    return {};
}

store::RowQuery CrawlOutput::asked(store::RunId run)
{
    return {&table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}, true}}}, {}};
}

} // namespace linnet::cli
