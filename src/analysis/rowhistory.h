// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "store/schema/changefile.h"

#include <QHash>
#include <QString>

#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace linnet::analysis {

/// A run, and when it began.
struct DatedRun
{
    RunId run = 0;
    QString started; ///< ISO 8601 UTC
};

/// When each ad was seen first and last over some runs. About 60 bytes an ad. Any thread; each object is used
/// by one at a time.
class RowHistory
{
public:
    /// `runs`: oldest first. An ad that nobody can answer any more counts as seen when it was found first
    /// only. Ends soon with Reason::Cancelled when it is told to stop.
    static Result<RowHistory> read(const QString &projectPath, std::vector<DatedRun> runs,
                                   const std::stop_token &stop);

    /// Of all rows of a run, and of single rows of any.
    Result<void> write(RunId run, store::ChangeFile &file, const std::stop_token &stop) const;
    Result<void> write(std::span<const qint64> rows, store::ChangeFile &file,
                       const std::stop_token &stop) const;

    qsizetype ads() const { return m_seen.size(); }

private:
    struct Seen
    {
        quint32 first = 0; ///< places in m_runs
        quint32 last = 0;
    };

    QString m_projectPath;
    std::vector<DatedRun> m_runs;
    QHash<std::pair<quint64, quint64>, Seen> m_seen; ///< by 128 bits of the ad's key
};

/// Full days from when the ad was made to when it was seen last: `firstPublished` as the source gives it,
/// else firstSeen. Nothing when lastSeen is no date.
std::optional<qint64> ageInDays(const QString &firstPublished, const QString &firstSeen,
                                const QString &lastSeen);

} // namespace linnet::analysis
