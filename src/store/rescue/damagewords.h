// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rescue/projectcheck.h"
#include "store/rescue/projectrescue.h"

#include <QCoreApplication>

namespace linnet::store {

/// What a check or a rescue has found, in words for people.
class DamageWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::store::DamageWords)

public:
    /// "vacancies", "requests": what the rows of a table of the project are.
    static QString tableTitle(const QByteArray &table);
    /// A sentence for each damage, and what to do; one that all is well when there is none.
    static QStringList of(const CheckReport &report);
    static QStringList of(const RescueReport &report);
};

} // namespace linnet::store
