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
    struct Entry
    {
        QString path;
        int searches = 0;
        qint64 rows = 0;
        QDateTime used; ///< UTC

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
    QList<Entry> stored() const;
    void write(const QList<Entry> &entries);

    QSettings &m_settings;
};

} // namespace linnet::gui
