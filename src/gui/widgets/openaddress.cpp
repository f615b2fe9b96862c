// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/openaddress.h"

#include <QDesktopServices>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

bool canOpenAddress(const QUrl &address)
{
    const bool isWeb = address.scheme() == "http"_L1 || address.scheme() == "https"_L1;
    return address.isValid() && isWeb && !address.host().isEmpty();
}

bool openAddress(const QUrl &address)
{
    return canOpenAddress(address) && QDesktopServices::openUrl(address);
}

} // namespace linnet::gui
