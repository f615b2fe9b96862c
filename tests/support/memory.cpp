// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace linnet::test {

qint64 residentBytes(qint64 process)
{
#ifdef Q_OS_LINUX
    const QString name = process == 0 ? QStringLiteral("self") : QString::number(process);
    QFile file(QStringLiteral("/proc/") + name + QStringLiteral("/statm"));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
#else
    Q_UNUSED(process)
#endif
    return 0;
}

} // namespace linnet::test
