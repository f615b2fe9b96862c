// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace linnet::exports {

/// While it lives, the C library of this thread speaks "C": numbers have a point. libxlsxwriter prints cells
/// with printf, and Qt sets the user's locale at start: a Russian or German system would put decimal commas
/// into the XML.
class CNumericLocale
{
public:
    CNumericLocale();
    ~CNumericLocale();
    CNumericLocale(const CNumericLocale &) = delete;
    CNumericLocale &operator=(const CNumericLocale &) = delete;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::exports
