// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/pagefile.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What SQLite takes when nobody asks for another one, and so what projects have.
constexpr int UsualSize = 4096;
constexpr int LeastSize = 512;
constexpr int SizeAt = 16; // in the header of the file; 1 stands for 65536

bool isTree(char kind)
{
    return kind == 2 || kind == 5 || kind == 10 || kind == 13;
}

/// How many of the first pages are told from their kind to begin where they would with that size.
int fits(QFile &file, int size)
{
    constexpr int Looked = 64;
    int found = 0;
    for (int i = 1; i < Looked; ++i) {
        char kind = 0;
        if (file.seek(qint64(i) * size) && file.getChar(&kind) && isTree(kind))
            ++found;
    }
    return found;
}

/// The header may be among what is damaged.
int pageSize(QFile &file, const QByteArray &header)
{
    const int stored = qFromBigEndian<quint16>(header.constData() + SizeAt);
    const int told = stored == 1 ? 65536 : stored;
    if (told == UsualSize || told < LeastSize || !std::has_single_bit(unsigned(told)))
        return UsualSize;
    return fits(file, told) > fits(file, UsualSize) ? told : UsualSize;
}

} // namespace

Result<PageFile> PageFile::open(const QString &path)
{
    PageFile result;
    result.m_file = std::make_unique<QFile>(path);
    if (!result.m_file->open(QIODevice::ReadOnly))
        return fail(Reason::Io, u"%1: %2"_s.arg(path, result.m_file->errorString()));
    const QByteArray header = result.m_file->read(LeastSize);
    if (header.size() < LeastSize)
        return fail(Reason::NotAProject, path);
    result.m_size = pageSize(*result.m_file, header);
    result.m_count = quint32((result.m_file->size() + result.m_size - 1) / result.m_size);
    return result;
}

QByteArray PageFile::page(quint32 number)
{
    if (!contains(number) || !m_file->seek(qint64(number - 1) * m_size))
        return {};
    QByteArray bytes = m_file->read(m_size);
    if (bytes.isEmpty())
        return {};
    bytes.append(m_size - bytes.size(), '\0'); // a file that was cut off
    return bytes;
}

} // namespace linnet::store
