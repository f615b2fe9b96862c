// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "checks/inputreader.h"
#include "gui/run/proxyuse.h"
#include "jobs/defaultdelay.h"
#include "jobs/requestspec.h"

#include <QCoreApplication>
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
    bool assumeHttps = true;
    bool sequential = false;
    ProxyUse proxy;

    bool operator==(const ChecksValues &) const = default;
};

/// Decides everything about the form of a check that needs no widget.
class ChecksPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::ChecksPresenter)

public:
    static checks::CheckInput input(const ChecksValues &values);
    static checks::CheckSpec spec(const ChecksValues &values);
    static jobs::RequestSpec requests(const ChecksValues &values);
    /// Everything but the addresses.
    static ChecksValues values(const checks::CheckSpec &spec, const jobs::RequestSpec &requests);

    /// What a form says of its list.
    struct Told
    {
        QString title; ///< "" = there is no address
        QString remarks;
    };
    /// Takes long when the list is long; any thread.
    static Told tell(const ChecksValues &values);
    /// "5 addresses", and a host when there is only one.
    static QString title(const checks::CheckInput &input);
    /// What became of the other lines: "line 3 is no address: …"; "" when there is nothing to say.
    static QString remarks(const checks::CheckInput &input);
    /// What stands in the way of a start; "" = nothing.
    static QString problem(const ChecksValues &values, const checks::CheckInput &input);
    /// The honest one first.
    static QStringList userAgents();
};

} // namespace linnet::gui

Q_DECLARE_METATYPE(linnet::gui::ChecksValues)
