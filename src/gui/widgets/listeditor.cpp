// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/listeditor.h"

#include <QFileDialog>
#include <QMimeData>

namespace linnet::gui {

using namespace std::chrono_literals;

namespace {

constexpr int Lines = 4;

QString fileOf(const QMimeData *dropped)
{
    for (const QUrl &url : dropped->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

ListEditor::ListEditor(QWidget *parent)
    : LongTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    fitHeight();
    m_typing.setSingleShot(true);
    m_typing.setInterval(250ms);
    connect(&m_typing, &QTimer::timeout, this, &ListEditor::edited);
    connect(this, &LongTextEdit::touched, &m_typing, qOverload<>(&QTimer::start));
}

/// Where a window has few lines, the rows below need them, too. Whoever has given it another height knows
/// better.
void ListEditor::fitHeight()
{
    constexpr int LowWindow = 30;
    constexpr int FewLines = 2;
    if (m_height != 0 && maximumHeight() != m_height)
        return;
    const int line = fontMetrics().lineSpacing();
    const bool isLow = isVisible() && window()->height() < LowWindow * line;
    m_height = (isLow ? FewLines : Lines) * line + 14;
    setFixedHeight(m_height);
}

void ListEditor::resizeEvent(QResizeEvent *event)
{
    LongTextEdit::resizeEvent(event);
    fitHeight();
}

void ListEditor::changeEvent(QEvent *event)
{
    LongTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void ListEditor::setList(const QString &text)
{
    setText(text);
    m_typing.stop();
}

void ListEditor::addLines(const QString &text)
{
    const QString before = this->text().trimmed();
    setList(before.isEmpty() ? text : before + QChar::LineFeed + text);
    Q_EMIT edited();
}

bool ListEditor::canTake(const QMimeData *dropped)
{
    return dropped->hasText() || dropped->hasUrls();
}

bool ListEditor::take(const QMimeData *dropped)
{
    if (isReadOnly())
        return false;
    if (const QString file = fileOf(dropped); !file.isEmpty())
        Q_EMIT fileChosen(file);
    else if (dropped->hasText())
        addLines(dropped->text());
    else
        return false;
    return true;
}

void ListEditor::insertFromMimeData(const QMimeData *source)
{
    // A file is a list, not its own name.
    if (const QString file = fileOf(source); !file.isEmpty())
        Q_EMIT fileChosen(file);
    else
        LongTextEdit::insertFromMimeData(source);
}

void ListEditor::chooseFile(const QString &title, const QStringList &nameFilters)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(nameFilters);
    connect(dialog, &QFileDialog::fileSelected, this, &ListEditor::fileChosen);
    dialog->open();
}

} // namespace linnet::gui
