// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/headerfields.h"

namespace linnet::net {

QByteArray headerValue(const HeaderFields &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray basicLogin(QByteArrayView login)
{
    QByteArray pair = login.toByteArray();
    if (!pair.contains(':'))
        pair += ':';
    return "Basic " + QByteArray::fromPercentEncoding(pair).toBase64();
}

} // namespace linnet::net
