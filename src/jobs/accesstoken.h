// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace linnet::jobs {

/// An access token as people keep it, in a file or a variable: in UTF-8 or UTF-16 as editors write it, with
/// blanks around it, in quotes, behind the word Bearer. Empty when there is nothing else. Reason::BadValue
/// when what is left is no token (RFC 6750 §2.1), such as two lines: it would become part of a request's
/// header. The error does not repeat it.
Result<QByteArray> readAccessToken(const QByteArray &bytes);

} // namespace linnet::jobs
