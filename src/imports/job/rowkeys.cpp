// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/rowkeys.h"

#include "base/texthash.h"
#include "store/read/rowreader.h"

#include <algorithm>

namespace linnet::imports {

bool RowKeys::add(QStringView key)
{
    const QByteArray utf8 = key.toUtf8();
    const quint64 hash = textHash({utf8.constData(), std::size_t(utf8.size())})[0];
    const qsizetype before = m_hashes.size();
    m_hashes.insert(hash);
    return m_hashes.size() > before;
}

Result<RowKeys> RowKeys::read(const QString &project, RunId run, const table::Schema &schema)
{
    constexpr size_t AtOnce = 2000;
    RowKeys keys;
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    const auto ids = (*reader)->ids({&schema, {run}, {}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    for (size_t from = 0; from < ids->size(); from += AtOnce) {
        const auto some = std::span(*ids).subspan(from, std::min(AtOnce, ids->size() - from));
        if (schema.identity == table::Identity::Key) {
            const auto read = (*reader)->keys(schema, some);
            if (!read)
                return std::unexpected(read.error());
            for (const QString &key : *read)
                keys.add(key);
            continue;
        }
        const auto rows = (*reader)->rows(schema, some);
        if (!rows)
            return std::unexpected(rows.error());
        for (const table::Cells &row : *rows)
            keys.add(table::toText(row.front()));
    }
    return keys;
}

} // namespace linnet::imports
