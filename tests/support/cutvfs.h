// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace linnet::test {

/// The disk of a computer whose power can be cut: SQLite's file system over the system's own, for the files
/// of one folder. It remembers what of each file was brought to the disk, and what was written since: that
/// may be there after a cut, or in part, or not at all. A file's name is there for sure after its folder was
/// brought to the disk, which SQLite does at the first xSync() of a new journal or log, and when it asks so
/// at a deletion. Shared memory (-shm) does not outlive a cut.
class CutVfs
{
public:
    enum class Damage : quint8
    {
        Dropped, ///< nothing that was not brought to the disk is there
        Some,    ///< some of the writes, in their order
        Torn,    ///< some of the sectors of 512 bytes, in any order
    };
    enum class Event : quint8
    {
        Written,
        Truncated,
        Synced,
        Deleted,
    };

    /// SQLite's default while it lives: made before the first file of the folder is opened, destroyed after
    /// the last one was closed. What is in the folder already counts as being on the disk.
    explicit CutVfs(const QString &folder);
    ~CutVfs();
    CutVfs(const CutVfs &) = delete;
    CutVfs &operator=(const CutVfs &) = delete;

    /// Called after each event, in the thread of it, with the name of the file; set while nothing is open.
    using Watch = std::function<void(Event event, const QString &name)>;
    void setWatch(Watch watch);

    /// Writes to the folder `target` what a cut at this moment would leave. Any thread, also in a Watch. The
    /// seed says which of the unsafe writes are left.
    bool cut(const QString &target, quint32 seed, Damage damage) const;

    class Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace linnet::test
