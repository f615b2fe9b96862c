// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/runcommand.h"
#include "vacancies/search/querylist.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/vacancysource.h"

namespace linnet::cli {

/// linnet-cli vacancies: a search, its details, and the rows.
class VacanciesCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit VacanciesCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("vacancies"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    store::RowQuery query(store::RunId run) const override;
    QMap<QString, qint64> leftOut(store::RunId run) const override;

private:
    void addOptions(Options &options) const;
    bool takeList(vacancies::SearchSpec &spec, vacancies::QueryList &list);
    Result<vacancies::SearchSpec> readSpec(const Options &options) const;
    static Result<QHash<QString, QUrl>> readBases(const Options &options, const QStringList &sources);
    Result<QStringList> readAreas(const Options &options, const vacancies::VacancySource &source,
                                  bool alone) const;
    Result<vacancies::Query> readQuery(const Options &options) const;

    bool m_onlyComplete = false;
    bool m_isPlanOfList = false;
};

} // namespace linnet::cli
