// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "proxies/list/keptlist.h"

#include <QHash>
#include <QJsonObject>

namespace linnet::session {

/// The file of the kept lists. Several windows of the program may use it at once: what is written is merged
/// with what others have written meanwhile, list by list; of a list that both have changed the later one
/// stays. Any thread, one call at a time.
class ProxyBookFile
{
public:
    explicit ProxyBookFile(QString path);

    struct Contents
    {
        QList<proxies::KeptList> lists; ///< that can be read
        bool isWhole = true; ///< false: the file was put aside under another name, as it cannot be read
    };
    Contents read();

    /// What others have changed since this object read or wrote the file.
    struct Others
    {
        QList<proxies::KeptList> lists; ///< new ones, and ours as they are now; without logins
        QStringList removed;            ///< ids
    };
    Result<Others> write(const QList<proxies::KeptList> &lists);

    const QString &path() const { return m_path; }

private:
    QString m_path;
    QHash<QString, QJsonObject> m_known; ///< as they were in the file, by id
};

} // namespace linnet::session
