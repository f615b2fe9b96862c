// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace linnet::exports {

/// The file beside the place of an export that grows while its rows come, "FILE.part": it takes the place in
/// one step, or goes. A hidden file beside it says who writes it, so that the next one can tell what a killed
/// program left behind, which it removes, from a file of somebody else, which it never touches.
class RunningFile
{
public:
    /// Empty and open. Reason::Io when the name is taken; else as for any file.
    static Result<std::unique_ptr<RunningFile>> create(const QString &path);
    /// Closes and removes it, unless it was committed.
    ~RunningFile();
    RunningFile(const RunningFile &) = delete;
    RunningFile &operator=(const RunningFile &) = delete;

    QFile &device() { return m_file; }
    /// Brings the bytes to the disk and replaces FILE, whose permissions stay.
    Result<void> commit();

    /// Symbolic links of `path` are followed, as for FILE itself.
    static QString pathBeside(const QString &path);

private:
    explicit RunningFile(const QString &path);

    QString m_final;
    QFile m_file;
    QString m_mark; ///< path of the hidden file
};

} // namespace linnet::exports
