// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"

#include <QVariant>

#include <functional>
#include <vector>

namespace linnet::store {
struct RunInfo;
}

namespace linnet::gui {

/// Something that the user can do about what is said, as a button beside it.
struct RunAction
{
    QString text;
    std::function<void()> act;
};

/// A line above the form: what should be known before a run starts.
struct RunHint
{
    bool isWarning = false;
    QString text;          ///< empty = none
    RunAction action = {}; ///< without a text there is no button
};

/// What a page leaves to its kind of task to decide: what the form means, and what should be said about it.
class RunDecisions
{
public:
    virtual ~RunDecisions() = default;

    /// The values of a new form, in its own type.
    virtual QVariant freshForm() const = 0;
    /// Fills the form with what a run was started with, if that can be read. Addresses of the practice server
    /// are where it is now; runparam::Practice says where it was.
    virtual void readRun(const store::RunInfo &run) = 0;
    /// Begins with what the form holds, or says what is wrong with it. Only while nothing is under way.
    virtual void startRun() = 0;
    virtual RunHint hint() { return {}; }
    /// What can be done about how the run stands, beside what every run offers.
    virtual std::vector<RunAction> actions(const RunView &view)
    {
        Q_UNUSED(view)
        return {};
    }
};

} // namespace linnet::gui
