// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/segments.h"

#include "table/filterparser.h"

#include <algorithm>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;

Result<Segments> Segments::parse(const QString &text, const AuditSchemas &schemas)
{
    Segments read;
    read.m_text = text;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const auto complain = [&](const QString &what) {
            read.m_problems.append(u"line %1: %2"_s.arg(i + 1).arg(what));
        };
        const qsizetype tab = line.indexOf(u'\t');
        const QString name = line.first(std::max<qsizetype>(0, tab)).trimmed();
        const bool isThere =
            std::ranges::any_of(read.m_segments, [&](const Segment &known) { return known.name == name; });
        const auto filter = tab < 0
                                ? Result<table::Filter>(table::Filter())
                                : table::FilterParser(*schemas.pages).parse(line.sliced(tab + 1).trimmed());
        if (name.isEmpty())
            complain(u"a name, a tab and a filter are needed"_s);
        else if (isThere)
            complain(u"there is a segment %1 already"_s.arg(name));
        else if (!filter)
            complain(filter.error().detail);
        else if (filter->isEmpty())
            complain(u"the filter is empty"_s);
        else if (read.m_segments.size() == MostSegments)
            complain(u"there are more than %1 segments"_s.arg(MostSegments));
        else
            read.m_segments.append({name, *filter});
    }
    if (read.m_segments.isEmpty())
        return fail(Reason::BadValue,
                    read.m_problems.isEmpty() ? u"there is no segment"_s : read.m_problems.join(u"; "_s));
    return read;
}

Segments Segments::of(const QHash<QString, QString> &memos, const AuditSchemas &schemas)
{
    const QString memo = memos.value(memoKey());
    return memo.isEmpty() ? Segments() : parse(memo, schemas).value_or(Segments());
}

} // namespace linnet::audit
