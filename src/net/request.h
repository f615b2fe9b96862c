// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <optional>

namespace linnet::net {

enum class Method : quint8
{
    Get,
    Head
};

enum class RedirectMode : quint8
{
    Follow, ///< each hop takes admission again; credentials never cross to another origin
    Report, ///< the 3xx answer itself is the result
};

enum class TlsPolicy : quint8
{
    Verify, ///< the only policy for now; lanes are kept per policy because QNAM's connection cache ignores it
};

/// Who counts: statistics and attempt records are kept per run. 0 = nobody (token tests, dictionaries).
using RunId = qint64;

/// One logical request; the engine adds pacing, proxies, retries and limits.
struct Request
{
    QUrl url; ///< http or https, absolute
    Method method = Method::Get;
    bool fallBackToGet = false; ///< with Head: servers that refuse HEAD are asked again with GET
    QList<QPair<QByteArray, QByteArray>> headers; ///< besides those the engine sets itself
    QByteArray userAgent;                         ///< empty = the engine's
    QByteArray bearer;                            ///< secret: only to url's own origin, never recorded
    RedirectMode redirects = RedirectMode::Follow;
    TlsPolicy tls = TlsPolicy::Verify;
    qint64 maxBody = 32 * 1024 * 1024;         ///< bytes after decompression
    std::chrono::milliseconds timeout{30'000}; ///< one attempt, from hand-over to the last byte
    int retries = 2;                           ///< further attempts after the first
    int priority = 0;                          ///< higher goes first within its host
    RunId run = 0;
    /// Pure; called in the thread pool on 2xx bodies. False means the body is not what was asked for:
    /// Reason::BadBody, retried like a broken connection.
    bool (*acceptable)(const QByteArray &body) = nullptr;
};

} // namespace linnet::net
