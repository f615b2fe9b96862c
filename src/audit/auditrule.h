// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/baseset.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace linnet::audit {

/// How bad a finding is.
enum class Level : quint8
{
    Error,
    Warning,
    Notice,
};

QString levelCode(Level level); ///< "error", "warning", "notice"
std::optional<Level> levelOf(const QString &code);
QString levelTitle(Level level); ///< for people

/// What must be known of a crawl before a rule says anything.
enum class Needs : quint8
{
    Nothing,
    AllPages,   ///< all that could be found was asked
    WholeCrawl, ///< all that could be found was asked, and a sitemap was read
    Sitemap,    ///< a sitemap was read
    Direct,     ///< no proxy stood between
};

/// One thing that can be wrong with a site: which rows, out of which set, how bad, and what people should
/// know. In outputs its id is the column `check`.
struct AuditRule
{
    QString id;
    QString group; ///< see groupTitle(); "own" for people's rules
    BaseSet set = BaseSet::Pages;
    Level level = Level::Warning;
    /// In the filter language, over the rows of the set; "{n}" stands for the threshold.
    QString condition;
    std::optional<double> threshold;
    bool isOn = true;
    Needs needs = Needs::Nothing;
    QStringList columns; ///< that tell what is meant; the first is the value of a finding
    QString what;        ///< in a list: "Title is missing"
    QString why;
    QString fix;
    bool isOwn = false;

    /// The column by which its rows belong together, because the group is the finding; "" for most rules.
    QString groupedBy() const;
    bool operator==(const AuditRule &) const = default;
};

/// How the rows of a rule are shown: those of one group together, else what most links lead to first.
table::Sort shownSort(const AuditRule &rule);

/// The groups of the built-in rules in their order, then "own".
QStringList groupIds();
QString groupTitle(const QString &group);

} // namespace linnet::audit
