// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/inputreader.h"
#include "gui/checks/checksvalues.h"
#include "session/runparams.h"

#include <QCoreApplication>

namespace linnet::gui {

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
    /// All that a start needs to know, read out of a form with perhaps a long list; any thread.
    struct Prepared
    {
        QString problem; ///< "" = none
        session::RunParams params;
        bool compares = false;
        bool watches = false;
    };
    /// spec: without title and list.
    static Prepared prepare(const ChecksValues &values, const checks::CheckSpec &spec);
    /// The honest one first.
    static QStringList userAgents();
};

} // namespace linnet::gui
