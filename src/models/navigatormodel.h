// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runlist.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>

namespace linnet::models {

/// The left side of the window as a tree: the start page; for each kind of task a heading, the offer to begin
/// one, and every task with its runs; and the problems of the run that is shown.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        Start,
        Heading,
        NewTask,
        Folder, ///< into which somebody put tasks
        Task,   ///< what was asked for, with all runs that asked for the same
        Run,
        List,     ///< of what a kind of task works with; without an id the offer of a new one
        Requests, ///< what the program asks of whom
        Problems
    };
    enum class Tone : quint8
    {
        Muted,
        Good,
        Warning
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< int of Kind
        NoteRole,                ///< short text at the right end
        ToneRole,                ///< int of Tone, of the note
        RunRole,                 ///< the run, or a task's newest one
        TaskRole,                ///< Section::kind, of NewTask, Task, Run and List
        ListRole,                ///< Entry::id, of List
        SearchRole,              ///< Kept::number, of Task; 0 = it is not saved
        IconRole,                ///< name of an icon; of tasks
    };
    /// A kind of task.
    struct Section
    {
        QString kind; ///< of its runs
        QString icon;
        QString title;
        QString newText; ///< "New search"
    };
    /// Something else that stands under a kind of task: a list that is kept.
    struct Entry
    {
        QString id; ///< "" = the offer to begin one
        QString text;
        QString note;
        Tone tone = Tone::Muted;

        bool operator==(const Entry &) const = default;
    };
    /// A task that is kept by name, whether it has runs or not.
    struct Kept
    {
        int number = 0;
        QString kind;   ///< Section::kind
        QByteArray key; ///< session::taskKey()
        QString title;  ///< while it has no runs
        QString folder; ///< "" = in none
        QString toolTip;

        bool operator==(const Kept &) const = default;
    };
    /// What people call a task, from a run's stored parameters.
    using Title = std::function<QString(const store::RunInfo &)>;
    /// "742 vacancies", "finished"
    using Words = std::function<QString(const RunEntry &, bool underWay)>;

    /// runs outlives the model.
    NavigatorModel(const RunList &runs, QList<Section> sections, Title title, Words rows, Words state,
                   QObject *parent = nullptr);
    ~NavigatorModel() override;

    void setProblems(qint64 count);
    void setEntries(const QString &sectionKind, const QList<Entry> &entries);
    void setKept(const QList<Kept> &kept); ///< and titles of tasks are asked for anew
    /// The runs of a task, newest first, or the one run that index stands for.
    QList<store::RunId> runsAt(const QModelIndex &index) const;
    /// The same sections in another language; titles of tasks are asked for anew.
    void setSections(const QList<Section> &sections);
    /// task "" = the first one; list counts for lists only.
    QModelIndex indexOfKind(Kind kind, const QString &task = {}, const QString &list = {}) const;
    QModelIndex indexOfRun(store::RunId run) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// The name of a task; asks for it by renamed().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// run: its newest one, 0 = it has none; search: Kept::number, 0 = it is not saved.
    void renamed(linnet::store::RunId run, int search, const QString &name);

private:
    struct Node;
    /// What a run asked for; lists can be long, so it is put into words once.
    struct Asked
    {
        QJsonObject params;
        QByteArray key; ///< the same for runs that asked for the same
        QString title;
    };

    void refresh();
    std::unique_ptr<Node> build();
    void addSection(Node &root, const Section &section);
    void addTasks(Node &root, const Section &section);
    const Kept *keptOf(const QString &kind, const QByteArray &key) const;
    const Asked &askedBy(const store::RunInfo &run);
    void fill(Node &task, const std::vector<const RunEntry *> &runs) const;
    bool takeTexts(Node &mine, Node &fresh, const QModelIndex &parent);
    Node *nodeOf(const QModelIndex &index) const;

    const RunList &m_runs;
    QList<Section> m_sections;
    Title m_title;
    Words m_rowsText;
    Words m_stateText;
    qint64 m_problems = 0;
    QHash<QString, QList<Entry>> m_entries; ///< by Section::kind
    QList<Kept> m_kept;
    QHash<store::RunId, Asked> m_asked;
    std::unique_ptr<Node> m_root;
};

} // namespace linnet::models
