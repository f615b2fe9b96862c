// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace linnet::jobs {

/// Through which proxies the requests of a run go. Holds no logins: it is stored with the run, and they are
/// found by the proxies' keys.
struct ProxyChoice
{
    enum class Mode : quint8
    {
        System, ///< as the computer is set up
        None,   ///< always directly
        List,   ///< through these and nothing else
    };

    Mode mode = Mode::System;
    QStringList keys; ///< proxies::Proxy::key() each
    /// proxies::KeptList::id; "" = none. While the list is kept, it is taken as it is then instead of the
    /// keys.
    QString list;
    QString title; ///< what people call the list
    QString rotation = QStringLiteral("round-robin");
    int every = 10; ///< for the rotation every-n
    QString bypass; ///< hosts that are asked directly, as no_proxy writes them
    /// Go directly when no proxy is usable. Requests with a token, a cookie or a login never do.
    bool allowDirect = false;

    bool operator==(const ProxyChoice &) const = default;

    Result<void> validate() const;
    QJsonObject toJson() const;
    static ProxyChoice fromJson(const QJsonObject &json);
};

} // namespace linnet::jobs
