// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "practice/server/practiceserver.h"

#include <memory>

namespace linnet::cli {

/// linnet-cli practice: the practice server until it is interrupted, or the sample project as a file.
class PracticeCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("practice"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    Result<void> writeSample(const QString &path) const;

    std::unique_ptr<practice::PracticeServer> m_server;
};

} // namespace linnet::cli
