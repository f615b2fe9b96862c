// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/commonoptions.h"

namespace linnet::cli {

/// linnet-cli export: rows of a saved project.
class ExportCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("export"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    int run(const Options &options);
};

} // namespace linnet::cli
