// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicefilter.h"

#include "base/textfold.h"
#include "gui/choice/choicemodel.h"

namespace linnet::gui {

ChoiceFilter::ChoiceFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void ChoiceFilter::setText(const QString &text)
{
    m_folded = foldText(text.simplified());
    invalidate(); // invalidateFilter() takes many times longer on large trees
}

bool ChoiceFilter::matches(const QModelIndex &sourceIndex) const
{
    return containsFolded(sourceIndex.data().toString(), m_folded) ||
           containsFolded(sourceIndex.data(ChoiceModel::AlsoCalledRole).toString(), m_folded);
}

bool ChoiceFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_folded.isEmpty() || matches(sourceModel()->index(row, 0, parent));
}

QModelIndex ChoiceFilter::firstMatch(const QModelIndex &below) const
{
    for (int row = 0; row < rowCount(below); ++row) {
        const QModelIndex here = index(row, 0, below);
        if (matches(mapToSource(here)))
            return here;
        if (const QModelIndex deeper = firstMatch(here); deeper.isValid())
            return deeper;
    }
    return {};
}

} // namespace linnet::gui
