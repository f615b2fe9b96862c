// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace linnet::cli {

/// A file that a command line names, and what becomes of it.
struct FileRole
{
    enum class Use : quint8
    {
        Read,
        Write,
        Grow,    ///< written, with RunningFile::pathBeside() beside it while rows come
        Project, ///< written, with the files that a project has beside it
    };
    QString option; ///< as it is typed: "--output"
    QString path;   ///< "" and "-" are no files
    Use use = Use::Read;
};

/// Reason::BadValue when a file that is written is also another of them, by whatever name or link: it would
/// be lost, or be lost by the other. Names in one folder that differ in upper and lower case alone count as
/// one file, as they are on most computers.
Result<void> checkDistinct(const QList<FileRole> &files);

} // namespace linnet::cli
