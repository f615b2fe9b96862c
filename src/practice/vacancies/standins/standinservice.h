// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/faultplan.h"
#include "practice/http/router.h"
#include "practice/vacancies/catalogue.h"
#include "practice/vacancies/standins/standin.h"

namespace linnet::practice {

/// Plays one stand-in over the catalogue, with the faults of the others.
class StandInService
{
public:
    /// The arguments outlive the service.
    StandInService(const StandIn &standIn, Catalogue &catalogue, const FaultPlan &faults);

    void addRoutes(Router &router);

private:
    HttpResponse list(const HttpRequest &request);
    HttpResponse file(const HttpRequest &request, QByteArray body) const;
    HttpResponse single(const QString &id);
    const QByteArray &record(const InventedVacancy &vacancy);

    const StandIn &m_standIn;
    Catalogue &m_catalogue;
    const FaultPlan &m_faults;
    std::vector<QByteArray> m_records; ///< by running number - 1; empty until somebody asks
};

} // namespace linnet::practice
