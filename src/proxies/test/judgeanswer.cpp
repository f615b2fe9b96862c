// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/test/judgeanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Argument = "linnet"_L1;

/// Fields that only proxies add.
constexpr std::array Telling{"via"_L1,
                             "forwarded"_L1,
                             "x-forwarded-for"_L1,
                             "x-forwarded-proto"_L1,
                             "x-real-ip"_L1,
                             "client-ip"_L1,
                             "x-client-ip"_L1,
                             "x-proxy-id"_L1,
                             "x-proxy-connection"_L1,
                             "proxy-connection"_L1,
                             "x-bluecoat-via"_L1,
                             "x-cache"_L1,
                             "surrogate-capability"_L1};

QString headerKey()
{
    return QString::fromLatin1(JudgeAnswer::MarkerHeader).toLower();
}

JudgeAnswer readJson(const QJsonObject &object, const QString &marker)
{
    JudgeAnswer answer;
    const QJsonObject headers = object["headers"_L1].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        answer.headers.insert(header.key().toLower(), header->toString());
    const bool echoed =
        object["args"_L1][Argument].toString() == marker && answer.headers.take(headerKey()) == marker;
    if (!echoed)
        answer.fault = net::ProxyFault::NotEchoed;
    // "client, proxy": the last one is who called.
    answer.exitAddress = object["origin"_L1].toString().section(u',', -1).trimmed();
    if (answer.headers.value(u"x-forwarded-for"_s).isEmpty() && object["origin"_L1].toString().contains(u','))
        answer.headers.insert(u"x-forwarded-for"_s, object["origin"_L1].toString());
    return answer;
}

JudgeAnswer readAzenv(const QString &text, const QString &marker)
{
    JudgeAnswer answer;
    QString query;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype sign = line.indexOf(" = "_L1);
        const QString name = line.left(std::max<qsizetype>(0, sign));
        const bool variable = sign > 0 && std::ranges::all_of(name, [](QChar c) {
                                  return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
                              });
        const QString value = line.mid(sign + 3).trimmed();
        if (!variable)
            answer.frame.append(line.trimmed());
        else if (name == "REMOTE_ADDR"_L1)
            answer.exitAddress = value;
        else if (name == "QUERY_STRING"_L1 || name == "REQUEST_URI"_L1)
            query += u'&' + value;
        else if (name.startsWith("HTTP_"_L1))
            answer.headers.insert(name.sliced(5).toLower().replace(u'_', u'-'), value);
    }
    const bool echoed =
        query.contains(Argument + u'=' + marker) && answer.headers.take(headerKey()) == marker;
    if (!echoed)
        answer.fault = net::ProxyFault::NotEchoed;
    return answer;
}

} // namespace

QLatin1StringView anonymityCode(Anonymity anonymity)
{
    static constexpr std::array Codes{""_L1, "transparent"_L1, "anonymous"_L1, "elite"_L1};
    return Codes[size_t(std::to_underlying(anonymity))];
}

QUrl JudgeAnswer::marked(const QUrl &judge, const QByteArray &marker)
{
    QUrlQuery query(judge);
    query.addQueryItem(Argument, QString::fromLatin1(marker));
    QUrl url = judge;
    url.setQuery(query);
    return url;
}

JudgeAnswer JudgeAnswer::read(const QByteArray &body, const QByteArray &marker)
{
    const QString wanted = QString::fromLatin1(marker);
    const QByteArray trimmed = body.trimmed();
    if (trimmed.startsWith('{')) {
        const QJsonDocument document = QJsonDocument::fromJson(trimmed);
        if (document.isObject())
            return readJson(document.object(), wanted);
    }
    JudgeAnswer answer = readAzenv(QString::fromUtf8(body), wanted);
    // The judge's words are in it, but it is no answer of a judge any more.
    if (answer.fault != net::ProxyFault::None && body.contains(marker))
        answer.fault = net::ProxyFault::Changed;
    return answer;
}

JudgeAnswer JudgeAnswer::read(const QByteArray &body, const QByteArray &marker, const JudgeAnswer &baseline)
{
    JudgeAnswer answer = read(body, marker);
    if (answer.fault == net::ProxyFault::None && answer.frame != baseline.frame)
        answer.fault = net::ProxyFault::Changed;
    return answer;
}

Anonymity JudgeAnswer::anonymity(const JudgeAnswer &baseline) const
{
    if (exitAddress.isEmpty())
        return Anonymity::Unknown;
    const QString &own = baseline.exitAddress;
    const auto names = [&own](const QString &text) {
        const QStringList words = QString(text)
                                      .replace(u',', u' ')
                                      .replace(u';', u' ')
                                      .replace(u'=', u' ')
                                      .split(u' ', Qt::SkipEmptyParts);
        return words.contains(own);
    };
    // A field that we send ourselves, or that stands before the judge for everybody, tells nothing.
    const auto isNew = [&](const QString &name) {
        return baseline.headers.value(name) != headers.value(name);
    };
    const bool told = std::any_of(headers.keyBegin(), headers.keyEnd(), [&](const QString &name) {
        return isNew(name) && name != "host"_L1 && names(headers.value(name));
    });
    if (exitAddress == own || told)
        return Anonymity::Transparent;
    const bool proxied = std::ranges::any_of(
        Telling, [&](QLatin1StringView name) { return headers.contains(name) && isNew(name); });
    return proxied ? Anonymity::Anonymous : Anonymity::Elite;
}

} // namespace linnet::proxies
