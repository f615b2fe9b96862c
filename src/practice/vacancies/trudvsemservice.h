// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/faultplan.h"
#include "practice/http/router.h"
#include "practice/vacancies/catalogue.h"

namespace linnet::practice {

/// Trudvsem's API over the same catalogue, with its habits: `offset` is a page number, weak matches, 200 for
/// almost everything, and no `vacancies` key in an empty answer.
class TrudvsemService
{
public:
    /// The arguments outlive the service; `base` without a slash at the end.
    TrudvsemService(Catalogue &catalogue, const FaultPlan &faults, const QString &base);

    void addRoutes(Router &router);

private:
    const QByteArray &record(const InventedVacancy &vacancy);
    HttpResponse list(const HttpRequest &request, const QString &region);
    HttpResponse single(const QString &id);
    std::vector<const InventedVacancy *> find(const QString &text, const QString &region,
                                              const QDateTime &from, const QDateTime &to) const;

    Catalogue &m_catalogue;
    const FaultPlan &m_faults;
    QString m_base;
    std::vector<QByteArray> m_records; ///< by running number - 1; empty until somebody asks
};

} // namespace linnet::practice
