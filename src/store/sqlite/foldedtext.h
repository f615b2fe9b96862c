// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <cstddef>
#include <vector>

namespace linnet::store {

/// Folds UTF-8 text as it stands in the file (see base/textfold.h) without making strings; keeps its buffers
/// from one call to the next.
class FoldedText
{
public:
    /// Folded UTF-16, good until the next call. Bytes that are no UTF-8 become U+FFFD.
    QStringView utf16(QByteArrayView utf8);
    /// Folded UTF-8, good until the next call; sorts by code point when compared bytewise.
    QByteArrayView utf8(QByteArrayView utf8);
    /// Some of the units as UTF-8, good until the next call of this or utf8().
    QByteArrayView encoded(QStringView units);

private:
    std::vector<char16_t> m_units;
    std::vector<std::ptrdiff_t> m_signs; ///< where the neighbours have to be looked at
    std::vector<char> m_bytes;
};

} // namespace linnet::store
