// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cutvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <random>
#include <utility>
#include <vector>

namespace linnet::test {

namespace {

constexpr qint64 Sector = 512;

/// A change of a file that is not on the disk yet.
struct Change
{
    qint64 at = 0;
    QByteArray bytes;
    bool truncates = false; ///< to the size `at`

    void applyTo(QByteArray &content) const
    {
        if (truncates) {
            content.truncate(at);
            return;
        }
        if (content.size() < at + bytes.size())
            content.append(at + bytes.size() - content.size(), '\0');
        std::memcpy(content.data() + at, bytes.constData(), size_t(bytes.size()));
    }
};

/// What the disk has of one file.
struct Content
{
    QByteArray safe;
    std::vector<Change> unsafe;

    void sync()
    {
        for (const Change &change : unsafe)
            change.applyTo(safe);
        unsafe.clear();
    }
};

using ContentPtr = std::shared_ptr<Content>;

/// A name that came (with its file) or went.
struct Renaming
{
    QString name;
    ContentPtr content; ///< null: it went
};

std::vector<Change> inSectors(const std::vector<Change> &changes)
{
    std::vector<Change> result;
    for (const Change &change : changes) {
        if (change.truncates) {
            result.push_back(change);
            continue;
        }
        for (qint64 at = 0; at < change.bytes.size();) {
            const qint64 size = std::min(Sector - (change.at + at) % Sector, change.bytes.size() - at);
            result.push_back({change.at + at, change.bytes.mid(at, size)});
            at += size;
        }
    }
    return result;
}

} // namespace

class CutVfs::Private
{
public:
    /// As SQLite opened it: followed in memory by the system's own file.
    struct File
    {
        sqlite3_file base;
        Private *owner;
        Content *content; ///< null: not watched
        QString *name;
        bool bringsFolder; ///< its first sync brings the folder to the disk, too

        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static Private *of(sqlite3_vfs *vfs) { return static_cast<Private *>(vfs->pAppData); }

    void fillVfs();
    void fillMethods();
    QString nameIn(const char *path) const;
    ContentPtr contentOf(const QString &name);
    void syncFolder();
    void tell(Event event, const QString &name) const
    {
        if (watch)
            watch(event, name);
    }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder);
    static int close(sqlite3_file *file);
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int flags);

    QString folder;
    Watch watch;
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
    mutable std::mutex mutex;
    std::map<QString, ContentPtr> now;  ///< as programs see the folder
    std::map<QString, ContentPtr> safe; ///< as the disk has it
    std::vector<Renaming> unsafe;
    std::vector<ContentPtr> all; ///< an open file may be deleted
};

void CutVfs::Private::fillVfs()
{
    vfs = *real;
    vfs.zName = "cut";
    vfs.pAppData = this;
    vfs.pNext = nullptr;
    vfs.szOsFile = int(sizeof(File)) + real->szOsFile;
    vfs.xOpen = &Private::open;
    vfs.xDelete = &Private::remove;
    // The others want to be called with the system's own VFS.
    vfs.xAccess = [](sqlite3_vfs *self, const char *path, int flags, int *result) {
        return of(self)->real->xAccess(of(self)->real, path, flags, result);
    };
    vfs.xFullPathname = [](sqlite3_vfs *self, const char *path, int size, char *out) {
        return of(self)->real->xFullPathname(of(self)->real, path, size, out);
    };
}

void CutVfs::Private::fillMethods()
{
    methods.iVersion = 2; // with shared memory, without memory-mapped reading
    methods.xClose = &Private::close;
    methods.xRead = [](sqlite3_file *file, void *bytes, int count, sqlite3_int64 at) {
        sqlite3_file *own = of(file)->real();
        return own->pMethods->xRead(own, bytes, count, at);
    };
    methods.xWrite = &Private::write;
    methods.xTruncate = &Private::truncate;
    methods.xSync = &Private::sync;
    methods.xFileSize = [](sqlite3_file *file, sqlite3_int64 *size) {
        return of(file)->real()->pMethods->xFileSize(of(file)->real(), size);
    };
    methods.xLock = [](sqlite3_file *file, int level) {
        return of(file)->real()->pMethods->xLock(of(file)->real(), level);
    };
    methods.xUnlock = [](sqlite3_file *file, int level) {
        return of(file)->real()->pMethods->xUnlock(of(file)->real(), level);
    };
    methods.xCheckReservedLock = [](sqlite3_file *file, int *result) {
        return of(file)->real()->pMethods->xCheckReservedLock(of(file)->real(), result);
    };
    methods.xFileControl = [](sqlite3_file *file, int what, void *argument) {
        return of(file)->real()->pMethods->xFileControl(of(file)->real(), what, argument);
    };
    methods.xSectorSize = [](sqlite3_file *file) {
        return of(file)->real()->pMethods->xSectorSize(of(file)->real());
    };
    methods.xDeviceCharacteristics = [](sqlite3_file *file) {
        return of(file)->real()->pMethods->xDeviceCharacteristics(of(file)->real());
    };
    methods.xShmMap = [](sqlite3_file *file, int region, int size, int extend, void volatile **out) {
        return of(file)->real()->pMethods->xShmMap(of(file)->real(), region, size, extend, out);
    };
    methods.xShmLock = [](sqlite3_file *file, int offset, int count, int flags) {
        return of(file)->real()->pMethods->xShmLock(of(file)->real(), offset, count, flags);
    };
    methods.xShmBarrier = [](sqlite3_file *file) {
        of(file)->real()->pMethods->xShmBarrier(of(file)->real());
    };
    methods.xShmUnmap = [](sqlite3_file *file, int removed) {
        return of(file)->real()->pMethods->xShmUnmap(of(file)->real(), removed);
    };
}

/// The name of a file of the folder; "" for others.
QString CutVfs::Private::nameIn(const char *path) const
{
    const QFileInfo file(QString::fromUtf8(path));
    return file.absolutePath() == folder ? file.fileName() : QString();
}

ContentPtr CutVfs::Private::contentOf(const QString &name)
{
    ContentPtr &content = now[name];
    if (!content) {
        content = std::make_shared<Content>();
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            content->safe = file.readAll();
        unsafe.push_back({name, content});
        all.push_back(content);
    }
    return content;
}

void CutVfs::Private::syncFolder()
{
    safe = now;
    unsafe.clear();
}

int CutVfs::Private::open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    Private *self = of(vfs);
    const QString name = path ? self->nameIn(path) : QString();
    const bool isNew = !name.isEmpty() && !QFile::exists(self->folder + u'/' + name);
    File *own = of(file);
    *own = {{nullptr}, self, nullptr, nullptr, false};
    const int code = self->real->xOpen(self->real, path, own->real(), flags, outFlags);
    if (!own->real()->pMethods)
        return code;
    own->base.pMethods = &self->methods;
    own->name = new QString(name);
    if (name.isEmpty() || code != SQLITE_OK)
        return code;
    const std::scoped_lock lock(self->mutex);
    own->content = self->contentOf(name).get();
    own->bringsFolder = isNew && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    return code;
}

int CutVfs::Private::remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    Private *self = of(vfs);
    const int code = self->real->xDelete(self->real, path, 0);
    const QString name = self->nameIn(path);
    if (code != SQLITE_OK || name.isEmpty())
        return code;
    {
        const std::scoped_lock lock(self->mutex);
        if (self->now.erase(name) > 0)
            self->unsafe.push_back({name, nullptr});
        if (syncFolder)
            self->syncFolder();
    }
    self->tell(Event::Deleted, name);
    return code;
}

int CutVfs::Private::close(sqlite3_file *file)
{
    File *own = of(file);
    delete std::exchange(own->name, nullptr);
    return own->real()->pMethods->xClose(own->real());
}

int CutVfs::Private::write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    File *own = of(file);
    const int code = own->real()->pMethods->xWrite(own->real(), bytes, count, at);
    if (!own->content)
        return code;
    {
        const std::scoped_lock lock(own->owner->mutex);
        own->content->unsafe.push_back({at, QByteArray(static_cast<const char *>(bytes), count)});
    }
    own->owner->tell(Event::Written, *own->name);
    return code;
}

int CutVfs::Private::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    File *own = of(file);
    const int code = own->real()->pMethods->xTruncate(own->real(), size);
    if (!own->content)
        return code;
    {
        const std::scoped_lock lock(own->owner->mutex);
        own->content->unsafe.push_back({size, {}, true});
    }
    own->owner->tell(Event::Truncated, *own->name);
    return code;
}

/// Waiting for the real disk would only take time.
int CutVfs::Private::sync(sqlite3_file *file, int)
{
    File *own = of(file);
    if (!own->content)
        return SQLITE_OK;
    {
        const std::scoped_lock lock(own->owner->mutex);
        own->content->sync();
        if (std::exchange(own->bringsFolder, false))
            own->owner->syncFolder();
    }
    own->owner->tell(Event::Synced, *own->name);
    return SQLITE_OK;
}

CutVfs::CutVfs(const QString &folder)
    : d(std::make_unique<Private>())
{
    d->folder = QFileInfo(folder).canonicalFilePath();
    d->real = sqlite3_vfs_find(nullptr);
    d->fillVfs();
    d->fillMethods();
    for (const QFileInfo &file : QDir(d->folder).entryInfoList(QDir::Files | QDir::Hidden))
        d->contentOf(file.fileName());
    d->syncFolder();
    sqlite3_vfs_register(&d->vfs, 1);
}

CutVfs::~CutVfs()
{
    sqlite3_vfs_unregister(&d->vfs);
    sqlite3_vfs_register(d->real, 1);
}

void CutVfs::setWatch(Watch watch)
{
    d->watch = std::move(watch);
}

bool CutVfs::cut(const QString &target, quint32 seed, Damage damage) const
{
    std::minstd_rand random(seed + 1);
    const double share = std::array{0.1, 0.5, 0.9, 1.0}[random() % 4];
    const auto isLeft = [&] {
        return damage != Damage::Dropped && std::uniform_real_distribution<>(0, 1)(random) < share;
    };
    const std::scoped_lock lock(d->mutex);
    std::map<QString, ContentPtr> names = d->safe;
    // A folder is written in its own order.
    for (const Renaming &renaming : d->unsafe) {
        if (!isLeft())
            break;
        names.erase(renaming.name);
        if (renaming.content)
            names.emplace(renaming.name, renaming.content);
    }
    for (const auto &[name, content] : names) {
        QByteArray bytes = content->safe;
        std::vector<Change> changes = damage == Damage::Torn ? inSectors(content->unsafe) : content->unsafe;
        if (damage == Damage::Torn)
            std::shuffle(changes.begin(), changes.end(), random);
        for (const Change &change : changes) {
            if (isLeft())
                change.applyTo(bytes);
        }
        QFile file(target + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace linnet::test
