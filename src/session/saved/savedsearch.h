// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saved/schedule.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace linnet::session {

/// A task of any kind that somebody gave a name, a note or a schedule: a memo of the project. All runs that
/// asked for the same (taskId()) are its runs. A value; any thread.
struct SavedSearch
{
    int number = 0; ///< within the project, from 1, for good: what command lines name
    QString kind;   ///< RunKind::id
    QJsonObject params;
    QString name{};   ///< "" = as the task calls itself
    QString folder{}; ///< "" = in none
    QString note{};
    QString files{};      ///< folder in which each run leaves an XLSX file (datedFile()); "" = none
    bool onlyNew = false; ///< the file and what is said of its runs by schedule tell only what is new
    std::optional<Schedule> schedule{};
    /// What a crawl or a check is to ask while no run of it is in the project: it came from a file.
    QStringList addresses{};

    bool operator==(const SavedSearch &) const = default;

    QString task() const;
    /// Nothing that the task itself would not say.
    bool isPlain() const;

    static QString memoKey(const QString &task);
    QString memo() const;
    static std::optional<SavedSearch> fromMemo(const QString &memo);
};

/// The saved searches among a project's memos, by number.
std::vector<SavedSearch> savedSearches(const QHash<QString, QString> &memos);
/// A number for another one.
int nextNumber(const std::vector<SavedSearch> &searches);
/// The one of that number or, else, of that name (case does not matter). Reason::BadValue when there is none,
/// or several have the name.
Result<SavedSearch> findSearch(const std::vector<SavedSearch> &searches, const QString &nameOrNumber);

} // namespace linnet::session
