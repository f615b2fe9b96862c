// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace linnet::practice {

/// What a practice server tells of itself instead of the truth, so that what was collected from it reads well
/// anywhere and at any time. Who asks it by that name takes it as his proxy.
struct Guise
{
    QString
        base;  ///< "http://practice.example" in place of its address, without a slash at the end; "" = none
    QDate day; ///< on which its ads stand as without faults; invalid = today, in Moscow
    /// Since then: in each week 50 more vacancies, 30 gone, 20 with another salary, 10 posted again under a
    /// new number; at most 4. After the first the small site is another one in some places, too.
    int weeks = 0;
};

} // namespace linnet::practice
