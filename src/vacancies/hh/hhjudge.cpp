// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhjudge.h"

#include "vacancies/jsonread.h"

#include <algorithm>
#include <array>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The error body of hh.ru, as far as it could be read.
class HhErrors
{
public:
    explicit HhErrors(const net::Response &response)
        : m_status(response.status)
        , m_url(response.url)
    {
        const auto body = json::object(response.body);
        if (!body)
            return;
        m_body = *body;
        m_isJson = true;
        for (const QJsonValue &entry : m_body.value("errors"_L1).toArray()) {
            if (entry.isObject())
                m_entries.append(entry.toObject());
        }
    }

    bool isJson() const { return m_isJson; }

    QJsonObject find(QLatin1StringView type) const
    {
        for (const QJsonObject &entry : m_entries) {
            if (json::text(entry.value("type"_L1)) == type)
                return entry;
        }
        return {};
    }
    bool has(QLatin1StringView type) const { return !find(type).isEmpty(); }

    /// "not more than 2000 deep" has no type of its own.
    bool isDepth() const
    {
        const auto values = valuesOf("bad_argument"_L1);
        return legacy("description"_L1).contains("more than"_L1) ||
               legacy("bad_argument"_L1) == "page, per_page"_L1 ||
               (values.contains(u"page"_s) && values.contains(u"per_page"_s));
    }
    /// The token endpoint's shape (RFC 6749, 5.2), and the older key beside `errors`.
    bool isTokenError() const
    {
        return has("oauth"_L1) || !legacy("oauth_error"_L1).isNull() ||
               !legacy("error_description"_L1).isNull();
    }
    bool isListing() const { return m_url.path().endsWith("/vacancies"_L1); }

    QString captchaAddress() const
    {
        const QJsonObject captcha = find("captcha_required"_L1);
        for (const QLatin1StringView key : {"captcha_url"_L1, "fallback_url"_L1}) {
            const QString address = json::text(captcha.value(key));
            const QString scheme = QUrl(address).scheme();
            if (scheme == "https"_L1 || scheme == "http"_L1)
                return address;
        }
        return {};
    }

    QString detail() const
    {
        QStringList parts;
        for (const QJsonObject &entry : m_entries)
            parts.append(ofEntry(entry));
        if (parts.isEmpty()) {
            for (const QLatin1StringView key : {"bad_argument"_L1, "oauth_error"_L1, "error"_L1})
                parts.append(legacy(key));
        }
        for (const QLatin1StringView key : {"error_description"_L1, "description"_L1})
            parts.append(legacy(key));
        if (const QString id = legacy("request_id"_L1); !id.isNull())
            parts.append(u"request_id "_s + id);
        parts.removeAll(QString());
        parts.removeDuplicates();
        return parts.join(u", ");
    }

    Judgement judgement(Verdict verdict, Reason reason) const
    {
        return {verdict, {reason, m_status, detail()}};
    }

private:
    QString legacy(QLatin1StringView key) const { return json::text(m_body.value(key)).left(300); }

    QStringList valuesOf(QLatin1StringView type) const
    {
        QStringList values;
        for (const QJsonObject &entry : m_entries) {
            if (json::text(entry.value("type"_L1)) == type)
                values.append(json::text(entry.value("value"_L1)));
        }
        return values;
    }

    static QString ofEntry(const QJsonObject &entry)
    {
        QStringList parts;
        for (const QLatin1StringView key : {"type"_L1, "value"_L1, "reason"_L1}) {
            if (const QString part = json::text(entry.value(key)).left(100); !part.isNull())
                parts.append(part);
        }
        return parts.join(u' ');
    }

    int m_status;
    QUrl m_url;
    QJsonObject m_body;
    QList<QJsonObject> m_entries;
    bool m_isJson = false;
};

Judgement judgeRefusal(const HhErrors &errors, int status)
{
    // 401 and 403 of hh's own mean the token. Without hh's body somebody before it has refused: a firewall, a
    // country.
    const bool own = status == 401 || errors.has("forbidden"_L1) || errors.isTokenError();
    if (own || (errors.isJson() && status == 403))
        return errors.judgement(Verdict::StopAll, Reason::AuthRequired);
    return errors.judgement(Verdict::StopAll, Reason::HttpStatus);
}

Judgement judgeBadRequest(const HhErrors &errors)
{
    if (errors.isDepth())
        return errors.judgement(Verdict::EndOfList, Reason::DepthLimit);
    return errors.judgement(Verdict::Failed, Reason::BadRequest);
}

} // namespace

Judgement judgeHh(const net::Response &response)
{
    if (response.status >= 200 && response.status < 300)
        return {};
    const HhErrors errors(response);
    if (errors.has("captcha_required"_L1))
        return {Verdict::Captcha, {Reason::Captcha, response.status, errors.captchaAddress()}};
    if (errors.has("bad_user_agent"_L1))
        return errors.judgement(Verdict::StopAll, Reason::BadUserAgent);
    if (errors.isTokenError())
        return errors.judgement(Verdict::StopAll, Reason::AuthRequired);
    switch (response.status) {
    case 400:
    case 414:
    case 422:
        return judgeBadRequest(errors);
    case 401:
    case 402:
    case 403:
    case 451:
        return judgeRefusal(errors, response.status);
    case 404:
    case 410:
        // A listing is never gone: then the address is not that of the API.
        return errors.isListing() ? errors.judgement(Verdict::Failed, Reason::HttpStatus)
                                  : errors.judgement(Verdict::Gone, Reason::Gone);
    default:
        return errors.judgement(Verdict::Failed, Reason::HttpStatus);
    }
}

} // namespace linnet::vacancies
