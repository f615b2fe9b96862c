// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet {

/// Where the program keeps what it keeps: in the folders that the system has for that, or all together beside
/// itself where a file portable.ini stands beside it, so that it can live on a stick.
struct Places
{
    static constexpr char16_t Mark[] = u"portable.ini";
    static constexpr char16_t Folder[] = u"linnet-data"; ///< beside the mark

    QString settings; ///< a file
    QString data;     ///< a folder
    QString cache;    ///< a folder; what is in it can be made anew
    /// The folder that was to be used and cannot be written, so that those of the system are used; "" = there
    /// is none.
    QString refused;
    bool isPortable = false; ///< beside the program

    /// A folder; below `data`.
    QString logs() const;
    /// Those of this program; its name must be set. Looks at the disk. Any thread.
    static Places own();
    /// Those of a program whose mark would stand in this folder.
    static Places beside(const QString &folder);
    /// Says that `refused` is not used, and what to do; "" = there is nothing to say.
    QString warning() const;
};

} // namespace linnet
