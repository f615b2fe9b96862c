// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "store/read/rowreader.h"

#include <QCoreApplication>
#include <QDateTime>

namespace linnet::report {

/// The words around numbers and charts, in the program's language.
class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::report::ReportWords)

public:
    /// Of which rows it is, as n of N: the filter in words when there is one.
    static QString rows(const store::RowQuery &query, qint64 shown, qint64 all, const QLocale &locale);
    /// Which rows stand beside them; rows: of these.
    static QString compared(const QString &name, const QString &other, const QString &rows);
    static QString made(const QDateTime &when, const QLocale &locale);
    static QString untitled();
    static QString by(const QString &author);
    static QString logo();
    static QString inShort();
    static QString changes();
    static QString remarks();
    static QString questions();
    static QString whatToDo();
    static QString furtherFindings();
    static QString noRows();
    static QString noAnswer();
    static QString dataOf(const QString &question);
    static QString more(qint64 rows);
    static QString morePlaces(qint64 rows);
    static QString about();
    static QString nothingToCompare();
    static QString severalRuns();
    static QString changesOfAll();
    static QString page(int number);
    static QString data();
};

} // namespace linnet::report
