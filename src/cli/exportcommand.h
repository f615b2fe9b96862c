// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/commonoptions.h"

#include <stop_token>

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
    void interrupt() override;

private:
    struct Findings;

    int run(const Options &options);
    /// Ends by itself.
    void exportFindings(const Options &options);
    void write(const Findings &findings);
#ifdef LINNET_REPORTS
    struct Drawing;

    /// Ends by itself.
    void exportDrawing(const Options &options);
#endif

    std::stop_source m_stop;
    bool m_isCounting = false;
};

} // namespace linnet::cli
