// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/courseoutput.h"

#include "cli/output/console.h"

#include <QElapsedTimer>
#include <QObject>

namespace linnet::cli {

namespace {

constexpr qint64 CourseEveryMs = 1000;

} // namespace

store::Course courseFor(QObject *context, Console &console, const std::stop_token &stop, const QString &text)
{
    const auto tell = [context, &console, text, since = QElapsedTimer()](double share) mutable {
        if (since.isValid() && !since.hasExpired(CourseEveryMs))
            return;
        since.start();
        QMetaObject::invokeMethod(
            context, [&console, line = text.arg(int(share * 100))] { console.progress(line); },
            Qt::QueuedConnection);
    };
    return store::Course(stop, tell);
}

} // namespace linnet::cli
