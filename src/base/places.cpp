// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where people see the program: beside a bundle of macOS or an AppImage, not in it.
QString folderOfProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString image = qEnvironmentVariable("APPIMAGE");
    const QString mounted = qEnvironmentVariable("APPDIR");
    if (!image.isEmpty() && !mounted.isEmpty() && folder.startsWith(mounted))
        return QFileInfo(image).absolutePath();
    return folder.endsWith(".app/Contents/MacOS"_L1) ? QDir::cleanPath(folder + u"/../../.."_s) : folder;
}

/// What the file system says beforehand is not always true.
bool canWrite(const QString &folder)
{
    return QDir().mkpath(folder) && QTemporaryFile(folder + u"/try-XXXXXX"_s).open();
}

// Named outright, so that no organisation's name stands in the paths and both programs share their folders.
Places ofSystem()
{
    using Standard = QStandardPaths;
    return {QDir(Standard::writableLocation(Standard::AppConfigLocation)).filePath(u"linnet.ini"_s),
            Standard::writableLocation(Standard::AppLocalDataLocation),
            Standard::writableLocation(Standard::CacheLocation),
            {}};
}

} // namespace

Places Places::own()
{
    return beside(folderOfProgram());
}

Places Places::beside(const QString &folder)
{
    const QDir program(folder);
    if (!program.exists(QString::fromUtf16(Mark)))
        return ofSystem();
    const QString home = program.filePath(QString::fromUtf16(Folder));
    if (canWrite(home))
        return {home + u"/linnet.ini"_s, home + u"/data"_s, home + u"/cache"_s, {}, true};
    Places places = ofSystem();
    places.refused = home;
    return places;
}

QString Places::logs() const
{
    return data + u"/logs"_s;
}

QString Places::warning() const
{
    if (refused.isEmpty())
        return {};
    return QCoreApplication::translate(
               "linnet::Places",
               "Beside the program stands portable.ini, but the folder %1 cannot be written. Settings and "
               "data are kept in your home folder instead. Make the folder writable, or remove "
               "portable.ini.")
        .arg(QDir::toNativeSeparators(refused));
}

} // namespace linnet
