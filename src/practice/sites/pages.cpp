// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/pages.h"

#include <QUrl>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// `title` is plain text, `body` HTML.
HttpResponse page(const QString &title, const QString &body, int status = 200)
{
    return HttpResponse::html(
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>"
        "<style>body{font-family:sans-serif;max-width:44em;margin:2em auto;padding:0 1em;"
        "line-height:1.5}.muted{color:#667085}</style></head>\n"
        "<body><h1>%1</h1>\n%2\n</body></html>\n"_s.arg(title.toHtmlEscaped(), body),
        status);
}

QString paragraph(const QString &text)
{
    return u"<p class=\"muted\">%1</p>"_s.arg(text.toHtmlEscaped());
}

QString amount(const std::optional<int> &value)
{
    return value ? QString::number(*value) : u"…"_s;
}

} // namespace

Pages::Pages(const Catalogue &catalogue, std::function<void()> captchaPassed)
    : m_catalogue(catalogue)
    , m_captchaPassed(std::move(captchaPassed))
{
}

void Pages::addRoutes(Router &router)
{
    router.add(u"/"_s, {}, [this](const auto &, const auto &) { return front(); });
    router.add(u"/vacancy/{}"_s, {},
               [this](const auto &, const QStringList &captures) { return vacancy(captures[0]); });
    router.add(u"/vacancy/card/{}/{}"_s, {},
               [this](const auto &, const QStringList &captures) { return vacancy(captures[1]); });
    router.add(u"/employer/{}"_s, {},
               [this](const auto &, const QStringList &captures) { return employer(captures[0]); });
    router.add(u"/applicant/vacancy_response"_s, {},
               [this](const HttpRequest &request, const auto &) { return application(request); });
    router.add(u"/account/captcha"_s, {},
               [this](const HttpRequest &request, const auto &) { return captcha(request); });
}

HttpResponse Pages::front() const
{
    return page(tr("Practice server"),
                paragraph(tr("Everything here is invented: vacancies, employers and addresses. "
                             "Search it as you would search a real service.")) +
                    u"<ul><li><a href=\"/vacancies?per_page=5\">/vacancies</a></li>"
                    "<li><a href=\"/api/v1/vacancies?limit=5\">/api/v1/vacancies</a></li>"
                    "<li><a href=\"/dictionaries\">/dictionaries</a></li>"
                    "<li><a href=\"/site/\">/site/</a></li><li><a href=\"/big/0\">/big/0</a></li></ul>"_s);
}

HttpResponse Pages::vacancy(const QString &id) const
{
    const InventedVacancy *vacancy = m_catalogue.find(id);
    if (vacancy == nullptr)
        return page(tr("No such vacancy"), paragraph(tr("It may have been removed.")), 404);
    QString body = paragraph(vacancy->employerName() + u" · "_s + vacancy->city->name);
    if (vacancy->salary) {
        body += paragraph(u"%1 – %2 %3"_s.arg(amount(vacancy->salary->from), amount(vacancy->salary->to),
                                              vacancy->salary->currency));
    }
    body += vacancy->description;
    if (!vacancy->skills.isEmpty())
        body += paragraph(vacancy->skills.join(u", "));
    body += paragraph(tr("An invented advertisement for practice."));
    return page(vacancy->name, body);
}

HttpResponse Pages::application(const HttpRequest &request) const
{
    const InventedVacancy *vacancy = m_catalogue.find(request.parameter(u"vacancyId"_s));
    if (vacancy == nullptr)
        return page(tr("No such vacancy"), paragraph(tr("It may have been removed.")), 404);
    return page(vacancy->name,
                paragraph(tr("This vacancy is invented, so nobody reads applications to it.")) +
                    u"<p><a href=\"/vacancy/%1\">%2</a></p>"_s.arg(
                        vacancy->id, tr("To the advertisement").toHtmlEscaped()));
}

HttpResponse Pages::employer(const QString &id) const
{
    for (const Employer &employer : m_catalogue.words().employers) {
        if (employer.id == id)
            return page(employer.name, paragraph(tr("An invented employer for practice.")));
    }
    return page(tr("No such employer"), {}, 404);
}

HttpResponse Pages::captcha(const HttpRequest &request) const
{
    m_captchaPassed();
    QString body =
        paragraph(tr("Thank you. A real service would have shown a picture here; on this practice server "
                     "the visit is enough. Requests are answered again."));
    const QUrl back(request.parameter(u"backurl"_s), QUrl::StrictMode);
    if (back.isValid() && (back.scheme() == "http"_L1 || back.scheme() == "https"_L1)) {
        body += u"<p><a href=\"%1\">%2</a></p>"_s.arg(back.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                                      tr("Back").toHtmlEscaped());
    }
    return page(tr("Captcha passed"), body);
}

} // namespace linnet::practice
