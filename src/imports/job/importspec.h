// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "imports/job/tablefile.h"

#include "table/vacancyschema.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <vector>

namespace linnet::imports {

/// Files that are to become rows: tables of people and programs, and vacancies as JSON.
struct ImportSpec
{
    struct File
    {
        QString path;          ///< absolute; empty when it is to be fetched from url
        QUrl url;              ///< http or https, without a login
        qint64 size = 0;       ///< bytes, as it was when the import began; not of url
        qint64 modifiedMs = 0; ///< the same, since 1970

        bool operator==(const File &) const = default;
        /// Of a path or an http or https address, as people write them. Reason::Io or BadValue when it cannot
        /// be read or is a folder, BadUrl.
        static Result<File> of(const QString &pathOrUrl);
        QString title() const; ///< its name, for people
        /// Reason::Io when it is not there any more, BadValue when it has changed.
        Result<void> checkUnchanged() const;
    };
    std::vector<File> files;                              ///< at least one
    const table::Schema *table = &table::vacancySchema(); ///< whose rows they become; not null
    TableChoice choice;                                   ///< of all files

    bool operator==(const ImportSpec &) const = default;
    QString title() const;
    /// What the beginning of the files says of their table, when nobody named one; takes as long as reading
    /// a megabyte of each. Reason::BadValue when they are of different tables, or what is wrong with one of
    /// them, with its path. Files that are to be fetched are not looked at.
    Result<const table::Schema *> guessTable() const;
    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<ImportSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::imports
