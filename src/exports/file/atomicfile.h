// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::exports {

/// A file made under another name beside its place and put there in one step, for writers that want a path
/// (QSaveFile serves those that want a device). Readers see the old file or the whole new one; without
/// commit() the destructor leaves no trace, and what a killed process left in the folder is removed by the
/// next one.
class AtomicFile
{
public:
    explicit AtomicFile(const QString &path);
    ~AtomicFile();
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    /// Where to write; nothing is there yet.
    const QString &temporaryPath() const { return m_temporary; }
    /// Brings the bytes to the disk and replaces the file, whose permissions stay; symbolic links are
    /// followed.
    Result<void> commit();

    /// The same for a closed file of somebody else's beside its place, which is no link: see finalPath().
    static Result<void> replace(const QString &temporary, const QString &path);

private:
    QString m_final;
    QString m_temporary;
};

} // namespace linnet::exports
