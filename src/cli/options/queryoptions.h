// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "vacancies/search/querylist.h"
#include "vacancies/search/searchspec.h"

#include <QCoreApplication>

#include <optional>

namespace linnet::cli {

/// The option --queries: a list of searches from a file.
class QueryOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::QueryOptions)

public:
    static constexpr qint64 LargestFile = 64 * 1024 * 1024; ///< bytes

    static void addTo(Options &options);
    /// The list with the texts and regions of the command line in it; nothing without the option. spec: its
    /// sources have these regions. Reason::BadValue for a file that cannot be read.
    static Result<std::optional<vacancies::QueryList>> read(const Options &options,
                                                            const vacancies::SearchSpec &spec);
};

} // namespace linnet::cli
