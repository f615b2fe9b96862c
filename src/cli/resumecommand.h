// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/runcommand.h"

namespace linnet::cli {

/// linnet-cli resume: goes on with the last unfinished run of a project, at its own pace, or asks again what
/// failed in the last run with failures.
class ResumeCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit ResumeCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("resume"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    int statusOfUnopened(const Error &error) const override;

private:
    void resume();
    void retry(store::RunId run);
    void followIfGood(const Result<session::RunHandle *> &handle);
};

} // namespace linnet::cli
