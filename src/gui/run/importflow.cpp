// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/importflow.h"

#include "gui/run/importdialog.h"

#include <QFileDialog>
#include <QtConcurrentRun>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ImportFlow::ImportFlow(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_reading.isCanceled())
            onPreview(m_reading.result());
    });
}

void ImportFlow::ask()
{
    auto *dialog = new QFileDialog(m_window, tr("Import tables or vacancies"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Tables and JSON, also packed (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl "
                               "*.ndjson *.gz *.zst)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportFlow::take);
    dialog->open();
}

void ImportFlow::take(const QStringList &paths)
{
    imports::ImportSpec spec;
    for (const QString &path : paths) {
        auto file = imports::ImportSpec::File::of(path);
        if (!file) {
            Q_EMIT failed(file.error());
            return;
        }
        spec.files.push_back(std::move(*file));
    }
    if (spec.files.empty())
        return;
    m_spec = std::move(spec);
    m_reading.setFuture(QtConcurrent::run(
        [path = m_spec.files.front().path] { return imports::ImportPreview::of(path, nullptr, {}); }));
}

void ImportFlow::onPreview(const imports::ImportPreview &preview)
{
    if (preview.error.reason != Reason::None) {
        Q_EMIT failed(
            {preview.error.reason, 0, m_spec.files.front().title() + u": "_s + preview.error.detail});
        return;
    }
    if (preview.kind == imports::TableFile::Kind::Records) {
        Q_EMIT wanted(m_spec);
        return;
    }
    auto *dialog = new ImportDialog(m_spec, preview, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT wanted(dialog->spec()); });
    dialog->open();
}

} // namespace linnet::gui
