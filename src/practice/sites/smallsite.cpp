// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/smallsite.h"

#include "practice/sites/endlesspages.h"

#include <QFile>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char Cookie[] = "visit=practice";

HttpResponse message(int status, const QString &title)
{
    return HttpResponse::html(
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
        "</head><body><h1>%1</h1></body></html>\n"_s.arg(title),
        status);
}

HttpResponse redirect(int status, const QByteArray &location)
{
    HttpResponse response = HttpResponse::redirect(location);
    response.status = status;
    return response;
}

QByteArray contentType(const QString &path)
{
    static const QHash<QString, QByteArray> types{
        {u"html"_s, "text/html; charset=UTF-8"},
        {u"css"_s, "text/css"},
        {u"js"_s, "text/javascript"},
        {u"png"_s, "image/png"},
        {u"wav"_s, "audio/wav"},
        {u"pdf"_s, "application/pdf"},
        {u"csv"_s, "text/csv"},
        {u"xml"_s, "application/xml"},
        {u"txt"_s, "text/plain"},
    };
    if (path.endsWith("/charset/cyrillic.html"_L1))
        return "text/html; charset=windows-1251";
    return types.value(path.section(u'.', -1));
}

/// The same server as another host.
QByteArray otherName(const QByteArray &base)
{
    constexpr QByteArrayView loopback = "http://127.0.0.1:";
    return base.startsWith(loopback) ? "http://localhost:" + base.sliced(loopback.size())
                                     : QByteArray(base).replace("http://", "http://mirror.");
}

QString fileName(const QString &path)
{
    if (path == "/robots.txt"_L1)
        return u"/site/robots.txt"_s;
    if (path == u"/site/маяк.html")
        return u"/site/lighthouse-ru.html"_s;
    return path.endsWith(u'/') ? path + "index.html"_L1 : path;
}

} // namespace

SmallSite::SmallSite(const QString &base, bool isLater)
    : m_base(base.toLatin1())
    , m_otherName(otherName(m_base))
{
    addFailures();
    addRedirects();
    addLogins();
    if (isLater)
        moveOn();
}

void SmallSite::addFailures()
{
    m_special[u"/site/removed.html"_s] = [](const auto &) { return message(410, u"Gone"_s); };
    m_special[u"/site/failing.html"_s] = [](const auto &) { return message(500, u"The pump is broken"_s); };
    m_special[u"/site/refused.html"_s] = [](const auto &) {
        HttpResponse response = message(403, u"Just a moment..."_s);
        response.server = "cloudflare";
        response.addHeader("cf-mitigated", "challenge");
        return response;
    };
    m_special[u"/site/busy.html"_s] = [](const auto &) {
        HttpResponse response = message(429, u"Too many visitors"_s);
        response.addHeader("Retry-After", "1");
        return response;
    };
    m_special[u"/site/quiet.html"_s] = [this](const HttpRequest &request) {
        HttpResponse response = file(request.path);
        response.addHeader("X-Robots-Tag", "noindex");
        return response;
    };
    m_special[u"/site/slow.html"_s] = [this](const HttpRequest &request) {
        HttpResponse response = file(request.path);
        response.delay = std::chrono::milliseconds(1500);
        return response;
    };
    m_special[u"/site/flaky.html"_s] = [this](const auto &) { return flaky(); };
}

void SmallSite::addRedirects()
{
    m_special[u"/site"_s] = [](const auto &) { return redirect(301, "/site/"); };
    m_special[u"/site/moved/1"_s] = [](const auto &) { return redirect(301, "2"); };
    m_special[u"/site/moved/2"_s] = [](const auto &) { return redirect(302, "/site/moved/3"); };
    m_special[u"/site/moved/3"_s] = [this](const auto &) {
        return redirect(308, m_base + "/site/guide/start.html");
    };
    m_special[u"/site/loop/a"_s] = [](const auto &) { return redirect(302, "b"); };
    m_special[u"/site/loop/b"_s] = [](const auto &) { return redirect(302, "a"); };
}

void SmallSite::addLogins()
{
    const auto members = [this](const HttpRequest &request) {
        if (request.header("authorization") == "Basic " + QByteArray("practice:practice").toBase64())
            return file(request.path);
        HttpResponse response = message(401, u"Members only"_s);
        response.addHeader("WWW-Authenticate",
                           "Basic realm=\"Members of the practice site\", charset=\"UTF-8\"");
        return response;
    };
    const auto account = [this](const HttpRequest &request) {
        const QList<QByteArray> cookies = request.header("cookie").split(';');
        for (const QByteArray &cookie : cookies) {
            if (cookie.trimmed() == Cookie)
                return file(request.path);
        }
        return redirect(302, "/site/login.html");
    };
    for (const QString &page : {u""_s, u"list.html"_s})
        m_special[u"/site/members/"_s + page] = members;
    for (const QString &page : {u""_s, u"letters.html"_s})
        m_special[u"/site/account/"_s + page] = account;
    m_special[u"/site/login/enter"_s] = [](const HttpRequest &request) {
        if (request.body != "name=practice&password=practice")
            return redirect(303, "/site/login.html");
        HttpResponse response = redirect(303, "/site/account/");
        response.addHeader("Set-Cookie", QByteArray(Cookie) + "; Path=/site/; HttpOnly");
        return response;
    };
}

/// A page that was missing is there, two others are not; one has another title, and there is a new one.
void SmallSite::moveOn()
{
    const auto changed = [this](const char *before, const char *now) {
        return [this, before, now](const HttpRequest &request) {
            HttpResponse response = file(request.path);
            response.body.replace(before, now);
            return response;
        };
    };
    m_special[u"/site/missing.html"_s] = [this](const auto &) { return file(u"/site/guide/start.html"_s); };
    for (const QString &page : {u"twins/east.html"_s, u"files/tides.csv"_s})
        m_special[u"/site/"_s + page] = [](const auto &) { return message(404, u"Not found"_s); };
    m_special[u"/site/"_s] = changed("<li><a href=\"long.html\">",
                                     "<li><a href=\"news.html\">News</a></li>\n<li><a href=\"long.html\">");
    m_special[u"/site/news.html"_s] = [](const auto &) { return message(200, u"News of the islands"_s); };
    m_special[u"/site/gallery.html"_s] = changed("<title>", "<title>New: ");
}

std::optional<HttpResponse> SmallSite::answer(const HttpRequest &request)
{
    if (request.path != "/robots.txt"_L1 && request.path != "/site"_L1 &&
        !request.path.startsWith("/site/"_L1))
        return std::nullopt;
    const bool login = request.method == "POST" && request.path == "/site/login/enter"_L1;
    if (request.method != "GET" && request.method != "HEAD" && !login)
        return message(405, u"Method Not Allowed"_s);
    if (const auto handler = m_special.constFind(request.path); handler != m_special.constEnd())
        return (*handler)(request);
    if (std::optional<HttpResponse> endless = EndlessPages::answer(request))
        return endless;
    return file(request.path);
}

HttpResponse SmallSite::flaky()
{
    ++m_flakyAsked;
    return m_flakyAsked % 3 == 0 ? file(u"/site/flaky.html"_s) : message(503, u"The bridge shakes"_s);
}

HttpResponse SmallSite::file(const QString &path) const
{
    const QString name = fileName(path);
    QFile in(u":/practice"_s + name);
    if (name.contains(".."_L1) || !in.open(QIODevice::ReadOnly))
        return message(404, u"Not found"_s);
    HttpResponse response;
    response.contentType = contentType(name);
    response.body = in.readAll();
    response.body.replace("@BASE@", m_base).replace("@OTHER@", m_otherName);
    return response;
}

} // namespace linnet::practice
