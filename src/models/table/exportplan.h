// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/job/exportformats.h"
#include "session/aboutdata.h"
#include "store/rowquery.h"

#include <QDate>

namespace linnet::models {

/// What can be exported: a table as the user sees it just now.
struct ExportSource
{
    QString projectPath;
    store::RowQuery query;       ///< runs, filter and sort of the table
    store::IdVectorPtr shown;    ///< its rows
    store::IdVectorPtr selected; ///< may be empty
    qint64 total = -1;           ///< rows without the filter; -1 = not known
    QList<int> visibleColumns;   ///< in the order shown
    QString title;               ///< for the file name: "vacancies"
};

/// The choices of the export dialog and what follows from them, without any widget: formats on offer, a file
/// name, the specification of the export.
class ExportPlan
{
public:
    using AboutLines = QList<QPair<QString, QString>>;

    enum class Scope : quint8
    {
        All,
        Shown,
        Selected
    };

    /// A format as people choose it.
    struct Tile
    {
        const exports::ExportFormat *format = nullptr;
        QString id; ///< remembered
        QString title;
        QString hint;         ///< one line: what it is good for
        QString ending;       ///< "xlsx"
        bool isUsual = false; ///< what most people want: a workbook, and the CSV that Excel reads here
    };

    /// Choices of before, which whoever makes the plan remembers.
    struct Choices
    {
        QString format; ///< Tile::id
        bool allColumns = false;
        bool asShown = true;
        bool replaceLineBreaks = false;
        bool summary = true;
        bool package = false;
        QString folder;
    };

    ExportPlan(ExportSource source, const Choices &before);

    /// Formats of any table.
    static QList<Tile> tiles();
    /// Those of this table: links make graphs, too, pages a sitemap, requests an archive.
    const QList<Tile> &offered() const { return m_offered; }
    const Tile &chosen() const { return m_offered[m_tile]; }

    const ExportSource &source() const { return m_source; }
    Scope scope = Scope::Shown;
    bool allColumns = false;
    bool replaceLineBreaks = false;
    bool asShown = true;    ///< workbooks: titles, dates and links as in the table, else as stored
    bool summary = true;    ///< workbooks: with a sheet of counts and charts, where there is one
    bool package = false;   ///< text with separators: datapackage.json beside it
    bool pagesOnly = false; ///< graphs: only pages that were read and the links between them
    QString path;

    int tile() const { return m_tile; }
    /// Changes the path's ending, too.
    void setTile(int index);
    /// The rows of a scope: -1 = not known yet.
    qint64 rows(Scope of) const;
    bool isFiltered() const { return !m_source.query.filter.isEmpty(); }
    /// The rows without the filter, in the table's order; the caller looks them up with a QueryThread.
    store::RowQuery allQuery() const;
    void setAllIds(store::IdVectorPtr ids) { m_all = std::move(ids); }
    /// What is known of the runs (session::aboutRuns()), for the sheet in workbooks.
    void setAbout(AboutLines about) { m_about = std::move(about); }
    /// Of the data package (session::packageFacts()).
    void setFacts(exports::PackageFacts facts) { m_facts = std::move(facts); }
    bool offersSummary() const;
    bool needsAllIds() const { return scope == Scope::All && isFiltered() && !m_all; }

    /// For ExportJob; ids is null while needsAllIds().
    exports::ExportSpec spec() const;
    /// What the preview shows: the same, but a workbook as tab-separated text.
    exports::ExportSpec previewSpec() const;
    Choices choices() const;

private:
    store::IdVectorPtr ids() const;
    session::AboutLines aboutLines() const;

    ExportSource m_source;
    store::IdVectorPtr m_all;
    session::AboutLines m_about;
    exports::PackageFacts m_facts;
    QList<Tile> m_offered;
    int m_tile = 0;
};

} // namespace linnet::models
