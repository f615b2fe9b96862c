// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditrule.h"

#include <QCoreApplication>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(linnet::audit::AuditRule)
};

struct Group
{
    QLatin1StringView id;
    const char *title;
};

constexpr Group Groups[] = {
    {"indexability"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines")},
    {"broken"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Broken")},
    {"redirects"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Redirects")},
    {"canonical"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Canonical address")},
    {"titles"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Titles and descriptions")},
    {"sitemap"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Sitemap")},
    {"headings"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Headings")},
    {"links"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Links")},
    {"hreflang"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Languages")},
    {"content"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Content")},
    {"pictures"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Pictures")},
    {"addresses"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Addresses")},
    {"safety"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Safety")},
    {"sharing"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Phones, sharing, data")},
    {"speed"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Speed")},
    {"own"_L1, QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Own rules")},
};

} // namespace

QString levelCode(Level level)
{
    return level == Level::Error ? u"error"_s : level == Level::Warning ? u"warning"_s : u"notice"_s;
}

std::optional<Level> levelOf(const QString &code)
{
    for (const Level level : {Level::Error, Level::Warning, Level::Notice}) {
        if (levelCode(level) == code)
            return level;
    }
    return std::nullopt;
}

QString levelTitle(Level level)
{
    switch (level) {
    case Level::Error:
        return Words::tr("error");
    case Level::Warning:
        return Words::tr("warning");
    case Level::Notice:
        break;
    }
    return Words::tr("notice");
}

QString AuditRule::groupedBy() const
{
    if (condition.startsWith("near_"_L1))
        return u"near_group"_s;
    return condition.startsWith("same_"_L1) ? columns.value(0) : QString();
}

table::Sort shownSort(const AuditRule &rule)
{
    if (const QString group = rule.groupedBy(); !group.isEmpty())
        return {{group, false}};
    if (rule.columns.contains("inlinks"_L1))
        return {{u"inlinks"_s, true}};
    return {};
}

QStringList groupIds()
{
    QStringList ids;
    for (const Group &group : Groups)
        ids.append(group.id);
    return ids;
}

QString groupTitle(const QString &id)
{
    for (const Group &group : Groups) {
        if (group.id == id)
            return QCoreApplication::translate("linnet::audit::AuditRule", group.title);
    }
    return id;
}

} // namespace linnet::audit
