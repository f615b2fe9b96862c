// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "checks/comparison.h"
#include "checks/redirectmap.h"
#include "cli/runcommand.h"

#include <QHash>

#include <array>
#include <optional>

namespace linnet::cli {

/// linnet-cli check: is each address alive, how fast, what does it say.
class CheckCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit CheckCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("check"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    store::RowQuery query(store::RunId run) const override;
    RowOutput::Arrange arrangement(store::RunId run) const override;
    void amend(std::vector<store::WorkFailure> &failures) const override;
    void amend(QJsonObject &summary) const override;
    Result<qint64> writeRows(store::RunId run) override;
    bool isAsAsked() const override;
    void conclude() override;

private:
    void addOptions(Options &options) const;
    Result<checks::CheckSpec> readSpec(const Options &options) const;
    Result<checks::CheckInput> readInput(const Options &options) const;
    /// Also the map, when there is one; BadValue for what does not go with it.
    Result<checks::CheckInput> readRedirects(const Options &options);
    void tellInput(const checks::CheckInput &input);
    checks::Comparison comparison() const;
    Result<void> arrange(store::RowReader &reader, store::RunId run, store::IdVector &ids) const;

    checks::CheckSpec m_spec;
    QHash<QString, qsizetype> m_arguments; ///< places of the addresses that stand on no line
    std::optional<checks::RedirectMap> m_redirects;
    std::array<qint64, checks::RedirectVerdicts> m_verdicts{}; ///< how often each was given
};

} // namespace linnet::cli
