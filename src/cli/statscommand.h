// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/commonoptions.h"

#include <stop_token>

namespace linnet::cli {

/// "linnet-cli stats": counts and quantiles over a table of a project, and what goes with a skill.
class StatsCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("stats"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    struct Asked;

    /// Has ended when something is wrong with them.
    void read(const Options &options);
    void answer(std::shared_ptr<Asked> asked);

    std::stop_source m_stop;
    bool m_isCounting = false;
};

} // namespace linnet::cli
