// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>

#include <chrono>

namespace linnet::gui {

/// What people call a pace: the time between two requests to one server.
class PaceText
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::PaceText)

public:
    static QList<std::chrono::milliseconds> offered();  ///< slowest first
    static QString of(std::chrono::milliseconds delay); ///< "5 a second, polite"
};

} // namespace linnet::gui
