// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"

#include <QByteArray>

#include <concepts>
#include <utility>

namespace linnet::store {

/// The enumerations whose numbers stand in project files.
template <typename Enum>
concept Stored = std::same_as<Enum, RunState> || std::same_as<Enum, WorkState> ||
    std::same_as<Enum, AttachmentWrite::Kind>;

/// The number that stands in the file, to be bound.
template <Stored Enum> constexpr int storedNumber(Enum value)
{
    return int(std::to_underlying(value));
}

/// The same as a part of SQL.
template <Stored Enum> QByteArray storedSql(Enum value)
{
    return QByteArray::number(storedNumber(value));
}

} // namespace linnet::store
