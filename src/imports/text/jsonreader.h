// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonrecords.h"
#include "imports/recordreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>

namespace linnet::imports {

/// Reads the objects of a JSON list, or of JSON lines, as rows: a member is a cell, members of an object
/// within are cells named "outer.inner", a list of plain values is one text joined by ";".
class JsonReader final : public RecordReader
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::JsonReader)

public:
    static constexpr qsizetype MostNames = 4096;

    /// device stands where `from` says and outlives this. names: those that were met before that place.
    JsonReader(QIODevice &device, JsonRecords::Shape shape, const RecordPlace &from,
               const QStringList &names = {});

    Result<bool> next(SourceRow &row) override;
    const RecordPlace &place() const override { return m_place; }
    QStringList names() const override { return m_names; }

private:
    void add(SourceRow &row, const QString &prefix, const QJsonObject &object, int depth);
    void put(SourceRow &row, const QString &name, table::Value value);

    JsonRecords m_records;
    RecordPlace m_place;
    QStringList m_names;
    QHash<QString, qsizetype> m_indexes;
};

} // namespace linnet::imports
