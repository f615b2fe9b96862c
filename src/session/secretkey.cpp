// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secretkey.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Token = "token/"_L1;
constexpr auto List = "proxies/"_L1; ///< ids of lists have no "/"
constexpr auto Login = "proxies/login/"_L1;
constexpr auto OldLogin = "proxy/"_L1;

} // namespace

QString SecretKey::text() const
{
    switch (kind) {
    case Kind::Token:
        return Token + name;
    case Kind::ProxyList:
        return List + name;
    case Kind::ProxyLogin:
        return Login + name;
    }
    Q_UNREACHABLE();
}

QString SecretKey::oldText() const
{
    return kind == Kind::ProxyLogin ? OldLogin + name : QString();
}

std::optional<SecretKey> SecretKey::read(const QString &text)
{
    const auto after = [&text](QLatin1StringView prefix, Kind kind) {
        return SecretKey{kind, text.sliced(prefix.size())};
    };
    if (text.startsWith(Token))
        return after(Token, Kind::Token);
    if (text.startsWith(Login))
        return after(Login, Kind::ProxyLogin);
    if (text.startsWith(OldLogin))
        return after(OldLogin, Kind::ProxyLogin);
    if (text.startsWith(List))
        return after(List, Kind::ProxyList);
    return std::nullopt;
}

} // namespace linnet::session
