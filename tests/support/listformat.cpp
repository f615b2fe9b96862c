// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/listformat.h"

#include "exports/file/textoutput.h"
#include "exports/table/rowpump.h"
#include "table/checkschema.h"

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class ListWriter final : public exports::RowSink
{
public:
    explicit ListWriter(QIODevice &device)
        : m_out(device)
    {
    }
    Result<void> begin(const QList<const table::Column *> &) override { return {}; }
    Result<void> row(table::CellViews cells) override
    {
        m_out.putText(table::toText(table::toValue(cells.front())));
        m_out.put('\n');
        return m_out.flushIfLarge();
    }
    Result<void> end() override { return m_out.finish(); }
    qint64 bytes() const override { return m_out.bytes(); }

private:
    exports::TextOutput m_out;
};

std::unique_ptr<exports::RowSink> makeSink(const exports::ExportSpec &, QIODevice &device)
{
    return std::make_unique<ListWriter>(device);
}

} // namespace

constinit const exports::ExportFormat ListFormat{
    .id = "list"_L1,
    .ending = "list"_L1,
    .title = "List",
    .hint = "One value a line",
    .table = &table::checkSchema,
    .madeOf = "a list is made of the table of checks",
    .write = &exports::writeRows<&makeSink>,
};

} // namespace linnet::test
