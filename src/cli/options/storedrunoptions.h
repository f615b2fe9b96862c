// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/commonoptions.h"
#include "cli/options/crawlsecretoptions.h"

namespace linnet::session {
class Session;
}

namespace linnet::cli {

/// What commands take that begin a run as it is stored: the secrets that are not stored with it, and how long
/// and how loud they are. The run keeps its own pace and proxies; a list given again brings their logins.
class StoredRunOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::StoredRunOptions)

public:
    RequestOptions requests; ///< without a project

    static void addTo(Options &options);
    /// sourceIds: those that the run asks, for their tokens.
    static Result<StoredRunOptions> read(const Options &options, const QStringList &sourceIds);
    /// Before the run begins.
    void giveSecrets(session::Session &session) const;

private:
    QHash<QString, QByteArray> m_tokens;
    QHash<QString, QByteArray> m_logins;
};

} // namespace linnet::cli
