// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QNetworkReply>

namespace linnet::net {

/// What Qt tells about a failed exchange.
struct ReplyFault
{
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString text;
    bool headersCame = false;
    bool throughProxy = false;
};

/// The Reason behind Qt's error code. Only for exchanges that ended by themselves: what the engine breaks off
/// has a reason of its own, since Qt reports every such end as the same "cancelled". An HTTP error status is
/// no fault.
Reason reasonOf(const ReplyFault &fault);

} // namespace linnet::net
