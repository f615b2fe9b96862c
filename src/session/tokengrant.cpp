// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokengrant.h"

#include "net/engine/engine.h"
#include "net/fetch.h"
#include "vacancies/vacancysource.h"

namespace linnet::session {

TokenGrant::TokenGrant(net::Engine &engine, const vacancies::VacancySource &source, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(source)
{
}

void TokenGrant::start(const QString &clientId, const QString &secret, const QUrl &base)
{
    const QUrl &root = base.isEmpty() ? m_source.defaultBase() : base;
    connect(m_engine.get(m_source.tokenGrant(clientId, secret, root), this), &net::Fetch::done, this,
            &TokenGrant::onAnswer);
}

void TokenGrant::onAnswer(const Result<net::Response> &answer)
{
    Q_EMIT done(answer ? m_source.grantedToken(*answer) : std::unexpected(answer.error()));
    deleteLater();
}

} // namespace linnet::session
