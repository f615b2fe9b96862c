// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace linnet {

/// What stands on the command line of the window program.
class StartOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::StartOptions)

public:
    /// Whether the arguments ask for help, version, manual page or completion only. Before there is an
    /// application.
    static bool onlyTell(int argc, char **argv);

    /// Prints what is asked for and gives the exit status; nothing when the program is to start. A bad option
    /// ends the program with its reason.
    std::optional<int> read();
    /// The file to open; empty = none.
    QString project() const;

private:
    static ProgramFacts facts();

    QCommandLineParser m_parser;
};

} // namespace linnet
