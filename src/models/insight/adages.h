// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace linnet::session {
class RunChanges;
}

namespace linnet::models {

/// Connections whose rows know when ads were seen and how old they are, a run at a time: its task's runs are
/// read for that, which takes seconds, so what was found stays for the next question. Used by one thread at a
/// time.
class AdAges
{
public:
    /// Opens a connection to a file in the project's place, with the rules that are asked for.
    using Open = std::function<Result<std::unique_ptr<store::RowReader>>(const QString &path)>;

    AdAges(QString projectPath, Open open);
    ~AdAges();
    Q_DISABLE_COPY_MOVE(AdAges)

    /// It lives until two other runs were asked for. rows: how many the run has now; another number than
    /// before is read anew.
    Result<store::RowReader *> reader(store::RunId run, qint64 rows, const std::stop_token &stop);
    /// Whether the filter asks for what only such a connection knows.
    static bool isNeeded(const table::Filter &filter);

private:
    struct Aged
    {
        store::RunId run = 0;
        qint64 rows = -1;
        std::shared_ptr<const session::RunChanges> changes; ///< outlives the reader
        std::unique_ptr<store::RowReader> reader;
    };

    QString m_projectPath;
    Open m_open;
    std::vector<Aged> m_aged; ///< two at most, the one asked for last behind
};

} // namespace linnet::models
