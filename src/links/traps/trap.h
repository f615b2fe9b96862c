// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace linnet::links {

enum class TrapKind : quint8
{
    RepeatingPath,  ///< /a/b/a/b/a/b
    RepeatingQuery, ///< one argument over and over, or encoding upon encoding
    TooLong,        ///< longer than any page's address needs
    TooDeep,        ///< more folders than any site has
    Calendar,       ///< dates that go on for ever
    SessionId,      ///< the same page under ever new visits
    Facets,         ///< one page with every combination of its arguments
};

/// Why an address was taken for part of an endless space.
struct Trap
{
    TrapKind kind;
    QString detail; ///< what gave it away: the repeated part, the argument, the date

    bool operator==(const Trap &) const = default;
    /// As stored: "repeating_path" …
    static QLatin1StringView code(TrapKind kind);
    /// One translated sentence, with the detail.
    QString text() const;
};

} // namespace linnet::links
