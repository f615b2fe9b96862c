// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokentest.h"

#include "net/engine/engine.h"
#include "net/fetch.h"
#include "vacancies/vacancysource.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// From the source's answer to "who am I".
Result<QString> tokenOwner(const vacancies::VacancySource &source, const Result<net::Response> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    const vacancies::Judgement judgement = source.judge(*answer);
    if (judgement.verdict != vacancies::Verdict::Usable)
        return std::unexpected(judgement.error);
    const QJsonObject me = QJsonDocument::fromJson(answer->body).object();
    if (me.isEmpty())
        return fail(Reason::BadBody);
    for (const QString &key : {u"email"_s, u"name"_s, u"auth_type"_s, u"id"_s}) {
        if (me[key].isString())
            return me[key].toString();
    }
    return QString();
}

} // namespace

TokenTest::TokenTest(net::Engine &engine, const vacancies::VacancySource &source, const QByteArray &token,
                     const QUrl &base, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(source)
    , m_token(token)
    , m_url(source.tokenTest(base.isEmpty() ? source.defaultBase() : base))
{
}

void TokenTest::start()
{
    net::Request request;
    request.url = m_url;
    m_source.authorise(request, m_token);
    request.retries = 0;
    connect(m_engine.get(std::move(request), this), &net::Fetch::done, this, &TokenTest::onAnswer);
}

void TokenTest::onAnswer(const Result<net::Response> &answer)
{
    Q_EMIT done(tokenOwner(m_source, answer));
    deleteLater();
}

} // namespace linnet::session
