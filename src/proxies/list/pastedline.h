// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::proxies {

/// A line as it was meant when it was pasted from code, notes or a page: without zero-width characters, a
/// bullet in front and quotes around it with a comma behind. Pure.
QString asMeant(QStringView line);

} // namespace linnet::proxies
