// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzredacted.h"

#include "base/log/redacted.h"
#include "fuzz/fuzzinput.h"

namespace linnet::fuzz {

using namespace Qt::Literals::StringLiterals;

int fuzzRedacted(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString text = QString::fromUtf8(input.bytes());
    const QString secret = u"5eCr3tM4rk"_s;
    if (text.contains(secret))
        return 0;
    for (const QString &line : {u"http://user:%1@h.example/"_s, u"http://h.example/?a=b&access_token=%1"_s,
                                u"Authorization: Bearer %1"_s, u"{\"password\": \"%1\"}"_s}) {
        const QString clean = redacted(text + u'\n' + line.arg(secret) + u'\n' + text);
        require(!clean.contains(secret), "a secret is hidden");
    }
    return 0;
}

} // namespace linnet::fuzz
