// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/wordfunction.h"

#include "comparable/vocabulary.h"
#include "store/sqlite/ownrules.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/sqlvalues.h"

#include <QHash>

#include <memory>

namespace linnet::store {

using comparable::Vocabulary;
using comparable::WordKind;

namespace {

constexpr int WordArguments = 4;
constexpr qsizetype MostTexts = 20'000; ///< that are remembered

/// What the function knows from one call to the next, for its connection.
class WordsOfRows
{
public:
    explicit WordsOfRows(sqlite3 *connection)
        : m_rules(connection, WordsMemo)
    {
    }

    const QByteArray &of(WordKind kind, qint64 writes, QByteArrayView text, QByteArrayView other)
    {
        if (m_rules.readAgain(writes)) {
            m_known.clear();
            auto own = Vocabulary::parse(m_rules.text());
            m_own = own ? std::make_unique<const Vocabulary>(std::move(*own)) : nullptr;
        }
        m_key.clear();
        m_key.append(char(kind)).append(text).append('\0').append(other);
        const auto known = m_known.constFind(m_key);
        if (known != m_known.cend())
            return *known;
        if (m_known.size() >= MostTexts)
            m_known.clear();
        // The key keeps its memory.
        return *m_known.insert(QByteArray(m_key.constData(), m_key.size()), meaning(kind, text, other));
    }

private:
    QByteArray meaning(WordKind kind, QByteArrayView bytes, QByteArrayView other) const
    {
        const Vocabulary &words = m_own ? *m_own : Vocabulary::builtIn();
        const QString text = QString::fromUtf8(bytes);
        switch (kind) {
        case WordKind::Region:
            return words.region(text);
        case WordKind::Grade:
            return words.grades(text);
        case WordKind::Experience:
            return words.experience(text);
        case WordKind::Employment:
            return words.employment(text, QString::fromUtf8(other));
        case WordKind::WorkFormat:
        case WordKind::Occupation:
            return words.codesOf(kind, text);
        case WordKind::Count:
            break;
        }
        Q_UNREACHABLE();
    }

    OwnRules m_rules;
    std::unique_ptr<const Vocabulary> m_own; ///< by the project's own lines
    QHash<QByteArray, QByteArray> m_known;   ///< by kind and texts
    QByteArray m_key;
};

void words(sqlite3_context *context, int, sqlite3_value **values)
{
    auto &rows = *static_cast<WordsOfRows *>(sqlite3_user_data(context));
    giveText(context, rows.of(WordKind(sqlite3_value_int(values[0])), sqlite3_value_int64(values[1]),
                              textOf(values[2]), textOf(values[3])));
}

} // namespace

Result<void> addWordFunction(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(connection, "linnet_words", WordArguments,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                new WordsOfRows(connection), words, nullptr, nullptr,
                                                [](void *rows) { delete static_cast<WordsOfRows *>(rows); });
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(connection, code));
    return {};
}

} // namespace linnet::store
