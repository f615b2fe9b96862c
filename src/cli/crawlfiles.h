// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commonoptions.h"
#include "store/rowquery.h"

namespace linnet::cli {

class Console;

/// The further files of linnet-cli crawl: its pages, and its links as a graph.
class CrawlFiles
{
public:
    static Result<CrawlFiles> read(const Options &options, const OutputOptions &links);
    Result<void> checkWritable() const;
    /// Writes what is wanted of a run; `links` are the rows that the graph is made of.
    Result<void> write(const QString &project, store::RunId run, const store::RowQuery &links,
                       Console &console) const;

    /// The pages that were asked; what was only named is in the project.
    static store::RowQuery asked(store::RunId run);

private:
    OutputOptions m_pages; ///< path empty = not wanted
    OutputOptions m_graph; ///< the same
};

} // namespace linnet::cli
