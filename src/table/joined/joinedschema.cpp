// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/joined/joinedschema.h"

#include "table/checkschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QMutex>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace linnet::table {

namespace {

constexpr qsizetype LongestKey = 40;

/// A schema and what its further columns are made of.
class Joined
{
public:
    Joined(const Schema &rows, QList<JoinedColumn> columns)
        : m_of(std::move(columns))
        , m_columns(rows.columns.begin(), rows.columns.end())
    {
        for (const JoinedColumn &column : std::as_const(m_of))
            m_titles.push_back(column.title.toUtf8());
        for (qsizetype i = 0; i < m_of.size(); ++i)
            m_columns.push_back({.key = QLatin1StringView(m_of[i].key),
                                 .type = m_of[i].type,
                                 .title = m_titles[size_t(i)].constData(),
                                 .width = 140,
                                 .storage = Storage::Joined});
        schema = rows;
        schema.base = &rows;
        schema.columns = m_columns;
    }
    Joined(const Joined &) = delete;
    Joined &operator=(const Joined &) = delete;

    const QList<JoinedColumn> &columns() const { return m_of; }

    Schema schema;

private:
    const QList<JoinedColumn> m_of;
    std::vector<QByteArray> m_titles;
    std::vector<Column> m_columns;
};

/// All that were ever asked for: whoever holds one refers to it by its address.
struct AllJoined
{
    QMutex mutex;
    std::vector<std::unique_ptr<Joined>> schemas;
};

AllJoined &all()
{
    static AllJoined instance;
    return instance;
}

/// The usual spelling in passports and addresses of web pages, roughly.
QLatin1StringView latin(QChar lower)
{
    static constexpr std::array Letters{"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
                                        "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                        "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};
    if (lower == u'ё')
        return QLatin1StringView("e");
    if (lower < u'а' || lower > u'я')
        return {};
    return QLatin1StringView(Letters[size_t(lower.unicode() - u'а')]);
}

} // namespace

const Schema &joinedSchema(const Schema &rows, const QList<JoinedColumn> &columns)
{
    const Schema &base = rows.rows();
    if (columns.isEmpty())
        return base;
    const QMutexLocker lock(&all().mutex);
    auto &known = all().schemas;
    const auto found = std::ranges::find_if(known, [&](const std::unique_ptr<Joined> &one) {
        return one->schema.base == &base && one->columns() == columns;
    });
    if (found != known.end())
        return (*found)->schema;
    return known.emplace_back(std::make_unique<Joined>(base, columns))->schema;
}

const JoinedColumn *joinedColumn(const Schema &schema, const Column &column)
{
    if (column.storage != Storage::Joined)
        return nullptr;
    const QMutexLocker lock(&all().mutex);
    for (const std::unique_ptr<Joined> &one : all().schemas) {
        if (&one->schema != &schema)
            continue;
        const auto found = std::ranges::find_if(one->columns(), [&](const JoinedColumn &joined) {
            return QLatin1StringView(joined.key) == column.key;
        });
        return found == one->columns().end() ? nullptr : &*found;
    }
    return nullptr;
}

bool canBeJoined(const Schema &rows)
{
    const Schema &base = rows.rows();
    return &base == &vacancySchema() || &base == &pageSchema() || &base == &linkSchema() ||
           &base == &checkSchema();
}

bool canBeJoinedBy(const Column &column)
{
    if (column.storage != Storage::Cell && column.storage != Storage::Address &&
        column.storage != Storage::Computed)
        return false;
    return column.type == ColumnType::Text || column.type == ColumnType::Url ||
           column.type == ColumnType::Code || column.type == ColumnType::Integer;
}

QByteArray joinedKey(const Schema &schema, const QString &title, const QList<QByteArray> &taken)
{
    QByteArray plain;
    for (const QChar letter : title.trimmed().toLower()) {
        if (letter.unicode() < 0x80 && letter.isLetterOrNumber())
            plain += letter.toLatin1();
        else if (const QLatin1StringView spelt = latin(letter); !spelt.isEmpty())
            plain += QByteArray(spelt.data(), spelt.size());
        else if (!plain.isEmpty() && !plain.endsWith('_') && !letter.isLetter())
            plain += '_';
    }
    plain.truncate(LongestKey);
    while (plain.endsWith('_'))
        plain.chop(1);
    if (plain.isEmpty() || !QChar::fromLatin1(plain.front()).isLetter())
        plain.prepend("column_");
    if (plain.endsWith('_'))
        plain.chop(1);
    const auto isTaken = [&](const QByteArray &key) {
        return schema.indexOf(QString::fromLatin1(key)) || taken.contains(key);
    };
    QByteArray key = plain;
    for (int n = 2; isTaken(key); ++n)
        key = plain + '_' + QByteArray::number(n);
    return key;
}

} // namespace linnet::table
