// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "session/aboutdata.h"

#include <QByteArray>
#include <QLocale>
#include <QSize>
#include <QString>
#include <QStringList>

#include <vector>

namespace linnet::report {

/// A picture that stands beside the title: always PNG, made anew from what somebody gave.
struct Logo
{
    QByteArray png; ///< empty = none
    QSize size;     ///< pixels

    bool operator==(const Logo &) const = default;
};

/// One of the numbers on top.
struct Figure
{
    QString label;
    QString value; ///< "—" when it is not known
    QString detail;
    bool few = false; ///< it rests on few values: grey, and said
};

/// A question with its answer.
struct Section
{
    QString key;
    draw::Chart chart; ///< its title is the question
    QString sentence;  ///< "" = none
};

/// A row of a finding.
struct AuditExample
{
    QString url;
    QString detail; ///< what is said of it; "" = nothing
};

/// A finding of the audit.
struct AuditItem
{
    QString level; ///< "error", "warning", "notice"
    QString what;
    QString reason; ///< its level, how many, of how many
    QString why;
    QString fix;
    std::vector<AuditExample> examples;
    qint64 more = 0; ///< rows that are no example
};

/// What the audit of a crawl says.
struct AuditPart
{
    QString title;
    QString sentence;            ///< "" = there is no audit
    QString remark;              ///< "" = none
    std::vector<Figure> figures; ///< rules by what they say
    std::vector<AuditItem> worst;
    QStringList further; ///< the other findings, each with its number
};

/// All that a report says, as plain texts in one language; whoever writes it escapes them. Values only.
struct Report
{
    QLocale locale; ///< of texts and numbers
    QString title;
    QString author;      ///< "" = not said
    QStringList remarks; ///< paragraphs
    Logo logo;
    QString made; ///< when, and by which program
    QString rows; ///< which rows it is about, as n of N
    std::vector<Figure> figures;
    QList<QPair<QString, QString>> answers; ///< the first few questions, in a sentence each
    QStringList changes;                    ///< against the run before
    AuditPart audit;
    std::vector<Section> sections;
    QStringList leftOut; ///< questions that no row answers
    session::AboutLines about;

    /// The language of its texts: "en", "ru".
    QString language() const;
};

/// The rows of the table behind a chart that a report shows; the others are counted.
inline constexpr qsizetype MostTableRows = 100;

} // namespace linnet::report
