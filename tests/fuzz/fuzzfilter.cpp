// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzfilter.h"

#include "fuzz/fuzzinput.h"
#include "store/read/rowreader.h"
#include "support/hostiletexts.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/filtercell.h"
#include "table/filterparser.h"

namespace linnet::fuzz {

namespace {

using namespace Qt::Literals::StringLiterals;
using table::Filter;
using table::Schema;

/// A project with a few vacancies, kept for all runs.
class Rows
{
public:
    Rows()
    {
        store::Unit unit;
        unit.run = m_project.writer().postRun(u"vacancies"_s, {});
        int number = 0;
        using C = table::VacancyColumn;
        for (const QString &text : test::hostileTexts()) {
            ++number;
            unit.rows.push_back(test::vacancyRow(QString::number(number), {{C::Vacancy, text},
                                                                           {C::Skills, text},
                                                                           {C::SalaryFrom, number * 1000.5},
                                                                           {C::Description, text}}));
        }
        m_project.writer().post(unit);
        require(m_project.flush().has_value(), "the rows are there");
        m_reader = m_project.reader();
    }

    void ask(const Schema &schema, const Filter &filter)
    {
        store::RowQuery query;
        query.schema = &schema;
        query.filter = filter;
        const Result<qint64> count = m_reader->count(query);
        // A regular expression may take too long, operands need not fit.
        require(count || count.error().reason == Reason::BadValue, "a filter can be asked");
    }

private:
    test::TempProject m_project;
    std::unique_ptr<store::RowReader> m_reader;
};

void checkParser(const Schema &schema, QStringView text, Rows &rows)
{
    const table::FilterParser parser(schema);
    const Result<Filter> filter = parser.parse(text);
    if (!filter) {
        require(!filter.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    const QString written = parser.toText(*filter);
    const Result<Filter> again = parser.parse(written);
    require(again && *again == *filter, "a filter that is written is the same");
    require(parser.toText(*again) == written, "a filter is written in one way");
    rows.ask(schema, *filter);
}

void checkCell(const Schema &schema, const table::Column &column, QStringView text, Rows &rows)
{
    const table::FilterCell cell(column);
    const auto conditions = cell.parse(text);
    if (!conditions) {
        require(!conditions.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    for (const table::Condition &condition : *conditions) {
        const QString written = cell.toText(condition);
        const auto again = cell.parse(written);
        require(written.isNull() || (again && *again == QList{condition}),
                "a cell that is written is the same");
    }
    Filter filter{*conditions};
    // What a cell says, the language of filters can say too.
    const table::FilterParser parser(schema);
    const Result<Filter> again = parser.parse(parser.toText(filter));
    require(again && *again == filter, "a cell as a filter is the same");
    rows.ask(schema, filter);
}

} // namespace

int fuzzFilter(const std::uint8_t *data, std::size_t size)
{
    static Rows rows;
    FuzzInput input(data, size);
    // Nobody types more.
    const QString text =
        QString::fromUtf8(input.bytes().first(std::min<qsizetype>(input.bytes().size(), 4096)));
    const auto schemas = table::allSchemas();
    const Schema &schema =
        input.choice(2) == 0 ? table::vacancySchema() : *schemas[input.choice(unsigned(schemas.size()))];
    checkParser(schema, text, rows);
    checkCell(schema, schema.columns[input.choice(unsigned(schema.columns.size()))], text, rows);
    return 0;
}

} // namespace linnet::fuzz
