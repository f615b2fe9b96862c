// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace linnet::store {

/// The pages of a SQLite file, read without SQLite, which gives up at the first page that makes no sense. The
/// file is never written. Pages count from 1. Used by one thread.
class PageFile
{
public:
    /// Io when it cannot be read at all; NotAProject when it is too short to be anybody's.
    static Result<PageFile> open(const QString &path);

    quint32 count() const { return m_count; }
    int size() const { return m_size; } ///< bytes of a page
    /// Empty when there is no such page or the disk does not give it.
    QByteArray page(quint32 number);
    bool contains(qint64 number) const { return number >= 1 && number <= m_count; }

private:
    std::unique_ptr<QFile> m_file;
    int m_size = 0;
    quint32 m_count = 0;
};

} // namespace linnet::store
