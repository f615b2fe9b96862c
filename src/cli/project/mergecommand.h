// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "session/session.h"

#include <memory>
#include <stop_token>

namespace linnet::cli {

/// linnet-cli merge: two projects as one.
class MergeCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("merge"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    void onMerged(const Result<qint64> &added, const QString &path);

    std::stop_source m_stop;
    std::unique_ptr<session::Session> m_session; ///< compares the ads of both
};

} // namespace linnet::cli
