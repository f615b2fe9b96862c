// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace linnet::store {

/// What people said of an ad or address: it belongs to that, not to a row, so every run shows it.
struct Mark
{
    QString key; ///< of vacancies the key of the row, else the address
    bool starred = false;
    QStringList tags = {}; ///< items of a list column (table::listValue()): trimmed, without semicolons
    QString note = {};

    bool operator==(const Mark &) const = default;
};

/// What is to become of marks, whatever they are.
struct MarkEdit
{
    std::optional<bool> starred = {};
    QStringList tagsToAdd = {};
    QStringList tagsToRemove = {};
    std::optional<QString> note = {};

    /// Tags that differ in upper and lower case only are one. Blanks at the ends of tags and notes go.
    Mark applied(Mark mark) const;
};

} // namespace linnet::store
