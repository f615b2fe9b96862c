// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/superjob/superjobjudge.h"

#include "vacancies/jsonread.h"

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The source's own words about an error; null texts when there are none.
struct SuperjobError
{
    QString type; ///< "app_key_required"
    QString message;
    QString reason; ///< of a block: "client_blocked"

    bool isOwn() const { return !type.isNull() || !message.isNull() || !reason.isNull(); }
    bool isAboutKey() const
    {
        return type.startsWith("app_key"_L1) || message.contains(u"приложени", Qt::CaseInsensitive);
    }
    QString detail() const
    {
        QStringList parts{type, message, reason};
        parts.removeAll(QString());
        return parts.join(u", ");
    }
};

SuperjobError errorOf(const QByteArray &body)
{
    const auto root = json::object(body);
    const QJsonObject error = root ? root->value("error"_L1).toObject() : QJsonObject();
    const auto said = [](const QJsonValue &value) { return json::text(value).left(300); };
    const QJsonValue block = error.value("errors"_L1).toArray().at(0);
    return {said(error.value("error"_L1)), said(error.value("message"_L1)),
            said(block.toObject().value("reason"_L1))};
}

Error refusal(const net::Response &response)
{
    const bool edge = response.header("server") == "sw";
    return {
        Reason::HttpStatus, response.status,
        edge ? u"superjob.ru turns this network address away, as it does with addresses of data centres and "
               "of other countries"_s
             : QString()};
}

} // namespace

Judgement judgeSuperjob(const net::Response &response)
{
    const int status = response.status;
    if (status >= 200 && status < 300)
        return {};
    const SuperjobError error = errorOf(response.body);
    const Judgement access{Verdict::StopAll, {Reason::AuthRequired, status, error.detail()}};
    switch (status) {
    case 400:
    case 414:
    case 422:
        return error.isAboutKey() ? access
                                  : Judgement{Verdict::Failed, {Reason::BadRequest, status, error.detail()}};
    case 401:
    case 402:
        return access;
    case 403:
        // Its own refusals are about whose key it is.
        return error.isOwn() ? access : Judgement{Verdict::StopAll, refusal(response)};
    case 451:
        return {Verdict::StopAll, refusal(response)};
    case 404:
    case 410:
        // A listing is never gone: then the address is not that of the API.
        return response.url.path().endsWith("/vacancies/"_L1)
                   ? Judgement{Verdict::Failed, {Reason::HttpStatus, status, error.detail()}}
                   : Judgement{Verdict::Gone, {Reason::Gone, status, {}}};
    default:
        return {Verdict::Failed, {Reason::HttpStatus, status, error.detail()}};
    }
}

} // namespace linnet::vacancies
