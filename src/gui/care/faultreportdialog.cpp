// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/faultreportdialog.h"

#include "gui/look/textscale.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

FaultReportDialog::FaultReportDialog(QString report, QWidget *parent)
    : QDialog(parent)
    , m_report(std::move(report))
    , m_said(new QLabel(this))
{
    setWindowTitle(tr("Report of a fault"));
    auto *what = new QLabel(
        tr("This is all that the report has; it goes nowhere by itself. It says nothing of what you "
           "searched or found, and has no passwords or tokens. It is in English, so that whoever "
           "mends the program can read it."),
        this);
    what->setWordWrap(true);
    auto *text = new QPlainTextEdit(m_report, this);
    text->setObjectName(u"reportText"_s);
    text->setAccessibleName(windowTitle());
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->setObjectName(u"saidLabel"_s);
    m_said->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyButton"_s);
    copyButton->setDefault(true);
    auto *saveButton = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    saveButton->setObjectName(u"saveButton"_s);
    connect(copyButton, &QPushButton::clicked, this, &FaultReportDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &FaultReportDialog::askSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(text, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    resize(QSize(scaled(720), scaled(520)).boundedTo(screen()->availableGeometry().size() * 0.9));
    copyButton->setFocus();
}

void FaultReportDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_report);
    m_said->setText(tr("The report is copied. Paste it where you tell of the fault."));
}

void FaultReportDialog::askSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"linnet-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &FaultReportDialog::save);
    dialog->open();
}

void FaultReportDialog::save(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_report.toUtf8();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_said->setText(saved ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                          : tr("The report was not saved: %1").arg(file.errorString()));
}

} // namespace linnet::gui
