// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QCoreApplication>

namespace linnet::session {

/// On what the pay of a project's ads compares: the rules that its reader reckons by.
struct PayBasis
{
    QString currency; ///< of all amounts: "RUR", "USD"
    bool beforeTax = true;

    /// By the project's own lines; those that cannot be read are as good as none.
    static Result<PayBasis> of(store::RowReader &reader);

    QString unit() const;     ///< "Pay, ₽ a month before tax"
    QString sentence() const; ///< what such pay is

    Q_DECLARE_TR_FUNCTIONS(linnet::session::PayBasis)
};

} // namespace linnet::session
