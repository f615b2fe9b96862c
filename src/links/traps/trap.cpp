// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/trap.h"

#include <QCoreApplication>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    QLatin1StringView code;
    const char *text;
};

// In the order of TrapKind.
constexpr Words Table[] = {
    {"repeating_path"_L1, QT_TRANSLATE_NOOP("linnet::links::Trap", "The path repeats itself: %1.")},
    {"repeating_query"_L1, QT_TRANSLATE_NOOP("linnet::links::Trap", "The arguments repeat themselves: %1.")},
    {"too_long"_L1, QT_TRANSLATE_NOOP("linnet::links::Trap", "The address keeps growing: %1 characters.")},
    {"too_deep"_L1,
     QT_TRANSLATE_NOOP("linnet::links::Trap", "The address has %1 folders within each other.")},
    {"calendar"_L1, QT_TRANSLATE_NOOP("linnet::links::Trap", "A calendar that goes on for ever: %1.")},
    {"session_id"_L1,
     QT_TRANSLATE_NOOP("linnet::links::Trap", "The same page under ever new visitor numbers: %1.")},
    {"facets"_L1, QT_TRANSLATE_NOOP("linnet::links::Trap", "Every combination of filters of one page: %1.")},
};

} // namespace

QLatin1StringView Trap::code(TrapKind kind)
{
    return Table[std::size_t(kind)].code;
}

QString Trap::text() const
{
    return QCoreApplication::translate("linnet::links::Trap", Table[std::size_t(kind)].text).arg(detail);
}

} // namespace linnet::links
