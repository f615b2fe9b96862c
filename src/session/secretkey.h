// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linnet::session {

/// The names under which secrets are kept: tokens as "token/SOURCE", all logins for proxies below
/// "proxies/".
struct SecretKey
{
    enum class Kind : quint8
    {
        Token,      ///< name: of the source, or "crawl:HOST"
        ProxyList,  ///< logins of a list; name: its id
        ProxyLogin, ///< of one proxy; name: as the engine names it
    };

    Kind kind = Kind::Token;
    QString name;

    bool operator==(const SecretKey &) const = default;

    QString text() const;
    /// Where earlier versions kept it; "" when that was the same place.
    QString oldText() const;
    /// Of both; nothing for a key of another kind.
    static std::optional<SecretKey> read(const QString &text);
};

} // namespace linnet::session
