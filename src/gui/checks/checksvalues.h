// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/proxyuse.h"
#include "jobs/defaultdelay.h"

#include <QMetaType>

#include <chrono>

namespace linnet::gui {

/// What the form of a check holds.
struct ChecksValues
{
    QString text; ///< addresses, one a line
    bool head = false;
    int preview = 100;
    QString userAgent; ///< empty = Linnet/<version>
    std::chrono::milliseconds delay = jobs::DefaultDelay;
    bool assumeWeb = true; ///< a line without http:// or https:// gets what is missing
    bool sequential = false;
    ProxyUse proxy;

    bool operator==(const ChecksValues &) const = default;
};

} // namespace linnet::gui

Q_DECLARE_METATYPE(linnet::gui::ChecksValues)
