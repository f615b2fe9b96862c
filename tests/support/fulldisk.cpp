// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fulldisk.h"

#include <QtGlobal>

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>

namespace linnet::test {

namespace {

std::atomic<bool> isFull = false;
std::mutex mutex;
sqlite3_vfs *own = nullptr;
sqlite3_vfs *real = nullptr;

/// The methods of a kind of file, with a write that can fail instead of theirs.
struct Methods
{
    sqlite3_io_methods changed = {};
    const sqlite3_io_methods *original = nullptr;
};
std::map<const sqlite3_io_methods *, Methods> known; ///< by the original; never emptied: files point at them

int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    if (isFull)
        return SQLITE_FULL;
    const auto *methods = reinterpret_cast<const Methods *>(file->pMethods);
    return methods->original->xWrite(file, bytes, count, at);
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = real->xOpen(real, name, file, flags, outFlags);
    if (!file->pMethods)
        return code;
    const std::scoped_lock lock(mutex);
    const auto [at, isNew] = known.try_emplace(file->pMethods);
    if (isNew) {
        at->second.original = file->pMethods;
        at->second.changed = *file->pMethods;
        at->second.changed.xWrite = write;
    }
    file->pMethods = &at->second.changed;
    return code;
}

} // namespace

FullDisk::FullDisk()
{
    Q_ASSERT(!own);
    sqlite3_initialize();
    real = sqlite3_vfs_find(nullptr);
    own = new sqlite3_vfs(*real);
    own->zName = "linnet-full-disk";
    own->pNext = nullptr;
    own->xOpen = open;
    sqlite3_vfs_register(own, 1);
}

FullDisk::~FullDisk()
{
    isFull = false;
    sqlite3_vfs_unregister(own);
    delete own;
    own = nullptr;
    sqlite3_vfs_register(real, 1);
}

void FullDisk::setFull(bool full)
{
    isFull = full;
}

} // namespace linnet::test
