// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace linnet::gui {

/// Choices of a ChoiceModel one of whose names contains what was typed, whatever its case and with ё as е,
/// together with what is above and below them.
class ChoiceFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ChoiceFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    /// The first choice that itself matches, in the order of the list; invalid when there is none.
    QModelIndex firstMatch(const QModelIndex &below = {}) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool matches(const QModelIndex &sourceIndex) const;

    QString m_folded;
};

} // namespace linnet::gui
