// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/runid.h"
#include "net/headerfields.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QUrl>

#include <any>
#include <chrono>
#include <functional>

namespace linnet::net {

enum class Method : quint8
{
    Get,
    Head,
    /// Request::form: asked once, neither repeated after an answer nor led on by a redirect. Or
    /// Request::question, which is repeated as a GET would be, but not led on either.
    Post,
};

constexpr QLatin1StringView nameOf(Method method)
{
    using namespace Qt::Literals::StringLiterals;
    return method == Method::Get ? "GET"_L1 : method == Method::Head ? "HEAD"_L1 : "POST"_L1;
}

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
using linnet::RunId;

struct Response;

/// What a reader made of an answer.
struct Reading
{
    std::any content;
    /// Reason::None, or BadBody: it is not what was asked for, as a broken connection would leave it.
    Error fault;
    /// The server turns away whoever asked (a captcha): where there are several proxies, it is this one that
    /// is not welcome there.
    bool refused = false;
};
/// Pure: called in the pool, or for a small body in the network thread, perhaps after whoever asked is gone.
using Reader = std::function<Reading(const Response &)>;

/// One logical request; the engine adds pacing, proxies, retries and limits.
struct Request
{
    QUrl url; ///< http or https, absolute
    /// The same address byte for byte as it goes over the wire (net::Address::href); empty = as QUrl writes
    /// it.
    QByteArray written;
    Method method = Method::Get;
    bool fallBackToGet = false; ///< with Head: servers that refuse HEAD are asked again with GET
    HeaderFields headers;       ///< besides those the engine sets itself
    QByteArray userAgent;       ///< empty = the engine's
    QByteArray bearer;          ///< secret: only to url's own origin, never recorded
    QByteArray bearerField;     ///< the header that it goes in as it is; empty = "Authorization: Bearer …"
    QByteArray form;            ///< with Post: application/x-www-form-urlencoded; secret: never recorded
    /// With Post, in place of a form: JSON that asks and changes nothing; no secret.
    QByteArray question;
    /// Whether the body of an answer is read, told by its status and headers; null = always. Of others the
    /// head is the answer, however long the body goes on. Pure; called in the network thread.
    std::function<bool(int status, const HeaderFields &headers)> wantsBody;
    RedirectMode redirects = RedirectMode::Follow;
    TlsPolicy tls = TlsPolicy::Verify;
    qint64 maxBody = 32 * 1024 * 1024; ///< bytes after decompression
    /// Where the body of a 2xx answer goes instead of into memory; the folder exists. What is there
    /// of an earlier attempt, also of another day, is not asked again when the server can tell that it is
    /// still the same. Response::length is the file's size then. `timeout` limits how long nothing comes.
    QString toFile;
    qint64 keepBody = -1; ///< of these only the first so many are kept, the rest is counted; -1 = all
    /// An answer whose body ended badly (too large, cut off, out of time) is a Response with what came of it
    /// and Response::fault, once there are no attempts left.
    bool acceptPartial = false;
    std::chrono::milliseconds timeout{30'000}; ///< one attempt, from hand-over to the last byte
    int retries = 2;                           ///< further attempts after the first
    int priority = 0;                          ///< higher goes first within its host
    RunId run = 0;
    /// Reads every answer that may be the result, of any status; Fetch::takeContent() has what it made of the
    /// last one. A 2xx answer to GET with a fault is retried like a broken connection; of others it is
    /// ignored.
    Reader read;

    bool isAskedOnce() const { return method == Method::Post && question.isEmpty(); }
};

} // namespace linnet::net
