// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/exportplan.h"

#include "exports/table/csvwriter.h"
#include "models/table/conditiontext.h"
#include "session/sheets/furthersheets.h"
#include "session/sheets/summarytables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using exports::ExportFormat;

namespace {

QString aboutWords(const char *text)
{
    return QCoreApplication::translate("linnet::models", text);
}

ExportPlan::Tile tileOf(const ExportFormat &format)
{
    // Excel reads the list separator of the system, which goes with its decimal sign.
    const bool hasComma = QLocale().decimalPoint() == u","_s;
    const bool isUsual = format.id == "xlsx"_L1 || format.id == (hasComma ? "csv-ru"_L1 : "csv-en"_L1);
    return {&format,       format.id, exports::formatTitle(format), exports::formatHint(format),
            format.ending, isUsual};
}

} // namespace

QList<ExportPlan::Tile> ExportPlan::tiles()
{
    QList<Tile> result;
    for (const ExportFormat *format : exports::allFormats()) {
        if (!format->table)
            result << tileOf(*format);
    }
    return result;
}

ExportPlan::ExportPlan(ExportSource source, const Choices &before)
    : m_source(std::move(source))
{
    if (m_source.query.schema) {
        for (const ExportFormat *format : exports::formatsOf(*m_source.query.schema))
            m_offered << tileOf(*format);
    } else {
        m_offered = tiles();
    }
    allColumns = before.allColumns;
    asShown = before.asShown;
    replaceLineBreaks = before.replaceLineBreaks;
    summary = before.summary;
    package = before.package;
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
        lines.append({aboutWords(QT_TRANSLATE_NOOP("linnet::models", "Filter")),
                      filterText(*m_source.query.schema, m_source.query.filter)});
    if (scope == Scope::Selected)
        lines.append({aboutWords(QT_TRANSLATE_NOOP("linnet::models", "Rows")),
                      aboutWords(QT_TRANSLATE_NOOP("linnet::models", "chosen by hand"))});
    lines.append(
        {aboutWords(QT_TRANSLATE_NOOP("linnet::models", "Rows exported")), locale.toString(rows(scope))});
    if (m_source.total >= 0)
        lines.append({aboutWords(QT_TRANSLATE_NOOP("linnet::models", "Rows collected")),
                      locale.toString(m_source.total)});
    lines.append({aboutWords(QT_TRANSLATE_NOOP("linnet::models", "Exported at")),
                  QDateTime::currentDateTime()
                      .toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc())
                      .toString(Qt::ISODate)});
    return lines;
}

bool ExportPlan::offersSummary() const
{
    return chosen().format->hasFurtherSheets && m_source.query.schema &&
           session::hasSummary(*m_source.query.schema);
}

exports::ExportSpec ExportPlan::spec() const
{
    const Tile chosen = this->chosen();
    exports::ExportSpec result;
    result.projectPath = m_source.projectPath;
    result.schema = m_source.query.schema;
    result.ids = ids();
    if (!allColumns && chosen.format->columns == ExportFormat::Columns::Chosen)
        result.columns = m_source.visibleColumns;
    result.format = chosen.format;
    result.path = path;
    result.runs = m_source.query.runs;
    result.pagesOnly = pagesOnly;
    result.replaceLineBreaks = replaceLineBreaks;
    result.asShown = asShown && chosen.format->hasShownForm;
    result.about = aboutLines();
    if (chosen.format->hasFurtherSheets)
        result.furtherSheets = session::furtherSheets(result, summary);
    if (package && chosen.format->style) {
        result.package = m_facts;
        result.package->title = m_source.title;
    }
    return result;
}

exports::ExportSpec ExportPlan::previewSpec() const
{
    exports::ExportSpec result = spec();
    if (!result.format->write) {
        result.format = &exports::formats::Tsv;
        result.replaceLineBreaks = true;
    }
    return result;
}

ExportPlan::Choices ExportPlan::choices() const
{
    return {chosen().id,
            allColumns,
            asShown,
            replaceLineBreaks,
            summary,
            package,
            QFileInfo(path).absolutePath()};
}

} // namespace linnet::models
