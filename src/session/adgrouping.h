// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace linnet::analysis {
struct GroupChange;
}

namespace linnet::session {

class ProjectSlot;

/// Keeps the columns of the open project true that say which ads are one job: compares the ads in the pool
/// after a search has ended, and writes what has changed. Lives in the main thread.
class AdGrouping : public QObject
{
    Q_OBJECT

public:
    /// The slot outlives it.
    explicit AdGrouping(ProjectSlot &slot, QObject *parent = nullptr);

    /// Compares all ads, once more when that is under way already.
    void start();
    /// Calls when nothing is compared any more and the changes are committed: at once, or later.
    void whenDone(QObject *context, std::function<void()> then);

    /// Takes the ad with that key (vacancies::Vacancy::key()) out of its group, or lets it in again; for
    /// good. Compares anew.
    void setApart(const QString &key, bool apart);

Q_SIGNALS:
    void failed(const linnet::Error &error);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> then;
    };
    void compare();
    void write(std::shared_ptr<const std::vector<analysis::GroupChange>> changes, size_t from);
    void stop();
    void end();
    bool isCurrent(int round) const { return m_isRunning && m_round == round; }
    template <typename Read, typename Then> void inPool(bool reads, Read read, Then then);

    ProjectSlot &m_slot;
    std::stop_source m_stop;
    QFuture<void> m_reading; ///< while the project is held open
    int m_round = 0;
    bool m_isRunning = false;
    bool m_again = false;
    std::vector<Waiting> m_waiting;
};

} // namespace linnet::session
