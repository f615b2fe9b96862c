// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/pagereader.h"

#include <QObject>

#include <functional>
#include <memory>
#include <span>

namespace linnet::models {

/// Reads the cells of many rows a portion at a time, without waiting, in a thread of its own: for copying and
/// for sums over a selection. A new start() cancels the one before, without a signal.
class RowCollector : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(std::span<const table::Cells>)>;

    explicit RowCollector(QObject *parent = nullptr);
    ~RowCollector() override;

    /// Whose rows; "" when the project closes. Ends what runs.
    void setProject(const QString &path);
    /// take is called in this thread for portion after portion, in the order of ids; then done() comes, once.
    void start(const table::Schema &schema, std::vector<qint64> ids, Take take);
    void cancel();
    bool isRunning() const { return m_take != nullptr; }

Q_SIGNALS:
    void done(const linnet::Result<void> &result);

private:
    void askNext();
    void takePage(quint64 generation, const Result<std::vector<table::Cells>> &rows);

    QString m_path;
    std::unique_ptr<store::PageReader> m_reader; ///< made when it is needed first
    const table::Schema *m_schema = nullptr;
    std::vector<qint64> m_ids;
    size_t m_next = 0;
    quint64 m_generation = 0;
    Take m_take;
};

} // namespace linnet::models
