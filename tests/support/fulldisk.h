// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::test {

/// A disk that can be full: SQLite's file system over the system's own, whose writes fail while it is. Made
/// before the first file is opened, destroyed after the last one was closed; one at a time.
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

    void setFull(bool full); ///< any thread
};

} // namespace linnet::test
