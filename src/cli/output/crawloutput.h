// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/commonoptions.h"
#include "cli/output/console.h"
#include "store/rowquery.h"

namespace linnet::cli {

/// The files of a crawl besides its output: its pages (--pages) and its links as a graph (--graph).
class CrawlOutput
{
public:
    /// output: where the links go.
    static Result<CrawlOutput> read(const Options &options, const OutputOptions &output);

    Result<void> checkWritable() const;
    /// For checkDistinct().
    QList<FileRole> files() const;
    /// links: those of the run.
    Result<void> write(const QString &project, const store::RowQuery &links, Console &console) const;

    /// The pages that were asked; what was only named is in the project.
    static store::RowQuery asked(store::RunId run);
    const OutputOptions &pages() const { return m_pages; } ///< path empty = not wanted

private:
    OutputOptions m_pages;
    OutputOptions m_graph; ///< path empty = not wanted
};

} // namespace linnet::cli
