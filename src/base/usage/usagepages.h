// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/usage/programfacts.h"

#include <optional>

namespace linnet {

/// What a program prints about itself when its arguments ask for that: "--man" its manual page, "--completion
/// SHELL" what that shell completes. Nothing when they ask for something else; Reason::BadValue for another
/// shell. version: without commit. alsoSee: names of further manual pages.
std::optional<Result<QString>> usagePage(const ProgramFacts &program, const QStringList &args,
                                         const QString &version, const QStringList &alsoSee);

/// The two options themselves, for the help.
QList<ProgramFacts::Option> usageOptions();

} // namespace linnet
