// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartsaver.h"

#include "base/errortext.h"
#include "draw/chart/chartfile.h"
#include "draw/chart/charttable.h"
#include "draw/chart/textruler.h"
#include "exports/file/fileerror.h"
#include "exports/job/exportformats.h"
#include "exports/table/rowsink.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype LongestName = 60; ///< characters; some systems end at 255 bytes

table::Value valueOf(const draw::ChartTable::Cell &cell)
{
    if (const auto *number = std::get_if<double>(&cell.value))
        return *number;
    if (const auto *text = std::get_if<QString>(&cell.value))
        return *text;
    return {};
}

Result<void> writeData(const draw::ChartTable &data, const exports::ExportFormat &format, QIODevice &device)
{
    std::vector<table::Column> columns;
    for (const draw::ChartTable::Column &column : data.columns)
        columns.push_back({.key = QLatin1StringView(column.key),
                           .type = column.number ? table::ColumnType::Real : table::ColumnType::Text});
    QList<const table::Column *> given;
    for (const table::Column &column : columns)
        given.append(&column);
    const std::unique_ptr<exports::RowSink> sink = format.sink({}, device);
    if (const Result<void> begun = sink->begin(given); !begun)
        return begun;
    for (const std::vector<draw::ChartTable::Cell> &row : data.rows) {
        table::Cells cells;
        std::ranges::transform(row, std::back_inserter(cells), &valueOf);
        if (const Result<void> written = sink->row(table::ViewedCells(cells).views()); !written)
            return written;
    }
    return sink->end();
}

} // namespace

ChartSaver::ChartSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QList<const exports::ExportFormat *> ChartSaver::dataFormats()
{
    QList<const exports::ExportFormat *> result;
    for (const exports::ExportFormat *format : exports::allFormats()) {
        if (format->sink && !format->table)
            result.append(format);
    }
    return result;
}

QString ChartSaver::fileName(const QString &title)
{
    QString name = draw::TextRuler::oneLine(title).left(LongestName);
    for (QChar &unit : name) {
        if (u"/\\:*?\"<>|."_s.contains(unit))
            unit = u' ';
    }
    name = name.simplified();
    return name.isEmpty() ? tr("chart") : name;
}

void ChartSaver::ask(const draw::Chart &chart, const draw::ChartStyle &style, double width)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{tr("Picture, PNG (*.png)"), tr("Drawing that scales, SVG (*.svg)"),
                        tr("Page, PDF (*.pdf)")};
    const qsizetype pictures = filters.size();
    const QList<const exports::ExportFormat *> formats = dataFormats();
    for (const exports::ExportFormat *format : formats)
        filters << tr("Its data, %1 (*.%2)").arg(exports::formatTitle(*format), QString(format->ending));
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(fileName(chart.title));
    const auto formatOf = [formats, filters, pictures](const QString &filter) {
        const qsizetype index = filters.indexOf(filter);
        return index >= pictures ? formats[index - pictures] : nullptr;
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, formatOf](const QString &filter) {
        static constexpr std::array endings{"png"_L1, "svg"_L1, "pdf"_L1};
        const exports::ExportFormat *data = formatOf(filter);
        const auto picture = size_t(std::max<qsizetype>(0, filters.indexOf(filter)));
        dialog->setDefaultSuffix(data ? QString(data->ending)
                                      : QString(endings[std::min(picture, endings.size() - 1)]));
    });
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [this, dialog, chart, style, width, formatOf](const QString &path) {
            // Who types another ending means it.
            const bool picture = draw::ChartFile::formatOfPath(path).has_value();
            const exports::ExportFormat *data = picture ? nullptr : formatOf(dialog->selectedNameFilter());
            const Result<void> saved = save(chart, style, width, path, data);
            Q_EMIT message(saved ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                                 : tr("The chart was not saved. %1").arg(ErrorText::sentence(saved.error())));
        });
    dialog->open();
}

Result<void> ChartSaver::save(const draw::Chart &chart, const draw::ChartStyle &style, double width,
                              const QString &path, const exports::ExportFormat *data)
{
    if (!data)
        return draw::ChartFile(chart, draw::ChartStyle::forPaper(style.font, style.locale), {width, 0})
            .save(path);
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(exports::deviceError(file, errno));
    if (const Result<void> written = writeData(chartTable(chart, style.locale), *data, file); !written)
        return written;
    errno = 0;
    if (!file.commit())
        return std::unexpected(exports::deviceError(file, errno));
    return {};
}

} // namespace linnet::gui
