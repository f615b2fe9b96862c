// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/unit.h"

#include <QJsonObject>
#include <QMap>
#include <QMetaType>
#include <QStringList>

namespace linnet::jobs {

/// What holds a run up just now; None while it moves.
enum class Hold : quint8
{
    None,
    User,        ///< paused
    Server,      ///< Retry-After or a pause of the host, until waitUntilUtcMs
    Unreachable, ///< the server keeps failing or the network is gone; tried again from time to time
    Captcha,     ///< somebody has to open captchaUrl
    Storage,     ///< disk full or I/O error
    Round,       ///< a watch rests until waitUntilUtcMs
    Failures,    ///< paused by itself: requests to one host kept failing, the last with `error`
};

/// Where a run stands, as window and command line show it; sent ten times a second at most.
struct Progress
{
    store::RunId run = 0;
    store::RunState state = store::RunState::Running;
    Hold hold = Hold::None;
    qint64 found = -1; ///< what the sources say they have; -1 = not known yet
    qint64 reachable =
        -1;          ///< how much of that can be asked for, the user's limit included; -1 = not known yet
    qint64 rows = 0; ///< rows stored by this run
    qint64 unitsDone = 0; ///< units of work ended, failed ones included
    qint64 unitsKnown = 0;
    double share = -1; ///< of the whole that is done, 0 to 1, where units do not tell it; -1 = they do
    qint64 failed = 0;
    qint64 duplicates = 0;         ///< offered again by a later page
    qint64 filtered = 0;           ///< left out because the source matches more loosely than asked
    QMap<QString, qint64> leftOut; ///< the same by the code of the rule
    bool limited = false;          ///< the sources would give more than the user's own limit lets in
    qint64 requests = 0;
    qint64 retries = 0;
    qint64 bytes = 0;
    qint64 elapsedMs = 0;    ///< since start, holds included
    qint64 remainingMs = -1; ///< honest estimate; -1 = cannot be said yet
    qint64 waitUntilUtcMs = 0;
    QString captchaUrl;
    QString stoppedBy;       ///< "", user, limit, captcha, auth
    Error error;             ///< why it stopped or is held; Reason::None otherwise
    qint64 crawlDelayMs = 0; ///< between two requests to crawlDelayHost, as its robots.txt wants; 0 = none
    QString crawlDelayHost;
    QString errorUrl;  ///< the address whose answer gave that error
    QStringList notes; ///< technical: what could not be read, at most 100

    bool operator==(const Progress &) const = default;
    /// Counts what of the run was stored; `counted`: the table of its rows.
    void add(const store::Committed &change, const table::Schema &counted);
    QJsonObject counts() const; ///< as it is stored with the run
    bool isOver() const { return state == store::RunState::Finished || state == store::RunState::Stopped; }
};

} // namespace linnet::jobs

Q_DECLARE_METATYPE(linnet::jobs::Progress)
