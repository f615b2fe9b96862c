// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace linnet::models {

/// Something that can be done or gone to by its name.
struct Command
{
    QString id;           ///< tells it from others, also another day
    QString text;         ///< as people read it
    QString english;      ///< the same in English; "" = it has a name of its own
    QString where;        ///< in which menu it stands, or what it is: "View", "Run"
    QString whereEnglish; ///< the same in English
    QString key;          ///< that does the same, as people read it; may be empty
    QString icon;         ///< of gui::lineIcon(); may be empty
    QString why;          ///< what is in the way while it is not possible; "" = nobody has said
    bool isPossible = true;
    std::function<void()> run;
};

} // namespace linnet::models
