// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/auditrulemodel.h"

#include "audit/rules/builtinrules.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using audit::AuditRule;

namespace {

constexpr quintptr NoGroup = 0; ///< as internal id; of a rule it is its group's place and one

QString ruleNumberText(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // so that what is shown can be typed again
    return locale.toString(number, 'g', 15);
}

std::optional<double> ruleNumberOf(const QString &text)
{
    bool isNumber = false;
    double number = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QFont boldRule()
{
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

AuditRuleModel::AuditRuleModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_builtIn(audit::builtInRules())
{
    arrange();
}

void AuditRuleModel::setRules(const audit::RuleSet &rules)
{
    beginResetModel();
    m_rules = rules;
    arrange();
    endResetModel();
}

void AuditRuleModel::arrange()
{
    m_groups.clear();
    for (const QString &id : audit::groupIds()) {
        Group group{id, {}};
        for (int i = 0; i < int(m_rules.rules().size()); ++i) {
            if (m_rules.rules()[i].group == id)
                group.rules.push_back(i);
        }
        if (!group.rules.empty())
            m_groups.push_back(std::move(group));
    }
}

const AuditRule *AuditRuleModel::rule(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == NoGroup)
        return nullptr;
    return &m_rules.rules()[m_groups[index.internalId() - 1].rules[size_t(index.row())]];
}

QModelIndex AuditRuleModel::indexOf(const QString &id) const
{
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const std::vector<int> &places = m_groups[group].rules;
        const auto found = std::ranges::find(places, id, [this](int i) { return m_rules.rules()[i].id; });
        if (found != places.end())
            return createIndex(int(found - places.begin()), 0, quintptr(group + 1));
    }
    return {};
}

const AuditRule *AuditRuleModel::builtIn(const QString &id) const
{
    const auto found = std::ranges::find(m_builtIn, id, &AuditRule::id);
    return found == m_builtIn.end() ? nullptr : &*found;
}

bool AuditRuleModel::isChanged(const AuditRule &rule) const
{
    const AuditRule *usual = builtIn(rule.id);
    return !usual || rule.isOn != usual->isOn || rule.level != usual->level ||
           rule.threshold != usual->threshold;
}

Result<void> AuditRuleModel::put(const AuditRule &rule)
{
    audit::RuleSet rules = m_rules;
    const Result<void> done = rules.put(rule);
    if (done)
        setRules(rules);
    return done;
}

void AuditRuleModel::restore(const QString &id)
{
    audit::RuleSet rules = m_rules;
    if (const AuditRule *usual = builtIn(id)) {
        rules.setOn(id, usual->isOn);
        rules.setLevel(id, usual->level);
        if (usual->threshold)
            rules.setThreshold(id, *usual->threshold);
    } else {
        rules.remove(id);
    }
    setRules(rules);
}

QModelIndex AuditRuleModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : NoGroup);
}

QModelIndex AuditRuleModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == NoGroup)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, NoGroup);
}

int AuditRuleModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool hasRules = parent.internalId() == NoGroup && parent.column() == 0;
    return hasRules ? int(m_groups[size_t(parent.row())].rules.size()) : 0;
}

int AuditRuleModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QString AuditRuleModel::text(const AuditRule &rule, Column column) const
{
    switch (column) {
    case Column::Rule:
        return rule.what;
    case Column::Level:
        return audit::levelTitle(rule.level);
    case Column::Threshold:
        return rule.threshold ? ruleNumberText(*rule.threshold) : QString();
    case Column::BuiltIn:
    case Column::Count:
        break;
    }
    const AuditRule *usual = builtIn(rule.id);
    if (!usual)
        return tr("your own");
    QStringList said{usual->isOn ? audit::levelTitle(usual->level) : tr("off")};
    if (usual->threshold)
        said.append(ruleNumberText(*usual->threshold));
    return said.join(u", "_s);
}

/// For screen readers, which tell one cell after the other.
QString AuditRuleModel::spoken(const AuditRule &rule, Column column) const
{
    const QString said = text(rule, column);
    switch (column) {
    case Column::Rule:
        return rule.isOn ? tr("%1, on", "a rule").arg(said) : tr("%1, off", "a rule").arg(said);
    case Column::Threshold:
        return said.isEmpty() ? tr("no number") : said;
    case Column::BuiltIn:
        return tr("Built in: %1").arg(said);
    case Column::Level:
    case Column::Count:
        break;
    }
    return said;
}

QVariant AuditRuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = Column(index.column());
    const AuditRule *shown = rule(index);
    if (!shown) {
        const bool isTitle = column == Column::Rule && (role == Qt::DisplayRole || role == SearchRole ||
                                                        role == Qt::AccessibleTextRole);
        if (isTitle)
            return audit::groupTitle(m_groups[size_t(index.row())].id);
        return role == Qt::FontRole ? QVariant(boldRule()) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, column);
    case Qt::EditRole:
        return column == Column::Level ? QVariant(int(shown->level)) : QVariant(text(*shown, column));
    case Qt::CheckStateRole:
        return column == Column::Rule ? QVariant(shown->isOn ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return column == Column::Rule ? shown->why : QString();
    case Qt::AccessibleTextRole:
        return spoken(*shown, column);
    case Qt::FontRole:
        return isChanged(*shown) ? QVariant(boldRule()) : QVariant();
    case SearchRole:
        return QStringList{shown->what, shown->id, shown->why, shown->fix, shown->condition}.join(u'\n');
    default:
        return {};
    }
}

QVariant AuditRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Rule:
        return tr("Rule");
    case Column::Level:
        return tr("Level");
    case Column::Threshold:
        return tr("Number");
    case Column::BuiltIn:
    case Column::Count:
        break;
    }
    return tr("Built in");
}

Qt::ItemFlags AuditRuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const AuditRule *shown = rule(index);
    if (!shown)
        return flags;
    switch (Column(index.column())) {
    case Column::Rule:
        return flags | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    case Column::Level:
        return flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    case Column::Threshold:
        return (shown->threshold ? flags | Qt::ItemIsEditable : flags) | Qt::ItemNeverHasChildren;
    case Column::BuiltIn:
    case Column::Count:
        break;
    }
    return flags | Qt::ItemNeverHasChildren;
}

bool AuditRuleModel::setThreshold(const AuditRule &rule, const QString &text)
{
    const auto number = ruleNumberOf(text);
    if (!number) {
        Q_EMIT refused(tr("“%1” is no number from 0 up. “%2” keeps its number.").arg(text, rule.what));
        return false;
    }
    m_rules.setThreshold(rule.id, *number);
    return true;
}

bool AuditRuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const AuditRule *changed = rule(index);
    if (!changed)
        return false;
    const auto column = Column(index.column());
    if (column == Column::Rule && role == Qt::CheckStateRole)
        m_rules.setOn(changed->id, value.toInt() == Qt::Checked);
    else if (column == Column::Level && role == Qt::EditRole)
        m_rules.setLevel(changed->id, audit::Level(value.toInt()));
    else if (column != Column::Threshold || role != Qt::EditRole || !changed->threshold ||
             !setThreshold(*changed, value.toString()))
        return false;
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columnCount() - 1));
    return true;
}

} // namespace linnet::models
