// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"

namespace linnet::practice {

/// Cuts a connection's bytes into HTTP/1.1 requests (RFC 9112 §2 to §6). Never trusts them: heads are at most
/// 16 KiB, bodies 64 KiB.
class RequestReader
{
public:
    enum class State : quint8
    {
        NeedMore,
        Ready, ///< next() has filled the request
        Bad,   ///< badStatus() says how to answer; the connection cannot go on
    };

    static constexpr qsizetype maxHead = 16 * 1024;
    static constexpr qsizetype maxBody = 64 * 1024;

    /// `nowNs` is when these bytes were read.
    void feed(const QByteArray &bytes, qint64 nowNs);
    State next(HttpRequest &request);
    int badStatus() const { return m_badStatus; }

private:
    State bad(int status);
    qsizetype headEnd() const;
    State readHead(QByteArrayView head, HttpRequest &request);
    bool readRequestLine(QByteArrayView line, HttpRequest &request);
    bool readHeaderLine(QByteArrayView line, HttpRequest &request);
    bool bodyLength(const HttpRequest &request, qsizetype &length);

    QByteArray m_buffer;
    qint64 m_firstByteNs = 0;
    int m_badStatus = 0;
};

} // namespace linnet::practice
