// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/specialfile.h"

#include "exports/file/fileerror.h"

#include <QFile>
#include <QThread>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace linnet::exports {

namespace {

#ifdef Q_OS_UNIX
bool isPipe(const QByteArray &path)
{
    struct stat status = {};
    return ::stat(path.constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

/// The system's own waiting could not be ended.
Result<void> openPipe(QFile &file, const QByteArray &path, const std::function<bool()> &isCancelled)
{
    constexpr unsigned long LookEveryMs = 50;
    int pipe = -1;
    while ((pipe = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC)) < 0) {
        if (errno != ENXIO && errno != EINTR)
            return std::unexpected(fileError(file.fileName(), qt_error_string(errno), errno));
        if (isCancelled && isCancelled())
            return fail(Reason::Cancelled);
        QThread::msleep(LookEveryMs);
    }
    ::fcntl(pipe, F_SETFL, ::fcntl(pipe, F_GETFL) & ~O_NONBLOCK);
    if (!file.open(pipe, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        ::close(pipe);
        return fail(Reason::Io, file.errorString());
    }
    return {};
}
#endif

} // namespace

Result<void> openSpecialFile(QFile &file, const std::function<bool()> &isCancelled)
{
#ifdef Q_OS_UNIX
    if (const QByteArray path = QFile::encodeName(file.fileName()); isPipe(path))
        return openPipe(file, path, isCancelled);
#else
    Q_UNUSED(isCancelled);
#endif
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(deviceError(file, errno));
    return {};
}

} // namespace linnet::exports
