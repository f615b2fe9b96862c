// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportwords.h"

#include "models/table/conditiontext.h"
#include "table/vacancyschema.h"

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

QString ReportWords::rows(const store::RowQuery &query, qint64 shown, qint64 all, const QLocale &locale)
{
    const bool isOfAds = &query.schema->rows() == &table::vacancySchema();
    if (query.filter.conditions.isEmpty())
        return isOfAds ? tr("About all %1 ads.").arg(locale.toString(all))
                       : tr("About all %1 addresses.").arg(locale.toString(all));
    const QString counted = isOfAds ? tr("About %1 of %2 ads, those that pass the filter: %3.")
                                    : tr("About %1 of %2 addresses, those that pass the filter: %3.");
    return counted.arg(locale.toString(shown), locale.toString(all),
                       models::filterText(*query.schema, query.filter));
}

QString ReportWords::compared(const QString &name, const QString &other, const QString &rows)
{
    return tr("The charts show them as “%1” beside “%2”: %3").arg(name, other, rows);
}

QString ReportWords::made(const QDateTime &when, const QLocale &locale)
{
    return tr("Made on %1 with Linnet %2.")
        .arg(locale.toString(when, u"d MMMM yyyy, HH:mm"), QStringLiteral(LINNET_VERSION));
}

QString ReportWords::untitled()
{
    return tr("Report");
}

QString ReportWords::by(const QString &author)
{
    return tr("By %1").arg(author);
}

QString ReportWords::logo()
{
    return tr("Logo");
}

QString ReportWords::inShort()
{
    return tr("In short");
}

QString ReportWords::changes()
{
    return tr("Since last time");
}

QString ReportWords::remarks()
{
    return tr("Remarks");
}

QString ReportWords::questions()
{
    return tr("Questions and answers");
}

QString ReportWords::whatToDo()
{
    return tr("What to do: %1");
}

QString ReportWords::furtherFindings()
{
    return tr("Also found: %1.");
}

QString ReportWords::noRows()
{
    return tr("There is no row to say anything about. Take away conditions of the filter, or choose another "
              "run.");
}

QString ReportWords::noAnswer()
{
    return tr("Nothing can be told, or too few values are known, of: %1");
}

QString ReportWords::dataOf(const QString &question)
{
    return tr("The numbers: %1").arg(question);
}

QString ReportWords::more(qint64 rows)
{
    return tr("and %n more row(s)", nullptr, int(rows));
}

QString ReportWords::morePlaces(qint64 rows)
{
    return tr("and %Ln more", nullptr, int(rows));
}

QString ReportWords::about()
{
    return tr("About this data");
}

QString ReportWords::nothingToCompare()
{
    return tr("There is nothing to compare with yet: no earlier complete run of the same search.");
}

QString ReportWords::severalRuns()
{
    return tr("Nothing is compared, since the report is of several runs.");
}

QString ReportWords::changesOfAll()
{
    return tr("This counts all rows of the run, whatever the filter.");
}

QString ReportWords::page(int number)
{
    return tr("Page %1").arg(number);
}

QString ReportWords::data()
{
    return tr("The numbers behind the charts");
}

} // namespace linnet::report
