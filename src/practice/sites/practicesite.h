// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/guise.h"
#include "practice/sites/pages.h"
#include "practice/sites/smallsite.h"
#include "practice/vacancies/hhservice.h"
#include "practice/vacancies/standins/standinservice.h"
#include "practice/vacancies/superjobservice.h"
#include "practice/vacancies/trudvsemservice.h"

#include <deque>

namespace linnet::practice {

/// Everything that one practice server serves: finds the route and lets faults happen. Lives in the server's
/// thread.
class PracticeSite
{
public:
    /// `address` is the server's, without a slash at the end.
    PracticeSite(const QList<Fault> &faults, const QString &address, const Guise &guise = {});

    HttpResponse answer(const HttpRequest &request);
    /// Whether it is for one of the APIs, whose requests are watched and meet faults.
    bool isApi(const HttpRequest &request) const;

private:
    HttpResponse answerApi(const HttpRequest &request, const Route &route, const QStringList &captures);
    HttpResponse captchaRequired() const;

    QString m_base;
    FaultPlan m_faults;
    Catalogue m_catalogue;
    HhService m_hh;
    TrudvsemService m_trudvsem;
    SuperjobService m_superjob;
    std::deque<StandInService> m_standIns;
    Pages m_pages;
    SmallSite m_smallSite;
    Router m_router;
    int m_captchas = 1; ///< makes each captcha's address its own
};

} // namespace linnet::practice
