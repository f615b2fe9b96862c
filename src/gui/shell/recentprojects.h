// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

class QSettings;

namespace linnet::gui {

/// The projects that were open last, with what was known of them then.
class RecentProjects
{
public:
    /// What it holds of one kind of task.
    struct Count
    {
        QString kind; ///< of the runs
        int runs = 0; ///< what was asked several times counts once, with the newest run's rows
        qint64 rows = 0;

        bool operator==(const Count &) const = default;
    };
    struct Entry
    {
        QString path;
        QList<Count> counts; ///< kinds without a run are left out
        QDateTime used;      ///< UTC

        bool operator==(const Entry &) const = default;
    };
    static constexpr int Most = 8;

    explicit RecentProjects(QSettings &settings);

    /// Newest first; those whose file is gone are left out.
    QList<Entry> entries() const;
    /// Puts it first, in place of an older entry of the same file.
    void remember(const Entry &entry);
    void forget(const QString &path);

private:
    QList<Count> readCounts() const;
    void writeCounts(const QList<Count> &counts);
    QList<Entry> stored() const;
    void write(const QList<Entry> &entries);

    QSettings &m_settings;
};

} // namespace linnet::gui
