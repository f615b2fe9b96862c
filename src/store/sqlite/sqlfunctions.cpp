// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlfunctions.h"

#include "store/sqlite/alikefunction.h"
#include "store/sqlite/foldedtext.h"
#include "store/sqlite/fragmentset.h"
#include "store/sqlite/payfunction.h"
#include "store/sqlite/skillfunction.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/wordfunction.h"
#include "table/value.h"
#include "table/wordquery.h"

#include <QHash>
#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>

namespace linnet::store {

namespace {

/// More than all rules of an audit have.
constexpr qsizetype MostArguments = 1000;

FoldedText &folded()
{
    static thread_local FoldedText text;
    return text;
}

// The text of a value as it is filtered; numbers read as people write them. The blob of a text is its bytes
// as stored.
QByteArrayView bytesOf(sqlite3_value *value, QByteArray &number)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        number = QByteArray::number(sqlite3_value_int64(value));
        return number;
    case SQLITE_FLOAT:
        number = table::toText(table::Value(sqlite3_value_double(value))).toUtf8();
        return number;
    default:
        return {static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value)};
    }
}

// An argument that is constant, found once per query and made once: there are queries for each of many
// values.
template <typename T>
const T &argument(sqlite3_context *context, sqlite3_value *value, T (*make)(const QString &), int place = 1)
{
    auto *known = static_cast<T *>(sqlite3_get_auxdata(context, place));
    if (known)
        return *known;
    QByteArray number;
    const QByteArrayView bytes = bytesOf(value, number);
    static thread_local QHash<QByteArray, T> made;
    auto result = made.constFind(QByteArray::fromRawData(bytes.data(), bytes.size()));
    if (result == made.cend()) {
        if (made.size() >= MostArguments)
            made.clear();
        result = made.insert(bytes.toByteArray(), make(QString::fromUtf8(bytes)));
    }
    sqlite3_set_auxdata(context, place, new T(*result), [](void *old) { delete static_cast<T *>(old); });
    return *result;
}

QString makeText(const QString &text)
{
    return text;
}

table::WordQuery makeWords(const QString &text)
{
    return table::WordQuery::parse(text).value_or(table::WordQuery());
}

template <typename Test> bool anyItem(QStringView list, Test test)
{
    qsizetype from = 0;
    while (from <= list.size()) {
        qsizetype to = list.indexOf(u';', from);
        if (to < 0)
            to = list.size();
        const QStringView item = list.sliced(from, to - from).trimmed();
        if (!item.isEmpty() && test(item))
            return true;
        from = to + 1;
    }
    return false;
}

void fold(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) != SQLITE_TEXT) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    QByteArray number;
    const QByteArrayView text = folded().utf8(bytesOf(values[0], number));
    sqlite3_result_text64(context, text.isEmpty() ? "" : text.data(), sqlite3_uint64(text.size()),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
}

void contains(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString &needle = argument<QString>(context, values[1], makeText);
    QByteArray number;
    sqlite3_result_int(context, folded().utf16(bytesOf(values[0], number)).contains(needle));
}

void hasWords(sqlite3_context *context, int count, sqlite3_value **values)
{
    const auto &query = argument<table::WordQuery>(context, values[0], makeWords, 0);
    QByteArray number;
    bool isIn = false;
    for (int i = 1; i < count && !isIn; ++i)
        isIn = query.matches(folded().utf16(bytesOf(values[i], number)));
    sqlite3_result_int(context, isIn);
}

void item(sqlite3_context *context, int count, sqlite3_value **values)
{
    QByteArray number;
    const QStringView list = folded().utf16(bytesOf(values[0], number));
    bool isIn = false;
    for (int i = 1; i < count && !isIn; ++i) {
        const QString &wanted = argument<QString>(context, values[i], makeText, i);
        isIn = list == wanted || anyItem(list, [&](QStringView one) { return one == wanted; });
    }
    sqlite3_result_int(context, isIn);
}

void matches(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto &expression = argument<QRegularExpression>(context, values[1], filterExpression);
    QByteArray number;
    const QString text = QString::fromUtf8(bytesOf(values[0], number));
    sqlite3_result_int(context, expression.match(text).hasMatch());
}

void itemMatches(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto &expression = argument<QRegularExpression>(context, values[1], filterExpression);
    QByteArray number;
    const QString list = QString::fromUtf8(bytesOf(values[0], number));
    sqlite3_result_int(
        context, anyItem(list, [&](QStringView one) { return expression.match(one.toString()).hasMatch(); }));
}

void hasFragment(sqlite3_context *context, int, sqlite3_value **values)
{
    QByteArray none;
    const QByteArrayView packed = bytesOf(values[0], none);
    const QByteArrayView fragment = bytesOf(values[1], none);
    const bool isThere = FragmentSet::contains(packed, fragment);
    // "#/inbox" and "#!/inbox" are no places of a page but what its scripts shall show.
    if (!isThere && (fragment.startsWith('/') || fragment.startsWith('!')))
        sqlite3_result_null(context);
    else
        sqlite3_result_int(context, isThere);
}

struct Function
{
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
};

constexpr Function Functions[] = {
    {"linnet_fold", 1, fold},
    {"linnet_contains", 2, contains},
    {"linnet_has_words", -1, hasWords},
    {"linnet_item", -1, item},
    {"linnet_matches", 2, matches},
    {"linnet_item_matches", 2, itemMatches},
    {"linnet_has_fragment", 2, hasFragment},
};

} // namespace

QRegularExpression filterExpression(const QString &pattern)
{
    QRegularExpression result(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
    result.optimize();
    return result;
}

Result<void> addSqlFunctions(sqlite3 *connection)
{
    for (const Function &function : Functions) {
        const int code = sqlite3_create_function_v2(connection, function.name, function.arguments,
                                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                    nullptr, function.call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return std::unexpected(sqlError(connection, code));
    }
    for (const auto add : {&addPayFunction, &addWordFunction, &addSkillFunction, &addAlikeFunction}) {
        if (const Result<void> added = add(connection); !added)
            return added;
    }
    return {};
}

} // namespace linnet::store
