// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace linnet::net {

/// How long a Retry-After field (RFC 9110 §10.2.3) asks to wait: seconds or an HTTP date in any of the three
/// forms of §5.6.7. A date is measured against the answer's own Date field, so a wrong clock on either side
/// does no harm; without one against `nowUtc`. A date in the past is zero. Nothing for a malformed value.
std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, QByteArrayView dateField,
                                                    const QDateTime &nowUtc);

/// An HTTP date (RFC 9110 §5.6.7): IMF-fixdate, RFC 850 or asctime form; invalid when it is none. RFC 850's
/// two-digit year is taken as the one closest to `nowUtc`, at most 50 years ahead.
QDateTime parseHttpDate(QByteArrayView text, const QDateTime &nowUtc);

} // namespace linnet::net
