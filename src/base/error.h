// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

namespace linnet {

/// Why something ended without its result. A closed list: the codes are stored in projects, printed in
/// summaries and matched by scripts, so they are never renamed.
enum class Reason : quint8
{
    None,
    // A request
    HttpStatus,
    Dns,
    Refused,
    Reset,
    Truncated,
    Tls,
    Inactivity,
    Deadline,
    TooLarge,
    HeaderFlood,
    Bomb,
    Undecodable,
    BadBody,
    RedirectLoop,
    RedirectLimit,
    Downgrade,
    ForeignScheme,
    CredentialsNeeded,
    ProxyFailed,
    NoProxy,
    Network,
    LoginGone,     ///< the run was left, and with it the login of this address
    BadAnswer,     ///< what the server sent is no proper HTTP
    InterimAnswer, ///< a 1xx answer came before the real one
    Cancelled,
    ShutDown,
    // What a source answered
    AuthRequired,
    Captcha,
    Gone,
    BadRequest,
    BadUserAgent,
    DepthLimit,
    BadSitemap, ///< something else stands where a sitemap should be
    // Input
    BadValue,
    BadLine,
    BadFile, ///< it is not of the kind that is read, or damaged from some place on
    BadUrl,
    NoScheme,    ///< an address without http:// or https:// before it
    OtherScheme, ///< ftp:, mailto:, a file of this computer
    // Files
    DiskFull,
    Io,
    Locked,
    NotAProject,
    NewerProject,
    Storage,
};

/// The stored and printed code, e.g. "http_status"; "" for None.
QLatin1StringView reasonCode(Reason reason);
/// None for an unknown code.
Reason reasonFromCode(QStringView code);

/// What went wrong, in a form that is stored and compared; ErrorText turns it into sentences.
struct Error
{
    Reason reason = Reason::None;
    int status = 0; ///< HTTP status, 0 when there was no answer
    QString detail; ///< technical, untranslated, never a secret: a field, a path, the system's message

    bool operator==(const Error &) const = default;
};

} // namespace linnet

Q_DECLARE_METATYPE(linnet::Error)
