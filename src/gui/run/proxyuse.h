// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/requestspec.h"

#include <QCoreApplication>

namespace linnet::gui {

/// Through which proxies a run goes, as every form holds it.
struct ProxyUse
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::ProxyUse)

public:
    jobs::ProxyChoice choice;
    bool scaleRate = false; ///< each proxy has the whole pace for itself
    bool isOff = false;     ///< the one proxy named is switched off in the lists

    bool operator==(const ProxyUse &) const = default;

    static ProxyUse of(const jobs::RequestSpec &requests);
    void applyTo(jobs::RequestSpec &requests) const;
    /// Of a run under way that is to go faster or slower.
    net::Pace pace(std::chrono::milliseconds delay) const;
    /// Why no run can go this way, in words that name the way out; "" = it can.
    QString problem() const;
};

} // namespace linnet::gui
