// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/course.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace linnet::store {

/// What is wrong with a project file.
struct CheckReport
{
    enum class What : quint8
    {
        Beginning, ///< the file's own beginning, or its list of tables
        Rows,      ///< of a table: some cannot be read
        Index,     ///< of a table: all rows can be read, but not be found in every way
        Meaning,   ///< of a table: rows say what no row can say
        Space,     ///< what is free and what is not
    };
    struct Damage
    {
        What what = What::Rows;
        QByteArray table; ///< "" where it is of none; damageText() has its name for people
        qint64 count = 0; ///< of rows that mean nothing; 0 = not known
    };
    std::vector<Damage> damages;
    QStringList details; ///< what SQLite says, in English, some lines at most

    bool isWhole() const { return damages.empty(); }
};

/// Looks at every page of a project; nothing is changed, and others may have it open. NotAProject only for
/// what never was one. Takes about as long as reading all of it twice; Cancelled when it is stopped.
Result<CheckReport> checkProject(const QString &project, const Course &course);

} // namespace linnet::store
