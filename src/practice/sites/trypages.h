// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/router.h"

#include <QCoreApplication>

namespace linnet::practice {

/// Addresses to try checks on: /wait/MS answers after so many milliseconds (60,000 at most), /status/CODE
/// with that status (200 to 599).
class TryPages
{
    Q_DECLARE_TR_FUNCTIONS(linnet::practice::TryPages)

public:
    static void addRoutes(Router &router);

private:
    static HttpResponse wait(const QString &milliseconds);
    static HttpResponse status(const QString &code);
};

} // namespace linnet::practice
