// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "cli/rowoutput.h"
#include "table/pageschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

/// A file besides the output, or none.
Result<OutputOptions> CrawlCommand::readFile(const Options &options, const QString &option,
                                             const table::Schema &schema, const OutputOptions &links) const
{
    if (!options.isSet(option))
        return OutputOptions();
    auto file = OutputOptions::forFile(option, options.text(option), schema, links.dialect);
    if (file && file->path == links.path)
        return fail(Reason::BadValue, u"--%1 %2: --links"_s.arg(option, file->path));
    if (file && option == u"graph" && !exports::isGraph(file->format))
        return fail(Reason::BadValue, u"--graph %1: gexf, graphml, dot"_s.arg(file->path));
    return file;
}

/// The pages that were asked; what was only named is in the project.
store::RowQuery CrawlCommand::asked(store::RunId run) const
{
    return {&table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}, true}}}, {}};
}

Result<void> CrawlCommand::writeMore(store::RunId run)
{
    for (const auto &[file, rows] : {std::pair{&m_pages, asked(run)}, {&m_graph, query(run)}}) {
        if (file->path.isEmpty())
            continue;
        const auto written = RowOutput(*file, console()).write(session().project().path(), rows);
        if (!written)
            return std::unexpected(written.error());
    }
    return {};
}

void CrawlCommand::amend(QJsonObject &summary) const
{
    const auto reader = session().project().reader();
    const auto pages = reader ? (*reader)->count(asked(m_run)) : std::unexpected(reader.error());
    summary[u"pages"_s] = pages ? QJsonValue(*pages) : QJsonValue();
}

} // namespace linnet::cli
