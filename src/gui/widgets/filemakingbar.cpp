// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/filemakingbar.h"

#include "base/errortext.h"
#include "gui/look/focuspass.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ProgressSteps = 1000;
constexpr qsizetype LongestName = 60; ///< characters

void openPath(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace

QString plainFileName(QString name)
{
    for (QChar &unit : name) {
        if (u"/\\:*?\"<>|."_s.contains(unit) || unit.category() == QChar::Other_Control)
            unit = u' ';
    }
    return name.simplified().left(LongestName).trimmed();
}

FileMakingBar::FileMakingBar(const QString &makeText, const QString &progressName, QWidget *parent)
    : QWidget(parent)
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_openFile(new QPushButton(tr("&Open file"), this))
    , m_openFolder(new QPushButton(tr("&Show in folder"), this))
    , m_close(new QPushButton(this))
    , m_make(new QPushButton(makeText, this))
{
    m_message->setObjectName(u"message"_s);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(progressName);
    m_make->setObjectName(u"make"_s);
    m_make->setDefault(true);
    setPrimary(m_make);
    passFocus(this, m_make);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch();
    for (QPushButton *button : {m_openFile, m_openFolder, m_close, m_make})
        row->addWidget(button);
    for (QPushButton *button : {m_openFile, m_openFolder, m_close})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_message);
    layout->addLayout(row);
    m_openFile->hide();
    m_openFolder->hide();
    setRunning(false);
    connect(m_make, &QPushButton::clicked, this, &FileMakingBar::makeAsked);
    connect(m_close, &QPushButton::clicked, this, &FileMakingBar::closeAsked);
    connect(m_openFile, &QPushButton::clicked, this, [this] { openPath(m_made); });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { openPath(QFileInfo(m_made).absolutePath()); });
}

void FileMakingBar::setCanMake(bool can)
{
    m_canMake = can;
    m_make->setEnabled(m_canMake && !m_isRunning);
}

void FileMakingBar::say(const QString &text, bool isError)
{
    m_message->setText(isError ? u"⚠ "_s + text : text);
    QPalette colors = palette();
    const Palette &own = Palette::of(colors);
    colors.setColor(QPalette::WindowText, isError ? own.bad : own.text);
    m_message->setPalette(colors);
    m_message->setVisible(!text.isEmpty());
}

void FileMakingBar::check(const QFileInfo &file, const QString &wrongEnding, const std::function<void()> &go)
{
    if (file.isDir())
        say(tr("This is a folder. Add a file name."), true);
    else if (file.isRelative())
        say(tr("Give the whole path of the file, or use Browse."), true);
    else if (!wrongEnding.isEmpty())
        say(wrongEnding, true);
    else if (!file.exists())
        go();
    else {
        auto *question = new QMessageBox(QMessageBox::Question, tr("Replace the file?"),
                                         tr("“%1” is there already. Replace it?").arg(file.fileName()),
                                         QMessageBox::Cancel, window());
        question->setAttribute(Qt::WA_DeleteOnClose);
        QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
        question->setDefaultButton(replace);
        connect(replace, &QPushButton::clicked, this, go);
        question->open();
    }
}

void FileMakingBar::begin()
{
    m_openFile->hide();
    m_openFolder->hide();
    m_progress->setRange(0, 0);
    setRunning(true);
}

void FileMakingBar::showProgress(qint64 done, qint64 total)
{
    m_progress->setRange(0, total > 0 ? ProgressSteps : 0);
    m_progress->setValue(total > 0 ? int(double(done) / double(total) * ProgressSteps) : 0);
}

void FileMakingBar::finish(const Result<qint64> &bytes, const QString &path, const QStringList &notices)
{
    setRunning(false);
    if (!bytes && bytes.error().reason == Reason::Cancelled) {
        say(tr("Cancelled. No file was written."), false);
        return;
    }
    if (!bytes) {
        say(ErrorText::sentence(bytes.error()), true);
        return;
    }
    const QString size = QLocale().formattedDataSize(*bytes, 1, QLocale::DataSizeTraditionalFormat);
    say((QStringList(tr("Saved, %1.").arg(size)) + notices).join(u' '), false);
    m_made = path;
    m_openFile->show();
    m_openFolder->show();
    m_openFile->setFocus();
}

void FileMakingBar::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_make->setEnabled(m_canMake && !isRunning);
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(isRunning);
    m_message->setVisible(!isRunning && !m_message->text().isEmpty());
}

} // namespace linnet::gui
