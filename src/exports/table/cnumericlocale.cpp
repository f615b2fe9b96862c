// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/cnumericlocale.h"

#include <QtGlobal>

#include <clocale>
#if defined(Q_OS_WIN)
#include <locale.h>
#include <string>
#elif defined(Q_OS_MACOS)
#include <xlocale.h>
#else
#include <locale.h>
#endif

namespace linnet::exports {

#ifdef Q_OS_WIN

/// What held before: the thread's mode and its name for numbers.
class CNumericLocale::Private
{
public:
    int mode = _configthreadlocale(_ENABLE_PER_THREAD_LOCALE);
    std::string name = setlocale(LC_NUMERIC, nullptr);
};

CNumericLocale::CNumericLocale()
    : d(std::make_unique<Private>())
{
    setlocale(LC_NUMERIC, "C");
}

CNumericLocale::~CNumericLocale()
{
    setlocale(LC_NUMERIC, d->name.c_str());
    _configthreadlocale(d->mode);
}

#else

/// The locale made for this, and the one that held before.
class CNumericLocale::Private
{
public:
    locale_t made = locale_t(0);
    locale_t before = locale_t(0);
};

CNumericLocale::CNumericLocale()
    : d(std::make_unique<Private>())
{
    // The whole "C" locale is built into the C library; asking for single categories would allocate for each
    // row.
    d->made = newlocale(LC_ALL_MASK, "C", locale_t(0));
    if (d->made)
        d->before = uselocale(d->made);
}

CNumericLocale::~CNumericLocale()
{
    if (!d->made)
        return;
    uselocale(d->before);
    freelocale(d->made);
}

#endif

} // namespace linnet::exports
