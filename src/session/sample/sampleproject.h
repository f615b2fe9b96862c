// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoreApplication>

namespace linnet::session {

/// The project that newcomers look at: every page has something to show, and all of it is invented. The
/// program brings it along, packed, as linnet_makesample made it; people get copies, with names, marks and a
/// table of their own in the language of the program.
class SampleProject
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::SampleProject)

public:
    /// A new copy in the folder, which is made, in place of all in it that nobody has open; gives its path.
    /// Any thread; takes some tenths of a second. Errors: Io, DiskFull.
    static Result<QString> makeIn(const QString &folder);
    /// A new copy there, in place of a file that nobody has open.
    static Result<void> write(const QString &path);
};

} // namespace linnet::session
