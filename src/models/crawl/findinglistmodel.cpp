// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/findinglistmodel.h"

#include "audit/rules/builtinrules.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using audit::Finding;

namespace {

/// The worst level of a group and its place among the groups.
struct GroupOrder
{
    audit::Level level;
    qsizetype place;
    auto operator<=>(const GroupOrder &) const = default;
};

struct FindingListWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::FindingListModel)
};

QString levelHeading(audit::Level level)
{
    switch (level) {
    case audit::Level::Error:
        return FindingListWords::tr("Errors");
    case audit::Level::Warning:
        return FindingListWords::tr("Warnings");
    case audit::Level::Notice:
        break;
    }
    return FindingListWords::tr("Notices");
}

} // namespace

FindingListModel::FindingListModel(const CrawlOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    arrange();
    connect(&overview, &CrawlOverview::changed, this,
            [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
}

void FindingListModel::setFindings(const QList<Finding> &findings)
{
    m_findings = findings;
    m_isJudged = !findings.isEmpty();
    arrange();
}

void FindingListModel::setUnfolded(bool unfolded)
{
    m_isUnfolded = unfolded;
    arrange();
}

void FindingListModel::retranslate()
{
    const QList<audit::AuditRule> rules = audit::builtInRules();
    for (Finding &finding : m_findings) {
        const auto same = std::ranges::find(rules, finding.rule.id, &audit::AuditRule::id);
        if (same == rules.end())
            continue;
        finding.rule.what = same->what;
        finding.rule.why = same->why;
        finding.rule.fix = same->fix;
    }
    arrange();
}

void FindingListModel::setOrder(Order order)
{
    if (std::exchange(m_order, order) != order)
        arrange();
}

void FindingListModel::arrange()
{
    beginResetModel();
    m_rows.clear();
    const int views = int(m_overview.views().size());
    for (int view = 0; view < views; ++view)
        m_rows.push_back({Kind::View, view});
    if (m_order == Order::WorstFirst)
        addWorstFirst();
    else
        addByGroup();
    if (m_isJudged)
        m_rows.push_back({Kind::Passed});
    for (int i = 0; m_isUnfolded && i < int(m_findings.size()); ++i) {
        if (!m_findings[i].isHit())
            m_rows.push_back({Kind::Silent, views + i});
    }
    endResetModel();
}

void FindingListModel::addWorstFirst()
{
    std::optional<audit::Level> level;
    for (const int i : audit::worstFirst(m_findings)) {
        if (level != m_findings[i].rule.level) {
            level = m_findings[i].rule.level;
            m_rows.push_back({Kind::Group, -1, audit::levelCode(*level)});
        }
        m_rows.push_back({Kind::Finding, int(m_overview.views().size()) + i});
    }
}

void FindingListModel::addByGroup()
{
    std::vector<int> hits;
    QHash<QString, GroupOrder> groups;
    const QStringList places = audit::groupIds();
    for (int i = 0; i < int(m_findings.size()); ++i) {
        const Finding &finding = m_findings[i];
        if (!finding.isHit())
            continue;
        hits.push_back(i);
        const GroupOrder here{finding.rule.level, places.indexOf(finding.rule.group)};
        const auto known = groups.find(finding.rule.group);
        if (known == groups.end())
            groups.insert(finding.rule.group, here);
        else
            *known = std::min(*known, here);
    }
    std::ranges::stable_sort(hits, {}, [&](int i) {
        return std::pair(groups.value(m_findings[i].rule.group), m_findings[i].rule.level);
    });
    QString group;
    for (const int i : hits) {
        if (m_findings[i].rule.group != group) {
            group = m_findings[i].rule.group;
            m_rows.push_back({Kind::Group, -1, group});
        }
        m_rows.push_back({Kind::Finding, int(m_overview.views().size()) + i});
    }
}

int FindingListModel::entryOf(const QString &id) const
{
    const auto &views = m_overview.views();
    const auto view = std::ranges::find(views, id, &ReadyView::id);
    if (view != views.end())
        return int(view - views.begin());
    const auto found =
        std::ranges::find(m_findings, id, [](const Finding &finding) { return finding.rule.id; });
    return found == m_findings.end() ? -1 : int(views.size() + (found - m_findings.begin()));
}

int FindingListModel::entryWith(const table::Schema &schema, const table::Filter &filter) const
{
    const auto &views = m_overview.views();
    for (int i = 0; i < int(views.size()); ++i) {
        if (views[i].schema == &schema.rows() && views[i].filter == filter)
            return i;
    }
    for (int i = 0; i < int(m_findings.size()); ++i) {
        if (&audit::schemaOf(m_findings[i].rule.set) == &schema.rows() && m_findings[i].filter == filter)
            return int(views.size()) + i;
    }
    return -1;
}

ReadyView FindingListModel::view(int entry) const
{
    const Finding *found = finding(entry);
    if (!found)
        return m_overview.views().value(entry);
    const audit::AuditRule &rule = found->rule;
    ReadyView view;
    view.id = rule.id;
    view.title = rule.what;
    view.hint = rule.why;
    view.schema = &audit::schemaOf(rule.set);
    view.filter = found->filter;
    view.columns = rule.columns;
    view.sort = audit::shownSort(rule);
    return view;
}

qint64 FindingListModel::count(int entry) const
{
    const Finding *found = finding(entry);
    return found ? found->count : m_overview.count(entry);
}

const Finding *FindingListModel::finding(int entry) const
{
    const qsizetype place = entry - m_overview.views().size();
    return place < 0 || place >= m_findings.size() ? nullptr : &m_findings[place];
}

int FindingListModel::rowOf(int entry) const
{
    const auto row = std::ranges::find(m_rows, entry, &Row::entry);
    return entry < 0 || row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int FindingListModel::hits(audit::Level level) const
{
    return int(std::ranges::count_if(m_findings, [level](const Finding &finding) {
        return finding.isHit() && finding.rule.level == level;
    }));
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString FindingListModel::note(const Row &row) const
{
    const QLocale locale;
    const Finding *found = finding(row.entry);
    switch (row.kind) {
    case Kind::View:
        return m_overview.count(row.entry) < 0 ? QString() : locale.toString(m_overview.count(row.entry));
    case Kind::Finding:
        return locale.toString(found->count);
    case Kind::Silent:
        return found->isJudged                             ? u"0"_s
               : found->rule.needs == audit::Needs::Direct ? tr("asked through a proxy")
               : found->rule.needs == audit::Needs::WholeCrawl || found->rule.needs == audit::Needs::AllPages
                   ? tr("needs a whole crawl")
               : found->rule.needs == audit::Needs::Nothing ? tr("not by segment")
                                                            : tr("needs a sitemap");
    case Kind::Group:
    case Kind::Passed:
        break;
    }
    return {};
}

QString FindingListModel::title(const Row &row) const
{
    switch (row.kind) {
    case Kind::View:
        return m_overview.views()[row.entry].title;
    case Kind::Group:
        return m_order == Order::WorstFirst ? levelHeading(*audit::levelOf(row.text))
                                            : audit::groupTitle(row.text);
    case Kind::Finding:
    case Kind::Silent:
        return finding(row.entry)->rule.what;
    case Kind::Passed:
        break;
    }
    return tr("%Ln rule(s) passed", nullptr, audit::FindingCounts::of(m_findings).passed);
}

QString FindingListModel::hint(const Row &row) const
{
    const Finding *found = finding(row.entry);
    if (!found)
        return row.kind == Kind::View ? m_overview.views()[row.entry].hint : QString();
    if (!found->isHit())
        return found->rule.what;
    return found->rule.what + u'\n' + audit::reasonText(*found, QLocale());
}

/// For screen readers: what a line shows by its mark and its place, too.
QString FindingListModel::spoken(const Row &row) const
{
    QStringList said{title(row)};
    if (row.kind == Kind::Finding)
        said.append(audit::levelTitle(finding(row.entry)->rule.level));
    if (row.kind == Kind::Passed)
        said.append(m_isUnfolded ? tr("unfolded") : tr("folded"));
    said.append(note(row));
    said.removeAll(QString());
    return said.join(u", "_s);
}

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const Finding *found = finding(row.entry);
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return hint(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case KindRole:
        return int(row.kind);
    case EntryRole:
        return row.kind == Kind::Silent ? -1 : row.entry;
    case NoteRole:
        return note(row);
    case LevelRole:
        return row.kind == Kind::Finding ? int(found->rule.level) : -1;
    case ReasonRole:
        return row.kind == Kind::Finding && m_order == Order::WorstFirst
                   ? audit::shortReasonText(*found, QLocale())
                   : QString();
    default:
        return {};
    }
}

} // namespace linnet::models
