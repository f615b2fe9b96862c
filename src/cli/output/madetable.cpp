// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/madetable.h"

#include "cli/output/rowoutput.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/transaction.h"

#include <QTemporaryDir>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> fill(const QString &path, const table::Schema &schema, const RowSource &rows)
{
    auto database = store::Database::open(path, store::Database::Mode::Write);
    const auto made = database ? store::SchemaSteps::apply(*database) : std::unexpected(database.error());
    const store::Relation relation(schema);
    const auto created = made ? relation.create(*database) : made;
    auto transaction = created ? store::Transaction::begin(*database, store::Transaction::Mode::Write)
                               : std::unexpected(created.error());
    if (!transaction)
        return std::unexpected(transaction.error());
    QByteArray names = "run_id";
    QByteArray places = "1";
    for (const table::Column &column : schema.columns) {
        names += ", " + store::Relation::quoted(column.key);
        places += ", ?";
    }
    {
        auto insert =
            database->prepare("INSERT INTO " + relation.table() + " (" + names + ") VALUES (" + places + ')');
        if (!insert)
            return std::unexpected(insert.error());
        const auto all = rows([&insert](const table::Cells &cells) {
            for (size_t i = 0; i < cells.size(); ++i)
                insert->bind(int(i) + 1, cells[i]);
            return insert->run();
        });
        if (!all)
            return all;
    }
    return transaction->commit();
}

} // namespace

Result<qint64> writeTable(const table::Schema &schema, const std::vector<table::Cells> &rows,
                          const OutputOptions &output, Console &console)
{
    const auto all = [&rows](const RowTaker &take) -> Result<void> {
        for (const table::Cells &cells : rows) {
            if (const auto taken = take(cells); !taken)
                return taken;
        }
        return {};
    };
    return writeTable(schema, RowSource(all), output, console);
}

Result<qint64> writeTable(const table::Schema &schema, const RowSource &rows, const OutputOptions &output,
                          Console &console)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(Reason::Io, folder.errorString());
    const QString path = folder.filePath(u"rows.linnet"_s);
    if (const auto filled = fill(path, schema, rows); !filled)
        return std::unexpected(filled.error());
    return RowOutput(output, console).write(path, {&schema, {}, {}, {}});
}

} // namespace linnet::cli
