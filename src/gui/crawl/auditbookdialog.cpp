// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/auditbookdialog.h"

#include "audit/run/worstfirst.h"
#include "base/errortext.h"
#include "gui/appsettings.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int BookDialogWidth = 620;
constexpr qsizetype LongestBookName = 60; ///< characters
constexpr int ProgressSteps = 1000;

QString bookName(QString name)
{
    for (QChar &unit : name) {
        if (u"/\\:*?\"<>|."_s.contains(unit) || unit.category() == QChar::Other_Control)
            unit = u' ';
    }
    return name.simplified().left(LongestBookName).trimmed();
}

} // namespace

AuditBookDialog::AuditBookDialog(const QString &projectPath, store::RunId run,
                                 const QList<audit::Finding> &findings, const QString &name,
                                 QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_spec{projectPath, run, findings, {}}
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_openFile(new QPushButton(tr("&Open file"), this))
    , m_openFolder(new QPushButton(tr("&Show in folder"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_make(new QPushButton(tr("&Write workbook"), this))
    , m_task([this](const Result<exports::ExportReport> &report) { finish(report); })
{
    setWindowTitle(tr("Workbook of findings"));
    setObjectName(u"auditBookDialog"_s);
    QString folder = setting::ExportFolder.read(settings);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString plain = bookName(name);
    m_path->setText(QDir::toNativeSeparators(
        folder + u'/' + (plain.isEmpty() ? tr("findings") : tr("%1 findings", "file name: site").arg(plain)) +
        u".xlsx"_s));
    const audit::FindingCounts counts = audit::FindingCounts::of(findings);
    const int hits = counts.errors + counts.warnings + counts.notices;
    auto *about = new QLabel(tr("An Excel workbook to hand over: an overview of %Ln finding(s), the worst "
                                "first, with why each matters and how to fix it, and a sheet with the pages "
                                "of each.",
                                nullptr, hits),
                             this);
    about->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addWidget(makePath());
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(makeEnd());
    m_look.setInterval(100ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        const qint64 total = m_done->total;
        m_progress->setRange(0, total > 0 ? ProgressSteps : 0);
        m_progress->setValue(total > 0 ? int(double(m_done->rows) / double(total) * ProgressSteps) : 0);
    });
    resize(BookDialogWidth, sizeHint().height());
    updateControls();
    m_make->setFocus();
}

AuditBookDialog::~AuditBookDialog()
{
    m_stop.request_stop();
}

QWidget *AuditBookDialog::makePath()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&File:"), box);
    label->setBuddy(m_path);
    m_path->setObjectName(u"path"_s);
    m_path->setAccessibleName(tr("File"));
    m_browse->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    connect(m_browse, &QPushButton::clicked, this, &AuditBookDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &AuditBookDialog::updateControls);
    return box;
}

QWidget *AuditBookDialog::makeEnd()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    m_message->setObjectName(u"message"_s);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("Progress of the workbook"));
    m_make->setObjectName(u"make"_s);
    m_make->setDefault(true);
    setPrimary(m_make);
    m_openFile->hide();
    m_openFolder->hide();
    row->addWidget(m_progress, 1);
    row->addStretch();
    for (QPushButton *button : {m_openFile, m_openFolder, m_close, m_make})
        row->addWidget(button);
    for (QPushButton *button : {m_openFile, m_openFolder, m_close})
        button->setAutoDefault(false);
    connect(m_make, &QPushButton::clicked, this, &AuditBookDialog::check);
    connect(m_close, &QPushButton::clicked, this, &AuditBookDialog::reject);
    connect(m_openFile, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_spec.path)); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_spec.path).absolutePath()));
    });
    return box;
}

void AuditBookDialog::browse()
{
    auto *dialog =
        new QFileDialog(this, tr("Workbook to"), QDir::fromNativeSeparators(m_path->text()), u"*.xlsx"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Whether to replace a file is asked once, when it is written.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"xlsx"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void AuditBookDialog::check()
{
    const QFileInfo info(QDir::fromNativeSeparators(m_path->text().trimmed()));
    if (info.isDir())
        say(tr("This is a folder. Add a file name."), true);
    else if (info.isRelative())
        say(tr("Give the whole path of the file, or use Browse."), true);
    else if (info.suffix().compare("xlsx"_L1, Qt::CaseInsensitive) != 0)
        say(tr("The name of the file ends with .xlsx."), true);
    else if (!info.exists())
        run();
    else {
        auto *question = new QMessageBox(QMessageBox::Question, tr("Replace the file?"),
                                         tr("“%1” is there already. Replace it?").arg(info.fileName()),
                                         QMessageBox::Cancel, this);
        question->setAttribute(Qt::WA_DeleteOnClose);
        QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
        question->setDefaultButton(replace);
        connect(replace, &QPushButton::clicked, this, &AuditBookDialog::run);
        question->open();
    }
}

void AuditBookDialog::run()
{
    m_spec.path = QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absoluteFilePath();
    setting::ExportFolder.write(m_settings, QFileInfo(m_spec.path).absolutePath());
    m_openFile->hide();
    m_openFolder->hide();
    m_stop = std::stop_source();
    m_done = std::make_shared<Progress>();
    m_progress->setRange(0, 0);
    m_look.start();
    m_task.start([spec = m_spec, done = m_done, stop = m_stop.get_token()] {
        const exports::PumpHooks hooks{[stop] { return stop.stop_requested(); },
                                       [done](qint64 rows, qint64 total) {
                                           done->rows = rows;
                                           done->total = total;
                                       },
                                       stop};
        return session::writeAuditBook(spec, hooks);
    });
    updateControls();
}

void AuditBookDialog::finish(const Result<exports::ExportReport> &report)
{
    m_look.stop();
    updateControls();
    if (!report && report.error().reason == Reason::Cancelled) {
        say(tr("Cancelled. No file was written."), false);
        return;
    }
    if (!report) {
        say(ErrorText::sentence(report.error()), true);
        return;
    }
    const QString size = QLocale().formattedDataSize(report->bytes, 1, QLocale::DataSizeTraditionalFormat);
    say((QStringList(tr("Saved, %1.").arg(size)) + report->notices).join(u' '), false);
    m_openFile->show();
    m_openFolder->show();
    m_openFile->setFocus();
    Q_EMIT made(m_spec.path);
}

void AuditBookDialog::updateControls()
{
    const bool isRunning = m_task.isBusy();
    m_path->setEnabled(!isRunning);
    m_browse->setEnabled(!isRunning);
    m_make->setEnabled(!isRunning && !m_path->text().trimmed().isEmpty());
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(isRunning);
    m_message->setVisible(!isRunning && !m_message->text().isEmpty());
}

void AuditBookDialog::say(const QString &text, bool isError)
{
    m_message->setText(isError ? u"⚠ "_s + text : text);
    QPalette colors = palette();
    const Palette &own = Palette::of(colors);
    colors.setColor(QPalette::WindowText, isError ? own.bad : own.text);
    m_message->setPalette(colors);
    m_message->setVisible(!text.isEmpty());
}

void AuditBookDialog::reject()
{
    if (m_task.isBusy())
        m_stop.request_stop();
    else
        QDialog::reject();
}

} // namespace linnet::gui
