// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/response.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

namespace linnet::net {
class Engine;
}

namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::session {

/// Asks a source for a token by the id and the secret of a registered program, once. In the engine's thread;
/// one done(), then it deletes itself.
class TokenGrant : public QObject
{
    Q_OBJECT

public:
    TokenGrant(net::Engine &engine, const vacancies::VacancySource &source, QObject *parent);

    /// base: of the source's API; empty = its own.
    void start(const QString &clientId, const QString &secret, const QUrl &base);

Q_SIGNALS:
    void done(const linnet::Result<QByteArray> &token);

private:
    void onAnswer(const Result<net::Response> &answer);

    net::Engine &m_engine;
    const vacancies::VacancySource &m_source;
};

} // namespace linnet::session
