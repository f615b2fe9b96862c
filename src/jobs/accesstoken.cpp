// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/accesstoken.h"

#include "encoding/filetext.h"

#include <algorithm>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isQuoted(const QString &text)
{
    return text.size() >= 2 && text.front() == text.back() && (text.front() == u'"' || text.front() == u'\'');
}

} // namespace

Result<QByteArray> readAccessToken(const QByteArray &bytes)
{
    QString text = encoding::fileText(bytes, encoding::OtherBytes::Fault).trimmed();
    if (isQuoted(text))
        text = text.sliced(1, text.size() - 2).trimmed();
    for (const QLatin1StringView before : {"Authorization:"_L1, "Bearer "_L1, "Bearer\t"_L1}) {
        if (text.startsWith(before, Qt::CaseInsensitive))
            text = text.sliced(before.size()).trimmed();
    }
    if (isQuoted(text))
        text = text.sliced(1, text.size() - 2).trimmed();
    const bool isToken = std::ranges::all_of(text, [](QChar unit) {
        return unit.unicode() > 0x20 && unit.unicode() < 0x7f && unit != u'"' && unit != u'\\';
    });
    if (!isToken)
        return fail(
            Reason::BadValue,
            u"not an access token: it contains blanks, line breaks or characters that tokens do not have"_s);
    return text.toLatin1();
}

} // namespace linnet::jobs
