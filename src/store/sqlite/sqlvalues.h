// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

#include <sqlite3.h>

namespace linnet::store {

/// The bytes of an argument of an SQL function, valid until it returns; "" for NULL.
inline QByteArrayView textOf(sqlite3_value *value)
{
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return {};
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, sqlite3_value_bytes(value)};
}

/// Nothing for what is no number.
inline std::optional<double> numberOf(sqlite3_value *value)
{
    const int type = sqlite3_value_type(value);
    return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? std::optional(sqlite3_value_double(value))
                                                          : std::nullopt;
}

/// NULL for "".
inline void giveText(sqlite3_context *context, QByteArrayView text)
{
    if (text.isEmpty())
        sqlite3_result_null(context);
    else
        sqlite3_result_text(context, text.data(), int(text.size()), SQLITE_TRANSIENT);
}

} // namespace linnet::store
