// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace linnet::store {

/// What long texts are sorted by: their first characters. Whole ones would make keys of gigabytes. Texts
/// that begin alike stay in order of arrival.
namespace SortedBeginning {

constexpr int Length = 64; ///< code points

inline QStringView of(QStringView text)
{
    qsizetype end = 0;
    for (int count = 0; count < Length && end < text.size(); ++count)
        end += text[end].isHighSurrogate() && end + 1 < text.size() && text[end + 1].isLowSurrogate() ? 2 : 1;
    return text.first(end);
}

} // namespace SortedBeginning

} // namespace linnet::store
