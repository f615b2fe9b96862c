// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "net/response.h"

#include <QObject>

#include <utility>

namespace linnet::net {

/// One logical request under way. Lives in the network thread as a child of its owner: the owner's death
/// cancels it silently. Deletes itself after done().
class Fetch : public QObject
{
    Q_OBJECT

public:
    Fetch(Request request, QObject *owner);
    ~Fetch() override;

    const Request &request() const { return m_request; }
    /// How many attempts were made; final when done() comes.
    int attempts() const { return m_attempts; }
    void setAttempts(int attempts) { m_attempts = attempts; } ///< for the engine
    /// What the request's `read` made of the answer; there when done() comes, once.
    std::any takeContent() { return std::exchange(m_content, {}); }
    void setContent(std::any content) { m_content = std::move(content); } ///< for the engine
    /// That the server showed, also when there is no answer for that.
    const Certificate &certificate() const { return m_certificate; }
    void setCertificate(Certificate shown) { m_certificate = std::move(shown); } ///< for the engine
    /// Ends with Reason::Cancelled; done() still comes exactly once, later.
    void cancel();

Q_SIGNALS:
    /// Exactly once, never inside Engine::get(). An HTTP error status is a Response; an Error means that
    /// there was no usable answer within the allowed attempts.
    void done(const linnet::Result<linnet::net::Response> &result);
    /// For the engine.
    void cancelRequested();
    /// For the engine: it is being deleted, its request is still there.
    void abandoned();

private:
    Request m_request;
    int m_attempts = 0;
    std::any m_content;
    Certificate m_certificate;
};

} // namespace linnet::net
