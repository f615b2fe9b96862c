// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>

#include <set>
#include <vector>

namespace linnet::test {

/// Other values at `count` random places of a file; gives the places.
std::set<qint64> damageFile(const QString &path, int count, quint32 seed);

/// The rows of a project file before it is damaged, and where in the file each of them stands.
class RowPlaces
{
public:
    /// Of one row: its cells by column, as text.
    using Cells = QMap<QByteArray, QByteArray>;
    struct Row
    {
        QByteArray table;
        QByteArray id; ///< its row id or key
        Cells cells;
        std::vector<std::pair<qint64, qint64>>
            bytes; ///< [begin, end) in the file: all that it takes to read it
    };

    /// The file has no log and is not damaged. Asserts that it found what SQLite finds.
    static std::vector<Row> of(const QString &path);
    /// The same of any project through SQLite, by table and id.
    static QHash<QByteArray, QHash<QByteArray, Cells>> stored(const QString &path);
    static bool isTouched(const Row &row, const std::set<qint64> &places);
};

} // namespace linnet::test
