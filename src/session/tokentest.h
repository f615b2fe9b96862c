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

/// Asks a source whose token it is. In the engine's thread; one done(), then it deletes itself.
class TokenTest : public QObject
{
    Q_OBJECT

public:
    /// base: of the source's API; empty = its own.
    TokenTest(net::Engine &engine, const vacancies::VacancySource &source, const QByteArray &token,
              const QUrl &base, QObject *parent);

    void start();

Q_SIGNALS:
    /// Who it belongs to, as the source says; may be empty.
    void done(const linnet::Result<QString> &owner);

private:
    void onAnswer(const Result<net::Response> &answer);

    net::Engine &m_engine;
    const vacancies::VacancySource &m_source;
    QByteArray m_token;
    QUrl m_url;
};

} // namespace linnet::session
