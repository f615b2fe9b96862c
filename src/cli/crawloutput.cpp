// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "cli/rowoutput.h"
#include "table/pageschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

Result<OutputOptions> CrawlCommand::readPages(const Options &options, const OutputOptions &links) const
{
    if (!options.isSet(u"pages"_s))
        return OutputOptions();
    auto pages = OutputOptions::forFile(u"pages"_s, options.text(u"pages"_s), links.dialect);
    if (pages && pages->path == links.path)
        return fail(Reason::BadValue, u"--pages %1: --links"_s.arg(pages->path));
    return pages;
}

/// The pages that were asked; what was only named is in the project.
store::RowQuery CrawlCommand::asked(store::RunId run) const
{
    return {&table::pageSchema(), {run}, {{{u"state"_s, table::FilterOp::Equals, {u"skipped"_s}, true}}}, {}};
}

Result<void> CrawlCommand::writeMore(store::RunId run)
{
    if (m_pages.path.isEmpty())
        return {};
    const auto written = RowOutput(m_pages, console()).write(session().project().path(), asked(run));
    return written ? Result<void>() : std::unexpected(written.error());
}

void CrawlCommand::amend(QJsonObject &summary) const
{
    const auto reader = session().project().reader();
    const auto pages = reader ? (*reader)->count(asked(m_run)) : std::unexpected(reader.error());
    summary[u"pages"_s] = pages ? QJsonValue(*pages) : QJsonValue();
}

} // namespace linnet::cli
