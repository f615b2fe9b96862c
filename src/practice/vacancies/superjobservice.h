// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/faultplan.h"
#include "practice/http/router.h"
#include "practice/vacancies/catalogue.h"

namespace linnet::practice {

/// SuperJob's API below /superjob over the same catalogue, with its habits: no answer without a key,
/// whichever it is; no path without a slash at its end; `more` beside `total`, and no more than 500 of a
/// list. Of places it knows the two capitals by their numbers.
class SuperjobService
{
public:
    /// The arguments outlive the service; `base` without a slash at the end.
    SuperjobService(Catalogue &catalogue, const FaultPlan &faults, const QString &base);

    void addRoutes(Router &router);

private:
    HttpResponse list(const HttpRequest &request);
    const QByteArray &record(const InventedVacancy &vacancy);
    std::vector<const InventedVacancy *> find(const HttpRequest &request) const;

    Catalogue &m_catalogue;
    const FaultPlan &m_faults;
    QString m_base;
    std::vector<QByteArray> m_records; ///< by running number - 1; empty until somebody asks
};

} // namespace linnet::practice
