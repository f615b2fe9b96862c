// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace linnet {

/// An Error as people read it: what happened, why, what to do. Translated into the program's language.
struct ErrorText
{
    QString what;
    QString advice; ///< may be empty

    /// One paragraph: what, the technical detail in brackets when there is one, then the advice.
    static ErrorText of(const Error &error);
    static QString sentence(const Error &error);
};

} // namespace linnet
