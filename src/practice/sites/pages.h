// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/router.h"
#include "practice/vacancies/catalogue.h"

#include <QCoreApplication>

#include <functional>

namespace linnet::practice {

/// What a browser sees of the practice service: a front page, one readable page per vacancy, and the captcha.
class Pages
{
    Q_DECLARE_TR_FUNCTIONS(linnet::practice::Pages)

public:
    /// `captchaPassed` is called when somebody visits the captcha's page.
    Pages(const Catalogue &catalogue, std::function<void()> captchaPassed);

    void addRoutes(Router &router);

private:
    HttpResponse front() const;
    HttpResponse vacancy(const QString &id) const;
    HttpResponse application(const HttpRequest &request) const;
    HttpResponse employer(const QString &id) const;
    HttpResponse captcha(const HttpRequest &request) const;

    const Catalogue &m_catalogue;
    std::function<void()> m_captchaPassed;
};

} // namespace linnet::practice
