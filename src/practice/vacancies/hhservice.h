// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/faultplan.h"
#include "practice/http/router.h"
#include "practice/vacancies/catalogue.h"
#include "practice/vacancies/hhjson.h"

#include <QElapsedTimer>

namespace linnet::practice {

/// hh's API over the catalogue. Everything that can be is rendered beforehand, so that answering one client
/// does not hold up the clock of another.
class HhService
{
public:
    /// The arguments outlive the service; `base` without a slash at the end.
    HhService(Catalogue &catalogue, const FaultPlan &faults, const QString &base);

    void addRoutes(Router &router);

    /// The answer to a request without a usable User-Agent or token; nothing when it may pass.
    std::optional<HttpResponse> refuse(const HttpRequest &request, RouteRules rules) const;

private:
    HttpResponse list(const HttpRequest &request);
    HttpResponse detail(const QString &id);
    const QByteArray &listed(const InventedVacancy &vacancy);
    const QByteArray &detailed(const InventedVacancy &vacancy);
    HttpResponse me(const HttpRequest &request) const;
    HttpResponse grant(const HttpRequest &request);
    HttpResponse suggestTitles(const HttpRequest &request) const;
    HttpResponse suggestAreas(const HttpRequest &request) const;
    HttpResponse suggestCompanies(const HttpRequest &request) const;
    std::optional<HttpResponse> refuseAgent(const HttpRequest &request) const;
    HttpResponse listPage(const HttpRequest &request, const std::vector<const InventedVacancy *> &found,
                          int page, int perPage);
    void sort(std::vector<const InventedVacancy *> &found, const QString &order) const;

    Catalogue &m_catalogue;
    const FaultPlan &m_faults;
    QString m_base;
    int m_deepest; ///< so many of a list can be reached
    HhJson m_json;
    QElapsedTimer m_granted;          ///< since a token was given
    std::vector<QByteArray> m_listed; ///< by running number - 1; empty until somebody asks
    std::vector<QByteArray> m_detailed;
    QByteArray m_dictionaries;
    QByteArray m_areas;
    QByteArray m_roles;
    std::array<QByteArray, 2> m_industries; ///< Russian, English
};

} // namespace linnet::practice
