// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "imports/job/joinfile.h"
#include "store/project/project.h"

namespace linnet::cli {

class Options;

/// linnet-cli join: columns of a table of the user's beside the rows of a saved project.
class JoinCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("join"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    int run(const Options &options);
    int list(store::RowReader &reader);
    int remove(store::Project &project, const QString &name);
    int join(store::Project &project, const Options &options, const QString &file);
    void tell(const imports::JoinFile::Read &read);
    int closed(store::Project &project);
    int complainOf(const Error &error, int status);
};

} // namespace linnet::cli
