// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/skillfunction.h"

#include "comparable/skillwords.h"
#include "store/sqlite/ownrules.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/sqlvalues.h"

#include <memory>

namespace linnet::store {

using comparable::SkillWords;

namespace {

constexpr int SkillArguments = 3;

/// What the function knows from one call to the next, for its connection.
class SkillsOfRows
{
public:
    explicit SkillsOfRows(sqlite3 *connection)
        : m_rules(connection, SkillsMemo)
    {
    }

    QByteArray of(qint64 writes, QByteArrayView title, QByteArrayView text)
    {
        if (m_rules.readAgain(writes)) {
            auto own = SkillWords::parse(m_rules.text());
            m_own = own ? std::make_unique<const SkillWords>(std::move(*own)) : nullptr;
        }
        const SkillWords &skills = m_own ? *m_own : SkillWords::builtIn();
        return skills.named(QString::fromUtf8(title), QString::fromUtf8(text));
    }

private:
    OwnRules m_rules;
    std::unique_ptr<const SkillWords> m_own; ///< by the project's own lines
};

void skills(sqlite3_context *context, int, sqlite3_value **values)
{
    auto &rows = *static_cast<SkillsOfRows *>(sqlite3_user_data(context));
    giveText(context, rows.of(sqlite3_value_int64(values[0]), textOf(values[1]), textOf(values[2])));
}

} // namespace

Result<void> addSkillFunction(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(connection, "linnet_skills", SkillArguments,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                new SkillsOfRows(connection), skills, nullptr, nullptr,
                                                [](void *rows) { delete static_cast<SkillsOfRows *>(rows); });
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(connection, code));
    return {};
}

} // namespace linnet::store
