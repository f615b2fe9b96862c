// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowcollector.h"

namespace linnet::models {

namespace {

constexpr size_t Portion = 512;

} // namespace

RowCollector::RowCollector(QObject *parent)
    : QObject(parent)
{
}

RowCollector::~RowCollector() = default;

void RowCollector::setProject(const QString &path)
{
    cancel();
    m_reader.reset();
    m_path = path;
}

void RowCollector::start(const table::Schema &schema, std::vector<qint64> ids, Take take)
{
    cancel();
    if (m_path.isEmpty())
        return;
    if (!m_reader) {
        m_reader = std::make_unique<store::PageReader>(m_path);
        connect(m_reader.get(), &store::PageReader::pageReady, this,
                [this](quint64 generation, int, const auto &rows) { takePage(generation, rows); });
    }
    m_schema = &schema;
    m_ids = std::move(ids);
    m_next = 0;
    m_take = std::move(take);
    askNext();
}

void RowCollector::cancel()
{
    ++m_generation;
    m_take = nullptr;
    m_ids.clear();
    if (m_reader)
        m_reader->forget(m_generation);
}

void RowCollector::askNext()
{
    const auto first = m_ids.begin() + ptrdiff_t(m_next);
    const auto last = m_ids.begin() + ptrdiff_t(std::min(m_next + Portion, m_ids.size()));
    m_reader->request(m_generation, int(m_next / Portion), m_schema, std::vector<qint64>(first, last));
}

void RowCollector::takePage(quint64 generation, const Result<std::vector<table::Cells>> &rows)
{
    if (generation != m_generation || !m_take)
        return;
    if (!rows) {
        cancel();
        Q_EMIT done(std::unexpected(rows.error()));
        return;
    }
    m_take(*rows);
    m_next += Portion;
    if (m_next < m_ids.size()) {
        askNext();
        return;
    }
    m_take = nullptr;
    m_ids.clear();
    Q_EMIT done({});
}

} // namespace linnet::models
