// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace linnet {

/// A version of the program as somebody tells of it: its number, and the page where people get it.
struct Release
{
    static constexpr qint64 Largest = 16 * 1024; ///< bytes of what tells of one

    QString version; ///< numbers with dots between them
    QUrl page;       ///< https

    bool operator==(const Release &) const = default;

    /// From {"version": "0.3.0", "url": "https://…"}; what else stands there is ignored. Reason::BadBody when
    /// it is anything else.
    static Result<Release> read(const QByteArray &json);
    /// Reason::BadBody for what cannot be a version or such a page.
    static Result<Release> of(const QString &version, const QString &page);
    /// By numbers: 0.10 comes after 0.9, and 1.0 is the same as 1.
    bool isNewerThan(const QString &version) const;
};

} // namespace linnet
