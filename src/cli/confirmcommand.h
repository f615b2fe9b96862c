// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/storedrunoptions.h"
#include "cli/runcommand.h"
#include "session/changes/confirmrun.h"

namespace linnet::cli {

/// "linnet-cli compare --confirm": asks for the ads that a comparison misses, as a run of the project.
class ConfirmCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit ConfirmCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("compare"); }
    QString summary() const override { return {}; }
    void start(const QStringList &) override {} ///< CompareCommand reads the options
    /// Ends with finished().
    void begin(const QString &project, session::RunParams params, const OutputOptions &output,
               StoredRunOptions options);

protected:
    void amend(QJsonObject &summary) const override;
    void conclude() override;
    int statusOfUnopened(const Error &error) const override { return statusOfUnreadable(error); }

private:
    session::Confirmed confirmed() const;

    store::RunId m_run = 0;
};

} // namespace linnet::cli
