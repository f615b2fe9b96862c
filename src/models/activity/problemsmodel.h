// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QAbstractItemModel>

namespace linnet::models {

/// What failed in a run, grouped by cause and host: a cause says in a sentence what happened and what to do,
/// below it stand the addresses.
class ProblemsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        UrlRole = Qt::UserRole
    };
    /// Ids of the units that failed: of an address, of all addresses of a cause, or of all. Lines that are no
    /// addresses cannot be asked again and are left out.
    std::vector<qint64> unitsOf(const QModelIndex &index) const;

    using QAbstractItemModel::QAbstractItemModel;

    void setFailures(std::vector<store::WorkFailure> failures);
    qsizetype count() const { return qsizetype(m_failures.size()); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Cause
    {
        Error error; ///< without the detail that differs
        QString host;
        std::vector<size_t> failures;
    };

    QString causeText(const Cause &cause) const;

    std::vector<store::WorkFailure> m_failures;
    std::vector<Cause> m_causes; ///< the most frequent first
};

} // namespace linnet::models
