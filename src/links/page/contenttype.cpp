// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/contenttype.h"

namespace linnet::links {

ContentType ContentType::parse(const QByteArray &header)
{
    ContentType result;
    const qsizetype end = header.indexOf(';');
    result.type = header.first(end < 0 ? header.size() : end).trimmed().toLower();
    qsizetype at = end;
    while (at >= 0) {
        const qsizetype next = header.indexOf(';', at + 1);
        const QByteArray parameter = header.mid(at + 1, next < 0 ? -1 : next - at - 1).trimmed();
        const qsizetype equals = parameter.indexOf('=');
        if (equals > 0 && parameter.first(equals).trimmed().toLower() == "charset") {
            QByteArray value = parameter.mid(equals + 1).trimmed();
            if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                value = value.mid(1, value.size() - 2);
            result.charset = value;
            return result;
        }
        at = next;
    }
    return result;
}

} // namespace linnet::links
