// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxyanswer.h"

#include <algorithm>

namespace linnet::net {

bool isProxysOwnAnswer(int status, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    if (status < 400)
        return false;
    return status == 407 || std::any_of(headers.begin(), headers.end(), [](const auto &header) {
               const QByteArray name = header.first.toLower();
               const QByteArray value = header.second.toLower();
               const bool signedServer =
                   name == "server" && (value.startsWith("tinyproxy") || value.startsWith("privoxy"));
               return signedServer || name == "x-squid-error" || name == "proxy-authenticate";
           });
}

} // namespace linnet::net
