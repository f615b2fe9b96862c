// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/baseset.h"
#include "base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace linnet::audit {

/// The parts of a site by which findings are counted apart. A page belongs to the first segment whose filter
/// it passes. As a file, or as a memo of the project, each line is a name, a tab and a filter over pages;
/// empty lines and those that begin with # say nothing. Without lines, the first folders of the addresses are
/// the segments.
class Segments
{
public:
    struct Segment
    {
        QString name;
        table::Filter filter; ///< over pages
    };

    /// A line that cannot be used is left out and named in problems(); BadValue when none is left.
    static Result<Segments> parse(const QString &text, const AuditSchemas &schemas = {});
    /// Those that a project remembers; by folders when it remembers none that can be read.
    static Segments of(const QHash<QString, QString> &memos, const AuditSchemas &schemas = {});
    static QString memoKey() { return QStringLiteral("segments"); }

    bool isByFolder() const { return m_segments.isEmpty(); }
    const QList<Segment> &segments() const { return m_segments; }
    const QStringList &problems() const { return m_problems; } ///< English, with the line
    const QString &text() const { return m_text; }             ///< as it was read

private:
    static constexpr qsizetype MostSegments = 200;

    QList<Segment> m_segments;
    QStringList m_problems;
    QString m_text;
};

} // namespace linnet::audit
