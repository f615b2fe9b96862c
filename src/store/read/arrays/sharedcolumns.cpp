// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arrays/sharedcolumns.h"

#include <QDateTime>
#include <QFileInfo>
#include <QMutex>

#include <algorithm>

namespace linnet::store {

namespace {

struct Shared
{
    SharedColumns::Key key;
    std::weak_ptr<const ColumnArray> array;
};

struct Shelf
{
    QMutex mutex;
    std::vector<Shared> columns;
};

Shelf &shelf()
{
    static Shelf shelf;
    return shelf;
}

} // namespace

QString SharedColumns::fileKey(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return {};
    return QString::number(file.birthTime().toMSecsSinceEpoch()) + u' ' + file.canonicalFilePath();
}

std::shared_ptr<const ColumnArray> SharedColumns::find(const Key &key)
{
    const QMutexLocker lock(&shelf().mutex);
    for (const Shared &shared : shelf().columns) {
        if (shared.key == key) {
            if (auto array = shared.array.lock())
                return array;
        }
    }
    return nullptr;
}

void SharedColumns::add(const Key &key, const std::shared_ptr<const ColumnArray> &array)
{
    const QMutexLocker lock(&shelf().mutex);
    std::erase_if(shelf().columns, [](const Shared &shared) { return shared.array.expired(); });
    shelf().columns.push_back({key, array});
}

} // namespace linnet::store
