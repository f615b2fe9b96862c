// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/exportdialog.h"

#include "base/errortext.h"
#include "gui/appsettings.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/table/formattiles.h"
#include "gui/widgets/flowlayout.h"
#include "session/sheets/packagefacts.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QtConcurrentRun>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::ExportPlan;
using Scope = ExportPlan::Scope;

namespace {

constexpr int PreviewRows = 20;
constexpr qsizetype PreviewCharacters = 40'000;
constexpr qsizetype GridCell = 28;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

/// Tab-separated lines as columns below each other: a workbook has no text of its own to show.
QString grid(const QString &text)
{
    QList<QStringList> lines;
    QList<qsizetype> widths;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        QStringList cells = QString(line).remove(u'\r').split(u'\t');
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells[i].size() > GridCell)
                cells[i] = cells[i].first(GridCell - 1) + u'…';
            if (widths.size() <= i)
                widths << 0;
            widths[i] = std::max(widths[i], cells[i].size());
        }
        lines << cells;
    }
    QString result;
    for (const QStringList &cells : std::as_const(lines)) {
        QString row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row += cells[i].leftJustified(widths[i] + 2);
        while (row.endsWith(u' '))
            row.chop(1);
        result += row + u'\n';
    }
    return result;
}

ExportPlan::Choices choicesOfBefore(const QSettings &settings)
{
    return {setting::ExportFormat.read(settings),  setting::ExportAllColumns.read(settings),
            setting::ExportAsShown.read(settings), setting::ExportLineBreaks.read(settings),
            setting::ExportSummary.read(settings), setting::ExportPackage.read(settings),
            setting::ExportFolder.read(settings)};
}

void remember(const ExportPlan::Choices &choices, QSettings &settings)
{
    setting::ExportFormat.write(settings, choices.format);
    setting::ExportAllColumns.write(settings, choices.allColumns);
    setting::ExportAsShown.write(settings, choices.asShown);
    setting::ExportLineBreaks.write(settings, choices.replaceLineBreaks);
    setting::ExportSummary.write(settings, choices.summary);
    setting::ExportPackage.write(settings, choices.package);
    setting::ExportFolder.write(settings, choices.folder);
}

} // namespace

ExportDialog::ExportDialog(models::ExportSource source, QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_plan(std::move(source), choicesOfBefore(settings))
    , m_about([this](const Result<Known> &known) {
        // Without it the rows can still be had.
        if (known) {
            m_plan.setAbout(known->about);
            m_plan.setFacts(known->facts);
        }
        m_aboutKnown = true;
        updateControls();
    })
{
    setWindowTitle(tr("Export"));
    resize(scaled(QSize(760, 620)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(makeScopes());
    layout->addWidget(heading(tr("Format"), this));
    layout->addWidget(makeFormats());
    layout->addWidget(makeOptions());
    layout->addWidget(heading(tr("What will be in the file"), this));
    m_preview = new QPlainTextEdit(this);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setAccessibleName(tr("First lines of the file"));
    m_preview->setPlaceholderText(tr("The first rows are being read…"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    keepFixedFont(m_preview);
    layout->addWidget(m_preview, 1);
    layout->addWidget(makePath());
    layout->addWidget(makeEnd());

    m_previewRest.setSingleShot(true);
    m_previewRest.setInterval(120ms);
    connect(&m_previewRest, &QTimer::timeout, this, &ExportDialog::makePreview);
    connect(&m_previews, &QFutureWatcherBase::finished, this, &ExportDialog::showPreview);
    m_about.start(m_plan.source().projectPath, [runs = m_plan.source().query.runs](store::RowReader &reader) {
        auto about = session::aboutRuns(reader, runs);
        auto facts = about ? session::packageFacts(reader, runs, {}) : std::unexpected(about.error());
        if (!facts)
            return Result<Known>(std::unexpected(facts.error()));
        return Result<Known>(Known{std::move(*about), std::move(*facts)});
    });
    updateControls();
    makePreview();
    m_export->setFocus();
}

// A preview under way ends by itself: it reads a few rows with a connection of its own.
ExportDialog::~ExportDialog() = default;

QWidget *ExportDialog::makeScopes()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(heading(tr("Rows"), box));
    m_scopes = new QButtonGroup(this);
    for (const Scope scope : {Scope::Shown, Scope::Selected, Scope::All}) {
        auto *button = new QRadioButton(box);
        button->setObjectName(u"scope%1"_s.arg(int(scope)));
        button->setChecked(scope == m_plan.scope);
        m_scopes->addButton(button, int(scope));
        row->addWidget(button);
    }
    row->addStretch();
    scopeButton(Scope::Selected)->setEnabled(m_plan.rows(Scope::Selected) > 0);
    scopeButton(Scope::All)->setVisible(m_plan.isFiltered());
    m_choices << box;
    connect(m_scopes, &QButtonGroup::idClicked, this, [this](int id) {
        m_plan.scope = Scope(id);
        askAllIds();
        updateControls();
        schedulePreview();
    });
    return box;
}

QWidget *ExportDialog::makeFormats()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *tiles = new FormatTiles(m_plan.offered(), m_plan.tile(), box);
    connect(tiles, &FormatTiles::chosen, this, &ExportDialog::chooseTile);
    m_hint = new QLabel(box);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    column->addWidget(tiles);
    column->addWidget(m_hint);
    m_choices << box;
    return box;
}

QWidget *ExportDialog::makeOptions()
{
    auto *box = new QWidget(this);
    auto *row = new FlowLayout(16, box); // in some languages one line is not enough
    m_allColumns = new QCheckBox(tr("All columns, hidden ones too"), box);
    m_allColumns->setObjectName(u"allColumns"_s);
    m_allColumns->setChecked(m_plan.allColumns);
    m_lineBreaks = new QCheckBox(tr("Replace line breaks by blanks"), box);
    m_lineBreaks->setToolTip(
        tr("Some programs cannot read line breaks inside a cell, as descriptions have them"));
    m_lineBreaks->setObjectName(u"replaceLineBreaks"_s);
    m_lineBreaks->setChecked(m_plan.replaceLineBreaks);
    m_pagesOnly = new QCheckBox(tr("Only pages, and links between them"), box);
    m_pagesOnly->setToolTip(tr("Without pictures, files and other sites; each pair of pages once"));
    m_asShown = new QCheckBox(tr("Names, dates and links as in the table"), box);
    m_asShown->setObjectName(u"asShown"_s);
    m_asShown->setToolTip(
        tr("Without it the columns have their English names, and every value is as the source "
           "gave it, as in CSV and JSON"));
    m_asShown->setChecked(m_plan.asShown);
    m_summary = new QCheckBox(tr("Summary with charts"), box);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setToolTip(tr("A sheet with counts, medians and the most frequent values of these rows"));
    m_summary->setChecked(m_plan.summary);
    m_package = new QCheckBox(tr("Description for programs"), box);
    m_package->setObjectName(u"dataPackage"_s);
    m_package->setToolTip(
        tr("Also datapackage.json in the same folder: how the file is read, what its columns are, "
           "sources and terms; one that is there is replaced"));
    m_package->setChecked(m_plan.package);
    row->addWidget(m_asShown);
    row->addWidget(m_summary);
    row->addWidget(m_pagesOnly);
    row->addWidget(m_allColumns);
    row->addWidget(m_lineBreaks);
    row->addWidget(m_package);
    m_choices << box;
    connect(m_summary, &QCheckBox::toggled, this, [this](bool on) { m_plan.summary = on; });
    connect(m_package, &QCheckBox::toggled, this, [this](bool on) { m_plan.package = on; });
    connect(m_allColumns, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.allColumns = on;
        schedulePreview();
    });
    connect(m_asShown, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.asShown = on;
        schedulePreview();
    });
    connect(m_pagesOnly, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.pagesOnly = on;
        schedulePreview();
    });
    connect(m_lineBreaks, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.replaceLineBreaks = on;
        schedulePreview();
    });
    return box;
}

QWidget *ExportDialog::makePath()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&File:"), box);
    m_path = new QLineEdit(QDir::toNativeSeparators(m_plan.path), box);
    m_path->setObjectName(u"path"_s);
    m_path->setAccessibleName(tr("File"));
    label->setBuddy(m_path);
    auto *choose = new QPushButton(tr("&Browse…"), box);
    choose->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    m_choices << box;
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_plan.path = QDir::fromNativeSeparators(text.trimmed());
        updateControls();
    });
    return box;
}

QWidget *ExportDialog::makeEnd()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    m_message = new QLabel(box);
    m_message->setObjectName(u"message"_s);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar(box);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    m_openFile = new QPushButton(tr("&Open file"), box);
    m_openFolder = new QPushButton(tr("&Show in folder"), box);
    m_close = new QPushButton(tr("Close"), box);
    m_export = new QPushButton(tr("&Export"), box);
    m_export->setObjectName(u"export"_s);
    m_export->setDefault(true);
    setPrimary(m_export);
    for (QPushButton *hidden : {m_openFile, m_openFolder}) {
        hidden->setAutoDefault(false);
        hidden->hide();
    }
    m_close->setAutoDefault(false);
    row->addWidget(m_message, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_openFile);
    row->addWidget(m_openFolder);
    row->addWidget(m_close);
    row->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_openFile, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_plan.path)); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_plan.path).absolutePath()));
    });
    return box;
}

QAbstractButton *ExportDialog::scopeButton(Scope scope) const
{
    return m_scopes->button(int(scope));
}

void ExportDialog::chooseTile(int tile)
{
    m_plan.setTile(tile);
    m_path->setText(QDir::toNativeSeparators(m_plan.path));
    updateControls();
    schedulePreview();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), m_plan.path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Whether to replace a file is asked once, when it is written.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const ExportPlan::Tile &tile = m_plan.chosen();
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(tile.title, tile.ending));
    dialog->setDefaultSuffix(tile.ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

// The table holds only the rows that pass its filter; all of them are asked for when they are wanted.
void ExportDialog::askAllIds()
{
    if (!m_plan.needsAllIds() || m_queries)
        return;
    m_queries = std::make_unique<store::QueryThread>(m_plan.source().projectPath);
    connect(m_queries.get(), &store::QueryThread::built, this,
            [this](quint64, const Result<store::IdVectorPtr> &ids) {
                if (ids)
                    m_plan.setAllIds(*ids);
                else
                    say(ErrorText::sentence(ids.error()), true);
                updateControls();
                schedulePreview();
            });
    m_queries->build(m_plan.allQuery());
}

void ExportDialog::updateControls()
{
    const auto label = [this](Scope scope, const QString &name) {
        const qint64 rows = m_plan.rows(scope);
        scopeButton(scope)->setText(rows < 0 ? name : tr("%1 (%2)").arg(name, QLocale().toString(rows)));
    };
    label(Scope::Shown, m_plan.isFiltered() ? tr("Filtered rows") : tr("All rows"));
    label(Scope::Selected, tr("Selected rows"));
    label(Scope::All, tr("All rows"));
    m_hint->setText(m_plan.chosen().hint);
    const exports::ExportFormat &format = *m_plan.chosen().format;
    using Columns = exports::ExportFormat::Columns;
    m_asShown->setVisible(format.hasShownForm);
    m_summary->setVisible(m_plan.offersSummary());
    m_package->setVisible(format.style != nullptr);
    m_pagesOnly->setVisible(format.isGraph);
    m_allColumns->setVisible(format.columns == Columns::Chosen);
    m_lineBreaks->setVisible(format.columns != Columns::Own);
    const bool running = m_job != nullptr;
    for (QWidget *choice : std::as_const(m_choices))
        choice->setEnabled(!running);
    m_export->setEnabled(!running && m_aboutKnown && !m_plan.needsAllIds() && !m_plan.path.isEmpty());
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(running);
    m_message->setVisible(!running);
}

void ExportDialog::schedulePreview()
{
    m_previewRest.start();
}

void ExportDialog::makePreview()
{
    if (m_plan.needsAllIds())
        return;
    if (m_previews.isRunning()) {
        m_previewAgain = true;
        return;
    }
    m_previewAgain = false;
    m_previews.setFuture(QtConcurrent::run(
        [spec = m_plan.previewSpec()] { return exports::ExportJob::preview(spec, PreviewRows); }));
}

void ExportDialog::showPreview()
{
    const Result<QByteArray> bytes = m_previews.result();
    QString text = bytes ? QString::fromUtf8(*bytes) : ErrorText::sentence(bytes.error());
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const bool isWorkbook = !m_plan.chosen().format->write;
    m_preview->setPlainText(isWorkbook && bytes ? grid(text) : text.left(PreviewCharacters));
    if (m_previewAgain)
        makePreview();
}

void ExportDialog::startExport()
{
    const QFileInfo info(m_plan.path);
    if (info.isDir()) {
        say(tr("This is a folder. Add a file name."), true);
        return;
    }
    if (info.isRelative()) {
        say(tr("Give the whole path of the file, or use Browse."), true);
        return;
    }
    if (!info.exists()) {
        run();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Replace the file?"),
                                     tr("“%1” is there already. Replace it?").arg(info.fileName()),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QAbstractButton::clicked, this, &ExportDialog::run);
    question->open();
}

void ExportDialog::run()
{
    m_openFile->hide();
    m_openFolder->hide();
    remember(m_plan.choices(), m_settings);
    m_job = new exports::ExportJob(m_plan.spec(), this);
    connect(m_job, &exports::ExportJob::progressed, this, [this](qint64 rows, qint64 total) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(total > 0 ? int(1000 * rows / total) : 0);
    });
    connect(m_job, &exports::ExportJob::done, this, &ExportDialog::finish);
    m_progress->setRange(0, 0);
    m_job->start();
    updateControls();
}

void ExportDialog::finish(const Result<exports::ExportReport> &result)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (result) {
        QStringList lines{
            tr("%Ln row(s) saved, %1.", nullptr, int(result->rows))
                .arg(QLocale().formattedDataSize(result->bytes, 1, QLocale::DataSizeTraditionalFormat))};
        lines += result->notices;
        say(lines.join(u'\n'), false);
        m_openFile->show();
        m_openFolder->show();
        m_openFile->setFocus();
        Q_EMIT exported(m_plan.path, result->rows);
    } else if (result.error().reason == Reason::Cancelled) {
        say(tr("Cancelled. No file was written."), false);
    } else {
        say(ErrorText::sentence(result.error()), true);
    }
    updateControls();
}

void ExportDialog::say(const QString &text, bool isError)
{
    m_message->setText(isError ? u"⚠ "_s + text : text);
    QPalette colors = palette();
    const Palette &own = Palette::of(colors);
    colors.setColor(QPalette::WindowText, isError ? own.bad : own.text);
    m_message->setPalette(colors);
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

} // namespace linnet::gui
