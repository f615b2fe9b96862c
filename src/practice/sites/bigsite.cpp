// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/bigsite.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

QList<int> BigSite::linksOf(int number)
{
    QList<int> links;
    links.reserve(LinksPerPage);
    for (int i = 1; i <= LinksPerPage; ++i) {
        const qint64 child = qint64(number) * LinksPerPage + i;
        // A stride prime to the number of pages never meets the same page twice within so few steps.
        constexpr qint64 stride = 7919;
        links.append(int(child < PageCount ? child : (qint64(number) * 31 + i * stride) % PageCount));
    }
    return links;
}

std::optional<HttpResponse> BigSite::answer(const HttpRequest &request)
{
    constexpr QByteArrayView prefix = "/big/";
    if (!request.target.startsWith(prefix))
        return std::nullopt;
    bool ok = false;
    const QByteArray digits = request.target.sliced(prefix.size());
    const int number = digits.toInt(&ok);
    HttpResponse response;
    response.contentType = "text/html; charset=UTF-8";
    if (!ok || number < 0 || number >= PageCount || QByteArray::number(number) != digits) {
        response.status = 404;
        response.body = "<!DOCTYPE html><title>Not found</title>";
        return response;
    }
    response.body.reserve(1024);
    response.body += "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page " +
                     digits + "</title><meta name=\"description\" content=\"Generated page " + digits +
                     ".\"></head>\n<body><h1>Page " + digits + "</h1>\n<ul>\n";
    for (const int link : linksOf(number)) {
        const QByteArray name = QByteArray::number(link);
        response.body += "<li><a href=\"/big/" + name + "\">Page " + name + "</a></li>\n";
    }
    response.body += "</ul></body></html>\n";
    return response;
}

} // namespace linnet::practice
