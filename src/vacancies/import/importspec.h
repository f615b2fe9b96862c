// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <vector>

namespace linnet::vacancies {

/// Files with vacancies as JSON that are to become rows.
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
    std::vector<File> files; ///< at least one

    bool operator==(const ImportSpec &) const = default;
    QString title() const;
    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<ImportSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::vacancies
