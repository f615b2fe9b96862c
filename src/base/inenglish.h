// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet {

/// While one lives, the texts that its thread asks the program for are English, whatever language the program
/// speaks: who knows a thing by its English name finds it, too. Needs Translations to be installed.
class InEnglish
{
public:
    InEnglish() { ++s_depth; }
    ~InEnglish() { --s_depth; }
    Q_DISABLE_COPY_MOVE(InEnglish)

    static bool isWanted() { return s_depth > 0; } ///< in this thread

private:
    inline static thread_local int s_depth = 0;
};

} // namespace linnet
