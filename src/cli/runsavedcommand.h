// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/runcommand.h"
#include "session/saved/savedsearch.h"

#include <QJsonObject>

namespace linnet::cli {

/// linnet-cli run: asks again what a saved search of a project asks, as a new run of it.
class RunSavedCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit RunSavedCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("run"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    int statusOfUnopened(const Error &error) const override;
    Result<qint64> writeRows(store::RunId run) override;
    void amend(QJsonObject &summary) const override;
    bool hasResult(qint64 rows) const override { return rows > 0 || m_hasRows; }

private:
    /// A saved search and what the project knows of its runs.
    struct Wanted
    {
        session::SavedSearch search;
        std::optional<store::RunInfo> last; ///< its newest run
    };
    static Result<Wanted> find(const QString &project, const QString &nameOrNumber);
    Result<OutputOptions> outputOf(const Options &options, const Wanted &wanted);
    bool isDue(const Wanted &wanted);
    void begin(const QString &project, const Wanted &wanted);
    const table::Schema &outputSchema(const QString &kind) const;

    bool m_onlyNew = false;
    bool m_hasRows = false; ///< the run, whether anything of it is new or not
    QJsonObject m_changes;  ///< counts of what is new, by code
};

} // namespace linnet::cli
