// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

namespace linnet::gui {

/// One thing to choose: regions and roles have parents, the other lists are flat.
struct Choice
{
    QString id;
    QString title;
    int parent = -1;         ///< position of the parent in the list, which comes before; -1 = top
    bool selectable = true;  ///< false: only groups the ones below
    QString alsoCalled = {}; ///< another name that is found by searching, too
};

/// A list or tree of choices with a check mark each. The chosen ones never overlap: choosing a country takes
/// back the regions in it, choosing a region takes back its country. What stands in several places is chosen
/// in all of them.
class ChoiceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        AlsoCalledRole = Qt::UserRole
    };

    explicit ChoiceModel(std::vector<Choice> choices, QObject *parent = nullptr);

    QStringList checked() const; ///< ids in the order of the list
    void setChecked(const QStringList &ids);
    bool has(const QString &id) const;
    void append(const Choice &choice); ///< at the top, behind all others
    QStringList checkedTitles() const;
    QString title(const QString &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    QModelIndex indexOf(int position) const;
    const std::vector<int> &childrenOf(const QModelIndex &index) const;
    void uncheckBelow(int position);
    void mark(size_t position, bool on);

    std::vector<Choice> m_choices;
    std::vector<int> m_rows;                  ///< row of each choice below its parent
    std::vector<std::vector<int>> m_children; ///< the last entry holds the top ones
    std::vector<bool> m_checked;
};

} // namespace linnet::gui
