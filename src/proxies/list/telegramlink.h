// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxyline.h"

namespace linnet::proxies {

/// "https://t.me/socks?server=…&port=…&user=…&pass=…", also as tg://socks; nothing for other texts. Links to
/// MTProto proxies are of an unknown kind. Pure.
std::optional<LineReading> readTelegramLink(QStringView text);

} // namespace linnet::proxies
