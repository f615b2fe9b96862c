// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"

namespace linnet::practice {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

QString HttpRequest::parameter(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QStringList HttpRequest::parameters(const QString &name) const
{
    return query.allQueryItemValues(name, QUrl::FullyDecoded);
}

} // namespace linnet::practice
