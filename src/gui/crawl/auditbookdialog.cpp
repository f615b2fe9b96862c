// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/auditbookdialog.h"

#include "audit/run/worstfirst.h"
#include "gui/appsettings.h"
#include "gui/look/textscale.h"
#include "gui/widgets/filemakingbar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int BookDialogWidth = 620;

} // namespace

AuditBookDialog::AuditBookDialog(const QString &projectPath, store::RunId run,
                                 const QList<audit::Finding> &findings, const QString &name,
                                 QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_spec{projectPath, run, findings, {}}
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_bar(new FileMakingBar(tr("&Write workbook"), tr("Progress of the workbook"), this))
    , m_task([this](const Result<exports::ExportReport> &report) { finish(report); })
{
    setWindowTitle(tr("Workbook of findings"));
    setObjectName(u"auditBookDialog"_s);
    QString folder = setting::ExportFolder.read(settings);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString plain = plainFileName(name);
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
    layout->addStretch(1);
    layout->addWidget(m_bar);
    m_look.setInterval(100ms);
    connect(&m_look, &QTimer::timeout, this, [this] { m_bar->showProgress(m_done->rows, m_done->total); });
    connect(m_bar, &FileMakingBar::makeAsked, this, &AuditBookDialog::check);
    connect(m_bar, &FileMakingBar::closeAsked, this, &AuditBookDialog::reject);
    resize(scaled(BookDialogWidth), sizeHint().height());
    updateControls();
    m_bar->setFocus();
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
    const bool isBook = info.suffix().compare("xlsx"_L1, Qt::CaseInsensitive) == 0;
    m_bar->check(info, isBook ? QString() : tr("The name of the file ends with .xlsx."), [this] { run(); });
}

void AuditBookDialog::run()
{
    m_spec.path = QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absoluteFilePath();
    setting::ExportFolder.write(m_settings, QFileInfo(m_spec.path).absolutePath());
    m_stop = std::stop_source();
    m_done = std::make_shared<Progress>();
    m_bar->begin();
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
    if (!report) {
        m_bar->finish(std::unexpected(report.error()), m_spec.path);
        return;
    }
    m_bar->finish(report->bytes, m_spec.path, report->notices);
    Q_EMIT made(m_spec.path);
}

void AuditBookDialog::updateControls()
{
    const bool isRunning = m_task.isBusy();
    m_path->setEnabled(!isRunning);
    m_browse->setEnabled(!isRunning);
    m_bar->setCanMake(!m_path->text().trimmed().isEmpty());
}

void AuditBookDialog::reject()
{
    if (m_task.isBusy())
        m_stop.request_stop();
    else
        QDialog::reject();
}

} // namespace linnet::gui
