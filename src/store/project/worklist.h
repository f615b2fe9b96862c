// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/unit.h"
#include "store/workitem.h"

#include <QObject>

#include <memory>

namespace linnet::store {

class Project;

/// A run's backlog: on disk, with a small window per (kind, host) in memory. Only what is committed is handed
/// out, so nothing is asked that a crash could forget. Lives in the network thread.
class WorkList : public QObject
{
    Q_OBJECT

public:
    WorkList(Project &project, RunId run, QObject *parent = nullptr);
    ~WorkList() override;

    /// The next pending items of a kind at a host, oldest first; fewer than n when there are not so many.
    Result<std::vector<WorkItem>> take(const QString &kind, const QString &host, int n);
    /// Hands an item out again, first of its kind and host (a captcha, a pause).
    void putBack(WorkItem item);

    qsizetype waitingHosts() const; ///< hosts that have pending items not handed out
    /// The next such host after this one, in the order in which they came up and round again; "" when there
    /// is none. Any host that is not known stands before the first.
    QString hostAfter(const QString &host) const;
    qint64 pending() const; ///< not handed out
    qint64 taken() const;   ///< handed out, end not committed yet
    /// True when nothing is pending and nothing is taken: the proof of the end.
    bool isFinished() const { return pending() == 0 && taken() == 0; }

Q_SIGNALS:
    void available(); ///< new items can be taken; never inside a call of putBack()
    void settled();   ///< an end was committed

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
