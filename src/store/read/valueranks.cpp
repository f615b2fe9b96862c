// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/valueranks.h"

#include <algorithm>

namespace linnet::store {

/// Addresses of one site begin alike: what comes behind tells them apart.
void ValueRanks::leaveOutCommonStart()
{
    if (m_texts.empty())
        return;
    const QByteArrayView first = m_texts.front().text;
    qsizetype common = first.size();
    for (const Text &each : m_texts) {
        const auto end =
            std::mismatch(first.begin(), first.begin() + common, each.text.begin(), each.text.end());
        common = end.first - first.begin();
    }
    for (Text &each : m_texts) {
        each.text = each.text.sliced(common);
        for (qsizetype i = 0; i < qsizetype(sizeof(each.start)); ++i)
            each.start = each.start << 8 | (i < each.text.size() ? uchar(each.text[i]) : 0U);
    }
}

} // namespace linnet::store
