// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

#include <QCoreApplication>
#include <QHash>

namespace linnet::cli {

/// Access tokens of sources, as commands that ask sources take them: a file, or a variable of the environment
/// for each source.
class TokenOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::TokenOptions)

public:
    static void addTo(Options &options);
    /// By id, the tokens for these sources, as far as they want any. A file is for the only one of them that
    /// does.
    static Result<QHash<QString, QByteArray>> read(const Options &options, const QStringList &sourceIds);
};

} // namespace linnet::cli
