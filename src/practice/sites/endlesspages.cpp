// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/endlesspages.h"

#include <QCryptographicHash>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LastYear = 9999;

HttpResponse endlessPage(const QString &title, const QString &body)
{
    return HttpResponse::html(
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
        "<meta name=\"description\" content=\"Endless: %1.\"></head><body><h1>%1</h1>%2</body>"
        "</html>\n"_s.arg(title, body));
}

std::optional<HttpResponse> calendar(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() != 4)
        return std::nullopt;
    const int year = parts[2].toInt();
    const int month = parts[3].toInt();
    if (year < 1 || year > LastYear || month < 1 || month > 12)
        return std::nullopt;
    const auto address = [](int months) {
        return u"/site/calendar/%1/%2"_s.arg(months / 12, 4, 10, QChar(u'0'))
            .arg(months % 12 + 1, 2, 10, QChar(u'0'));
    };
    const int months = year * 12 + month - 1;
    constexpr int first = 2026 * 12 + 10;
    QString links = u"<a href=\"%1\">Month after</a>"_s.arg(address(months + 1));
    if (months > first)
        links.prepend(u"<a href=\"%1\">Month before</a> "_s.arg(address(months - 1)));
    return endlessPage(u"Calendar %1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0')),
                       u"<p>%1</p>"_s.arg(links));
}

} // namespace

std::optional<HttpResponse> EndlessPages::answer(const HttpRequest &request)
{
    if (request.path.startsWith("/site/calendar/"_L1))
        return calendar(request.path);
    if (request.path.startsWith("/site/growing/"_L1) && request.path.endsWith(u'/'))
        return endlessPage(u"Growing path %1"_s.arg(request.path.count(u'/') - 3),
                           u"<p><a href=\"more/\">More of it</a></p>"_s);
    if (request.path == "/site/visit.html"_L1) {
        const QByteArray visit = request.parameter(u"sid"_s).toUtf8();
        const QByteArray next = QCryptographicHash::hash(visit, QCryptographicHash::Md5).toHex();
        return endlessPage(
            u"Visitor %1"_s.arg(QString::fromUtf8(visit.left(6)).toHtmlEscaped()),
            u"<p><a href=\"visit.html?sid=%1\">Come again</a></p>"_s.arg(QLatin1StringView(next)));
    }
    return std::nullopt;
}

} // namespace linnet::practice
