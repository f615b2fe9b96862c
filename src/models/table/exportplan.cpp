// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/exportplan.h"

#include "models/table/conditiontext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using exports::CsvDialect;
using exports::Format;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("linnet::models", text);
}

} // namespace

QList<ExportPlan::Tile> ExportPlan::tiles()
{
    return {
        {u"xlsx"_s, words(QT_TRANSLATE_NOOP("linnet::models", "Excel")),
         words(QT_TRANSLATE_NOOP(
             "linnet::models",
             "Workbook (.xlsx): numbers stay numbers, texts stay texts, with a sheet about the "
             "data")),
         Format::Xlsx, CsvDialect::Standard, u"xlsx"_s},
        {u"csv-ru"_s, words(QT_TRANSLATE_NOOP("linnet::models", "CSV for Excel, Russian")),
         words(QT_TRANSLATE_NOOP(
             "linnet::models",
             "Opens with a double click where Excel is set to Russian: semicolons, decimal comma")),
         Format::Csv, CsvDialect::ExcelRu, u"csv"_s},
        {u"csv-en"_s, words(QT_TRANSLATE_NOOP("linnet::models", "CSV for Excel, English")),
         words(QT_TRANSLATE_NOOP(
             "linnet::models",
             "Opens with a double click where Excel is set to English: commas, decimal point")),
         Format::Csv, CsvDialect::ExcelEn, u"csv"_s},
        {u"csv"_s, words(QT_TRANSLATE_NOOP("linnet::models", "CSV for programs")),
         words(QT_TRANSLATE_NOOP("linnet::models",
                                 "RFC 4180, UTF-8, values exactly as stored: pandas, R, databases")),
         Format::Csv, CsvDialect::Standard, u"csv"_s},
        {u"tsv"_s, words(QT_TRANSLATE_NOOP("linnet::models", "TSV")),
         words(QT_TRANSLATE_NOOP("linnet::models", "Tab-separated text, values exactly as stored")),
         Format::Tsv, CsvDialect::Standard, u"tsv"_s},
        {u"json"_s, words(QT_TRANSLATE_NOOP("linnet::models", "JSON")),
         words(QT_TRANSLATE_NOOP("linnet::models", "One array of objects, one object per row")), Format::Json,
         CsvDialect::Standard, u"json"_s},
        {u"jsonl"_s, words(QT_TRANSLATE_NOOP("linnet::models", "JSON lines")),
         words(QT_TRANSLATE_NOOP("linnet::models", "One object per line, for streams and large files")),
         Format::JsonLines, CsvDialect::Standard, u"jsonl"_s},
    };
}

namespace {

QList<ExportPlan::Tile> tilesOfSomeTables()
{
    return {
        {u"gexf"_s, words(QT_TRANSLATE_NOOP("linnet::models", "GEXF")),
         words(QT_TRANSLATE_NOOP("linnet::models",
                                 "The links as a graph for Gephi, with all pages as its nodes")),
         Format::Gexf, CsvDialect::Standard, u"gexf"_s},
        {u"graphml"_s, words(QT_TRANSLATE_NOOP("linnet::models", "GraphML")),
         words(QT_TRANSLATE_NOOP("linnet::models", "The links as a graph for yEd, igraph, NetworkX and R")),
         Format::GraphMl, CsvDialect::Standard, u"graphml"_s},
        {u"dot"_s, words(QT_TRANSLATE_NOOP("linnet::models", "DOT")),
         words(QT_TRANSLATE_NOOP("linnet::models", "The links as a graph for Graphviz")), Format::Dot,
         CsvDialect::Standard, u"dot"_s},
        {u"sitemap"_s, words(QT_TRANSLATE_NOOP("linnet::models", "Sitemap")),
         words(QT_TRANSLATE_NOOP("linnet::models",
                                 "sitemap.xml for search engines: the pages of the site that they may list")),
         Format::Sitemap, CsvDialect::Standard, u"xml"_s},
        {u"har"_s, words(QT_TRANSLATE_NOOP("linnet::models", "HAR")),
         words(
             QT_TRANSLATE_NOOP("linnet::models", "HTTP archive, which the developer tools of browsers open")),
         Format::Har, CsvDialect::Standard, u"har"_s},
    };
}

} // namespace

ExportPlan::ExportPlan(ExportSource source, const Choices &before)
    : m_source(std::move(source))
    , m_offered(tiles())
{
    for (const Tile &tile : tilesOfSomeTables()) {
        if (m_source.query.schema && exports::checkTable(tile.format, *m_source.query.schema))
            m_offered << tile;
    }
    allColumns = before.allColumns;
    replaceLineBreaks = before.replaceLineBreaks;
    for (int i = 0; i < m_offered.size(); ++i) {
        if (m_offered[i].id == before.format)
            m_tile = i;
    }
    QString folder = before.folder;
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    path = QDir(folder).filePath(u"%1-%2.%3"_s.arg(m_source.title, QDate::currentDate().toString(Qt::ISODate),
                                                   m_offered[m_tile].ending));
}

void ExportPlan::setTile(int index)
{
    if (index < 0 || index >= m_offered.size() || index == m_tile)
        return;
    m_tile = index;
    const QFileInfo info(path);
    for (const Tile &tile : std::as_const(m_offered)) {
        if (info.suffix().compare(tile.ending, Qt::CaseInsensitive) == 0) {
            path = path.chopped(info.suffix().size()) + m_offered[index].ending;
            return;
        }
    }
}

qint64 ExportPlan::rows(Scope of) const
{
    switch (of) {
    case Scope::Shown:
        return m_source.shown ? qint64(m_source.shown->size()) : 0;
    case Scope::Selected:
        return m_source.selected ? qint64(m_source.selected->size()) : 0;
    case Scope::All:
        break;
    }
    if (!isFiltered())
        return rows(Scope::Shown);
    return m_all ? qint64(m_all->size()) : m_source.total;
}

store::RowQuery ExportPlan::allQuery() const
{
    store::RowQuery query = m_source.query;
    query.filter = {};
    return query;
}

store::IdVectorPtr ExportPlan::ids() const
{
    switch (scope) {
    case Scope::Selected:
        return m_source.selected;
    case Scope::All:
        return isFiltered() ? m_all : m_source.shown;
    case Scope::Shown:
        break;
    }
    return m_source.shown;
}

ExportPlan::AboutLines ExportPlan::aboutLines() const
{
    session::AboutLines lines = m_about;
    const QLocale locale;
    if (scope == Scope::Shown && isFiltered())
        lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Filter")),
                      filterText(*m_source.query.schema, m_source.query.filter)});
    if (scope == Scope::Selected)
        lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Rows")),
                      words(QT_TRANSLATE_NOOP("linnet::models", "chosen by hand"))});
    lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Rows exported")), locale.toString(rows(scope))});
    if (m_source.total >= 0)
        lines.append(
            {words(QT_TRANSLATE_NOOP("linnet::models", "Rows collected")), locale.toString(m_source.total)});
    lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Exported at")),
                  QDateTime::currentDateTime()
                      .toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc())
                      .toString(Qt::ISODate)});
    return lines;
}

exports::ExportSpec ExportPlan::spec() const
{
    const Tile chosen = this->chosen();
    exports::ExportSpec result;
    result.projectPath = m_source.projectPath;
    result.schema = m_source.query.schema;
    result.ids = ids();
    // An archive is made of all columns.
    if (!allColumns && chosen.format != Format::Har)
        result.columns = m_source.visibleColumns;
    result.format = chosen.format;
    result.dialect = chosen.dialect;
    result.path = path;
    result.runs = m_source.query.runs;
    result.pagesOnly = pagesOnly;
    result.replaceLineBreaks = replaceLineBreaks;
    result.about = aboutLines();
    return result;
}

exports::ExportSpec ExportPlan::previewSpec() const
{
    exports::ExportSpec result = spec();
    if (result.format == Format::Xlsx) {
        result.format = Format::Tsv;
        result.replaceLineBreaks = true;
    }
    return result;
}

ExportPlan::Choices ExportPlan::choices() const
{
    return {chosen().id, allColumns, replaceLineBreaks, QFileInfo(path).absolutePath()};
}

} // namespace linnet::models
