// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "store/course.h"
#include "table/schema.h"

#include <QList>
#include <QString>

#include <functional>

namespace linnet::store {

/// What could be read of a damaged project.
struct RescueReport
{
    struct Table
    {
        QByteArray name; ///< as the project calls it; see tableTitle()
        qint64 kept = 0;
        qint64 lost =
            0; ///< rows that were seen and cannot be read; what is gone without a trace is not known
    };
    std::vector<Table> tables;  ///< those of which anything was seen
    QList<RunId> runsMadeAgain; ///< of which only the rows were there
    qint64 lostPages = 0;       ///< places in the file that should hold something and do not
    qint64 lostTexts = 0;       ///< long texts that rows name and that are gone
    bool isLogUsed = true;      ///< the last changes, which stand beside the file, were read, too

    qint64 kept() const;
    qint64 lost() const;
    bool isWhole() const
    {
        return lost() == 0 && lostPages == 0 && lostTexts == 0 && runsMadeAgain.isEmpty();
    }
};

/// The stored kind of a run that has rows of this table.
using KindOf = std::function<QString(const table::Schema &)>;

/// Reads what can be read of a damaged project, past SQLite, and makes a new project of it, which is there as
/// a whole or not at all. The damaged file is only read. Indexes are made again, also those of words. Errors:
/// BadValue when there is a file `to`; NotAProject when nothing of a project is in the file; Cancelled; those
/// of writing. Takes about as long as a copy and the room of one; with a log beside the file of two.
Result<RescueReport> rescueProject(const QString &from, const QString &to, const KindOf &kindOf,
                                   const Course &course = {});

} // namespace linnet::store
