// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/worstfirst.h"
#include "models/crawl/crawloverview.h"

#include <QAbstractListModel>

namespace linnet::models {

/// What stands beside the tables of a crawl: its ready views, then the findings of the audit that have rows,
/// by level with the worst first or group by group, and one line for the rules that found nothing, which
/// unfolds.
class FindingListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        View,
        Group,
        Finding,
        Passed, ///< the line that folds
        Silent, ///< a rule that found nothing, or that could not be judged
    };
    enum class Order : quint8
    {
        ByGroup,    ///< groups with errors first
        WorstFirst, ///< audit::worstFirst(); each with its reason
    };
    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< Kind as int
        EntryRole,                   ///< int, of a view or finding; -1
        NoteRole,                    ///< at the right: the count in words
        LevelRole,                   ///< audit::Level as int; -1 for what is no finding
        ReasonRole,                  ///< with the worst first: why it stands where it stands
    };

    /// overview outlives the model.
    explicit FindingListModel(const CrawlOverview &overview, QObject *parent = nullptr);

    void setFindings(const QList<audit::Finding> &findings);
    void setUnfolded(bool unfolded);
    bool isUnfolded() const { return m_isUnfolded; }
    void setOrder(Order order);
    Order order() const { return m_order; }
    /// Says all again in the language of the program.
    void retranslate();

    /// Views and findings by one number, which lasts until other findings are set.
    int entryOf(const QString &id) const;                                          ///< -1 = none
    int entryWith(const table::Schema &schema, const table::Filter &filter) const; ///< -1 = none
    ReadyView view(int entry) const;
    qint64 count(int entry) const;                  ///< -1 = not known yet
    const audit::Finding *finding(int entry) const; ///< null for a view
    int rowOf(int entry) const;                     ///< -1 = not shown
    int hits(audit::Level level) const;             ///< rules that found something
    bool isJudged() const { return m_isJudged; }    ///< findings were set
    const QList<audit::Finding> &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        Kind kind = Kind::View;
        int entry = -1;
        QString text = {};
    };

    void arrange();
    void addByGroup();
    void addWorstFirst();
    QString note(const Row &row) const;
    QString title(const Row &row) const;
    QString hint(const Row &row) const;
    QString spoken(const Row &row) const;

    const CrawlOverview &m_overview;
    QList<audit::Finding> m_findings;
    std::vector<Row> m_rows;
    Order m_order = Order::ByGroup;
    bool m_isUnfolded = false;
    bool m_isJudged = false;
};

} // namespace linnet::models
