// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace linnet::gui {

/// Whether an address can be shown in the browser: http and https only. What crawled pages, lists and servers
/// name may be anything, and a "file:" would start programs.
bool canOpenAddress(const QUrl &address);

/// Shows it in the user's browser; false when it cannot be shown or there is no browser.
bool openAddress(const QUrl &address);

} // namespace linnet::gui
