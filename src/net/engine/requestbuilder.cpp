// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/requestbuilder.h"

#include "net/rules/redirectpolicy.h"

#include <algorithm>

namespace linnet::net {

namespace {

bool isField(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

void addHeaders(QNetworkRequest &result, const Task &task)
{
    const Request &request = task.request();
    for (const auto &[name, value] : request.headers) {
        // To a proxy only the engine speaks; in a request this field would reach the origin.
        if (isField(name, "proxy-authorization"))
            continue;
        if (!task.leftOrigin || RedirectPolicy::mayCrossOrigins(name))
            result.setRawHeader(name, value);
    }
    if (task.leftOrigin)
        return;
    if (!request.bearer.isEmpty() && !request.bearerField.isEmpty())
        result.setRawHeader(request.bearerField, request.bearer);
    else if (!request.bearer.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + request.bearer);
    else if (!request.url.userName().isEmpty() && !result.hasRawHeader("Authorization"))
        result.setRawHeader("Authorization", basicLogin(request.url.userInfo(QUrl::FullyEncoded).toLatin1()));
}

} // namespace

QNetworkRequest buildRequest(const Task &task, const QByteArray &userAgent, std::chrono::seconds keepAlive)
{
    QNetworkRequest result(task.url());
    const Request &request = task.request();
    addHeaders(result, task);
    result.setRawHeader("User-Agent", userAgent);
    if (request.method == Method::Post)
        result.setRawHeader("Content-Type",
                            request.isAskedOnce() ? "application/x-www-form-urlencoded" : "application/json");
    // Left alone, Qt would send the system's language to everybody.
    if (!result.hasRawHeader("Accept-Language"))
        result.setRawHeader("Accept-Language", "*");
    // Naming a coding switches Qt's own unpacking off: it knows no limit.
    result.setRawHeader("Accept-Encoding", request.toFile.isEmpty() ? "gzip" : "identity");
    if (!request.toFile.isEmpty()) {
        const HeaderFields rest = BodyFile(request.toFile).ask();
        for (const auto &[name, value] : rest)
            result.setRawHeader(name, value);
    }
    // Certificates name hosts without the dot of the root.
    if (const QString host = task.url().host(QUrl::EncodeUnicode); host.endsWith(u'.'))
        result.setPeerVerifyName(host.chopped(1));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                        int(keepAlive.count()));
    return result;
}

} // namespace linnet::net
