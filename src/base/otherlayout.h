// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace linnet {

/// What the same keys write in the other of the layouts QWERTY and ЙЦУКЕН: "ghjrcb" is "прокси" and "зкщчн"
/// is "proxy". Letters and signs of a Latin key become Cyrillic, Cyrillic letters Latin; what is on neither
/// stays.
QString inOtherLayout(QStringView text);

/// The Latin letter or sign of the key that writes this Cyrillic letter, in small letters; 0 = it is none.
char16_t latinOfSameKey(char16_t cyrillic);

} // namespace linnet
