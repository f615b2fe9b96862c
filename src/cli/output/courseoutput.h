// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/course.h"

#include <QString>

class QObject;

namespace linnet::cli {

class Console;

/// A course that any thread may follow: how far it is is shown about once a second, as `text` with %1 for the
/// percents, in the thread of `context`, which owns the console.
store::Course courseFor(QObject *context, Console &console, const std::stop_token &stop, const QString &text);

} // namespace linnet::cli
