// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/response.h"

namespace linnet::net {

QByteArray Response::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace linnet::net
