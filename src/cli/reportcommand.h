// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>
#include <stop_token>

namespace linnet::store {
class RowReader;
}

namespace linnet::cli {

/// linnet-cli report: what the rows of a project say as one file, HTML or PDF. Needs a QGuiApplication, for
/// the letters.
class ReportCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("report"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    struct Asked;

    /// Has ended when something is wrong with them.
    void read(const Options &options);
    bool readRows(const Options &options, store::RowReader &reader, Asked &asked);
    void make(std::shared_ptr<Asked> asked);

    std::stop_source m_stop;
    bool m_isMaking = false;
};

} // namespace linnet::cli
