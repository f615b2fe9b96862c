// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatormodel.h"

#include "session/saved/taskid.h"

#include <QDateTime>
#include <QLocale>
#include <QMap>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

struct NavigatorModel::Node
{
    Kind kind = Kind::Heading;
    QString text;
    QString note;
    Tone tone = Tone::Muted;
    store::RunId run = 0;
    QString task; ///< Section::kind
    QString list; ///< Entry::id
    QString icon;
    QString toolTip; ///< besides the text
    int search = 0;  ///< Kept::number
    QByteArray key;  ///< tells a task or a folder from others
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node &add(Kind childKind, const QString &childText)
    {
        children.push_back(std::make_unique<Node>());
        Node &child = *children.back();
        child.kind = childKind;
        child.text = childText;
        child.parent = this;
        return child;
    }
    int row() const
    {
        const auto at = std::ranges::find(parent->children, this, &std::unique_ptr<Node>::get);
        return int(at - parent->children.begin());
    }
};

namespace {

QString whenText(const QString &startedUtc)
{
    const QDateTime when = QDateTime::fromString(startedUtc, Qt::ISODate).toLocalTime();
    if (!when.isValid())
        return startedUtc;
    const QLocale locale;
    const QString time = locale.toString(when.time(), QLocale::ShortFormat);
    if (when.date() == QDate::currentDate())
        return NavigatorModel::tr("today %1").arg(time);
    if (when.date() == QDate::currentDate().addDays(-1))
        return NavigatorModel::tr("yesterday %1").arg(time);
    return locale.toString(when.date(), QLocale::ShortFormat);
}

} // namespace

NavigatorModel::NavigatorModel(const RunList &runs, QList<Section> sections, Title title, Words rows,
                               Words state, QObject *parent)
    : QAbstractItemModel(parent)
    , m_runs(runs)
    , m_sections(std::move(sections))
    , m_title(std::move(title))
    , m_rowsText(std::move(rows))
    , m_stateText(std::move(state))
    , m_root(build())
{
    connect(&runs, &RunList::changed, this, &NavigatorModel::refresh);
}

NavigatorModel::~NavigatorModel() = default;

std::unique_ptr<NavigatorModel::Node> NavigatorModel::build()
{
    auto root = std::make_unique<Node>();
    root->add(Kind::Start, tr("Start"));
    for (const Section &section : m_sections)
        addSection(*root, section);
    root->add(Kind::Heading, tr("Progress"));
    root->add(Kind::Requests, tr("Requests"));
    Node &problems = root->add(Kind::Problems, tr("Problems"));
    if (m_problems > 0) {
        problems.note = QLocale().toString(m_problems);
        problems.tone = Tone::Warning;
    }
    return root;
}

const NavigatorModel::Asked &NavigatorModel::askedBy(const store::RunInfo &run)
{
    Asked &asked = m_asked[run.id];
    if (asked.key.isNull() || asked.params != run.params)
        asked = {run.params, session::taskKey(run.params), m_title(run)};
    return asked;
}

void NavigatorModel::addSection(Node &root, const Section &section)
{
    root.add(Kind::Heading, section.title);
    for (const Entry &entry : m_entries.value(section.kind)) {
        Node &node = root.add(Kind::List, entry.text);
        node.task = section.kind;
        node.list = entry.id;
        node.note = entry.note;
        node.tone = entry.tone;
    }
    root.add(Kind::NewTask, section.newText).task = section.kind;
    addTasks(root, section);
}

/// Folders first, then what stands in none, each the newest first; what has no run yet comes last.
void NavigatorModel::addTasks(Node &root, const Section &section)
{
    std::vector<std::pair<QByteArray, std::vector<const RunEntry *>>> tasks;
    for (auto entry = m_runs.runs().rbegin(); entry != m_runs.runs().rend(); ++entry) {
        if (entry->info.kind != section.kind)
            continue;
        const QByteArray key = askedBy(entry->info).key;
        auto found = std::ranges::find(tasks, key, [](const auto &task) { return task.first; });
        if (found == tasks.end())
            found = tasks.insert(tasks.end(), {key, {}});
        found->second.push_back(&*entry);
    }
    QMap<QString, Node *> folders;
    for (const Kept &kept : std::as_const(m_kept)) {
        if (kept.kind != section.kind)
            continue;
        const auto known = std::ranges::find(tasks, kept.key, [](const auto &task) { return task.first; });
        if (known == tasks.end() && !m_runs.isRead())
            continue; // its runs may be on their way
        if (known == tasks.end())
            tasks.push_back({kept.key, {}});
        if (!kept.folder.isEmpty())
            folders.insert(kept.folder, nullptr);
    }
    for (auto folder = folders.begin(); folder != folders.end(); ++folder) {
        *folder = &root.add(Kind::Folder, folder.key());
        (*folder)->task = section.kind;
        (*folder)->key = folder.key().toUtf8();
        (*folder)->icon = u"folder"_s;
    }
    for (const auto &[key, runs] : tasks) {
        const Kept *kept = keptOf(section.kind, key);
        Node &parent = kept && !kept->folder.isEmpty() ? *folders[kept->folder] : root;
        Node &task = parent.add(Kind::Task, runs.empty() ? kept->title : askedBy(runs.front()->info).title);
        task.key = key;
        task.task = section.kind;
        task.icon = section.icon;
        task.search = kept ? kept->number : 0;
        task.toolTip = kept ? kept->toolTip : QString();
        if (runs.empty())
            task.note = tr("not run yet");
        else
            fill(task, runs);
    }
}

const NavigatorModel::Kept *NavigatorModel::keptOf(const QString &kind, const QByteArray &key) const
{
    const auto found =
        std::ranges::find_if(m_kept, [&](const Kept &kept) { return kept.kind == kind && kept.key == key; });
    return found == m_kept.end() ? nullptr : &*found;
}

void NavigatorModel::fill(Node &task, const std::vector<const RunEntry *> &runs) const
{
    const RunEntry &newest = *runs.front();
    const bool working = m_runs.isUnderWay(newest.info.id);
    task.run = newest.info.id;
    task.note =
        working || newest.isInterrupted() ? m_stateText(newest, working) : QLocale().toString(newest.rows);
    task.tone = working ? Tone::Good : newest.isInterrupted() ? Tone::Warning : Tone::Muted;
    for (const RunEntry *entry : runs) {
        const bool now = m_runs.isUnderWay(entry->info.id);
        const bool plain = entry->info.state == store::RunState::Finished;
        QString text = tr("%1 · %2", "time of a run and its rows")
                           .arg(whenText(entry->info.started), m_rowsText(*entry, now));
        Node &run = task.add(Kind::Run, text);
        run.task = task.task;
        run.run = entry->info.id;
        run.note = plain ? QString() : m_stateText(*entry, now);
        run.tone = now ? Tone::Good : entry->isInterrupted() ? Tone::Warning : Tone::Muted;
    }
}

/// Takes over texts where the shape is the same, so that selection and open branches stay while a run counts
/// up.
bool NavigatorModel::takeTexts(Node &mine, Node &fresh, const QModelIndex &parent)
{
    if (mine.children.size() != fresh.children.size())
        return false;
    for (size_t i = 0; i < mine.children.size(); ++i) {
        Node &old = *mine.children[i];
        Node &now = *fresh.children[i];
        if (old.kind != now.kind || old.key != now.key || old.task != now.task || old.list != now.list ||
            old.children.size() != now.children.size() || (old.kind == Kind::Run && old.run != now.run))
            return false;
    }
    for (size_t i = 0; i < mine.children.size(); ++i) {
        Node &old = *mine.children[i];
        Node &now = *fresh.children[i];
        const QModelIndex at = index(int(i), 0, parent);
        if (old.text != now.text || old.note != now.note || old.tone != now.tone || old.run != now.run ||
            old.search != now.search || old.toolTip != now.toolTip) {
            old.text = now.text;
            old.note = now.note;
            old.tone = now.tone;
            old.run = now.run;
            old.search = now.search;
            old.toolTip = now.toolTip;
            Q_EMIT dataChanged(at, at);
        }
        if (!takeTexts(old, now, at))
            return false;
    }
    return true;
}

void NavigatorModel::refresh()
{
    if (m_runs.runs().empty())
        m_asked.clear(); // the next project has other runs of the same numbers
    std::unique_ptr<Node> fresh = build();
    if (takeTexts(*m_root, *fresh, {}))
        return;
    beginResetModel();
    m_root = std::move(fresh);
    endResetModel();
}

void NavigatorModel::setProblems(qint64 count)
{
    if (count == m_problems)
        return;
    m_problems = count;
    refresh();
}

void NavigatorModel::setEntries(const QString &sectionKind, const QList<Entry> &entries)
{
    if (m_entries.value(sectionKind) == entries)
        return;
    m_entries.insert(sectionKind, entries);
    refresh();
}

void NavigatorModel::setKept(const QList<Kept> &kept)
{
    m_kept = kept;
    m_asked.clear();
    refresh();
}

QList<store::RunId> NavigatorModel::runsAt(const QModelIndex &index) const
{
    const Node &node = *nodeOf(index);
    if (!index.isValid() || (node.kind != Kind::Task && node.kind != Kind::Run))
        return {};
    QList<store::RunId> result;
    for (const auto &run : node.children)
        result << run->run;
    if (result.isEmpty() && node.run != 0)
        result << node.run;
    return result;
}

bool NavigatorModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || nodeOf(index)->kind != Kind::Task)
        return false;
    Q_EMIT renamed(nodeOf(index)->run, nodeOf(index)->search, value.toString());
    return true;
}

void NavigatorModel::setSections(const QList<Section> &sections)
{
    m_sections = sections;
    m_asked.clear();
    refresh();
}

NavigatorModel::Node *NavigatorModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex NavigatorModel::indexOfKind(Kind kind, const QString &task, const QString &list) const
{
    const auto found = std::ranges::find_if(m_root->children, [&](const auto &node) {
        return node->kind == kind && (task.isEmpty() || node->task == task) &&
               (kind != Kind::List || node->list == list);
    });
    if (found == m_root->children.end())
        return {};
    return index(int(found - m_root->children.begin()), 0);
}

QModelIndex NavigatorModel::indexOfRun(store::RunId run) const
{
    const std::function<Node *(const Node &)> find = [&](const Node &above) -> Node * {
        for (const auto &child : above.children) {
            if (child->kind == Kind::Run && child->run == run)
                return child.get();
            if (Node *below = find(*child))
                return below;
        }
        return nullptr;
    };
    Node *node = find(*m_root);
    return node ? createIndex(node->row(), 0, node) : QModelIndex();
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(above->children.size()))
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex NavigatorModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeOf(index)->parent : nullptr;
    return above && above != m_root.get() ? createIndex(above->row(), 0, above) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.text;
    case Qt::ToolTipRole:
        if (node.kind != Kind::Task && node.kind != Kind::Run)
            return {};
        return node.toolTip.isEmpty() ? node.text : node.text + u'\n' + node.toolTip;
    case Qt::AccessibleTextRole:
        return node.note.isEmpty() ? node.text : node.text + u", "_s + node.note;
    case KindRole:
        return int(node.kind);
    case NoteRole:
        return node.note;
    case ToneRole:
        return int(node.tone);
    case RunRole:
        return node.run;
    case TaskRole:
        return node.task;
    case ListRole:
        return node.list;
    case SearchRole:
        return node.search;
    case IconRole:
        return node.icon;
    default:
        return {};
    }
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Kind kind = nodeOf(index)->kind;
    if (kind == Kind::Heading)
        return Qt::ItemIsEnabled;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return kind == Kind::Task ? usual | Qt::ItemIsEditable : usual;
}

} // namespace linnet::models
