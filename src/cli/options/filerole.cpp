// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/filerole.h"

#include "exports/file/exportpath.h"
#include "exports/file/runningfile.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

std::filesystem::path native(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

bool isOneFile(const QString &left, const QString &right)
{
    std::error_code error;
    if (std::filesystem::equivalent(native(left), native(right), error) && !error)
        return true;
    // One of them may not be there yet; then its name in its folder says which file it is going to be.
    const QFileInfo one(exports::finalPath(left));
    const QFileInfo other(exports::finalPath(right));
    const bool isSameName = one.fileName().compare(other.fileName(), Qt::CaseInsensitive) == 0;
    return isSameName && (std::filesystem::equivalent(native(one.path()), native(other.path()), error) ||
                          one.absolutePath() == other.absolutePath());
}

/// The path, and what else the file's use takes.
QStringList taken(const FileRole &file)
{
    QStringList paths{file.path};
    if (file.use == FileRole::Use::Grow)
        paths.append(exports::RunningFile::pathBeside(file.path));
    if (file.use == FileRole::Use::Project) {
        for (const QLatin1StringView beside : {"-wal"_L1, "-shm"_L1, "-journal"_L1, ".lock"_L1})
            paths.append(exports::finalPath(file.path) + beside);
    }
    return paths;
}

bool clash(const FileRole &one, const FileRole &other)
{
    if (one.use == FileRole::Use::Read && other.use == FileRole::Use::Read)
        return false;
    for (const QString &left : taken(one)) {
        for (const QString &right : taken(other)) {
            if (isOneFile(left, right))
                return true;
        }
    }
    return false;
}

/// Both would be written to standard output.
bool isOneStream(const FileRole &one, const FileRole &other)
{
    const auto isOutput = [](const FileRole &file) {
        return file.path == "-"_L1 && (file.use == FileRole::Use::Write || file.use == FileRole::Use::Grow);
    };
    return isOutput(one) && isOutput(other);
}

bool isFile(const FileRole &file)
{
    // Into a terminal or /dev/null as much may go as wants to.
    return !file.path.isEmpty() && file.path != "-"_L1 && !exports::isSpecialFile(file.path);
}

} // namespace

Result<void> checkDistinct(const QList<FileRole> &files)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (isOneStream(files[i], files[j]))
                return fail(Reason::BadValue,
                            u"%1 -: the same stream as %2 -"_s.arg(files[i].option, files[j].option));
            if (isFile(files[i]) && isFile(files[j]) && clash(files[i], files[j]))
                return fail(Reason::BadValue, u"%1 %2: the same file as %3"_s.arg(
                                                  files[i].option, files[i].path, files[j].option));
        }
    }
    return {};
}

} // namespace linnet::cli
