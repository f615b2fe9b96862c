// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

QString Report::language() const
{
    return locale.language() == QLocale::Russian ? u"ru"_s : u"en"_s;
}

} // namespace linnet::report
