// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace linnet::exports {

/// What a data package says of its data beyond their columns.
struct PackageFacts
{
    /// Where the data are from.
    struct Source
    {
        QString title;
        QString path; ///< its address; may be empty
    };
    /// On which terms they may be used.
    struct Terms
    {
        QString title;
        QString path; ///< the address of the text
    };

    QString title; ///< for people
    QString description;
    QList<Source> sources;
    QList<Terms> terms;
};

} // namespace linnet::exports
