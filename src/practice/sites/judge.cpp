// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/judge.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "x-forwarded-for" as servers like to show it: X-Forwarded-For.
QString titleCased(const QByteArray &name)
{
    QString text = QString::fromLatin1(name);
    bool first = true;
    for (QChar &letter : text) {
        letter = first ? letter.toUpper() : letter;
        first = letter == u'-';
    }
    return text;
}

/// The way the request says it took, the last station being the address that called here.
QString originOf(const HttpRequest &request)
{
    const QString told = QString::fromLatin1(request.header("x-forwarded-for"));
    return told.isEmpty() ? request.peer : told + u", "_s + request.peer;
}

HttpResponse answerJson(const HttpRequest &request, const QString &base)
{
    QJsonObject args;
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded))
        args.insert(name, value);
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(titleCased(name), QString::fromLatin1(value));
    return HttpResponse::json(QJsonObject{{u"args"_s, args},
                                          {u"headers"_s, headers},
                                          {u"origin"_s, originOf(request)},
                                          {u"url"_s, base + QString::fromLatin1(request.target)}});
}

HttpResponse answerAzenv(const HttpRequest &request)
{
    const QString uri = QString::fromLatin1(request.target);
    QString text = u"<html><head><title>AZ Environment variables 1.04</title></head><body><pre>\n"_s;
    text += u"REMOTE_ADDR = %1\nREQUEST_METHOD = %2\nREQUEST_URI = %3\nQUERY_STRING = %4\n"_s.arg(
        request.peer, QString::fromLatin1(request.method), uri, uri.section(u'?', 1));
    for (const auto &[name, value] : request.headers)
        text += u"HTTP_%1 = %2\n"_s.arg(QString::fromLatin1(name.toUpper()).replace(u'-', u'_'),
                                        QString::fromLatin1(value));
    return HttpResponse::html(text + u"</pre></body></html>\n"_s);
}

} // namespace

void addJudgeRoutes(Router &router, const QString &base)
{
    router.add(u"judge"_s, {},
               [base](const HttpRequest &request, const QStringList &) { return answerJson(request, base); });
    router.add(u"azenv"_s, {},
               [](const HttpRequest &request, const QStringList &) { return answerAzenv(request); });
}

} // namespace linnet::practice
