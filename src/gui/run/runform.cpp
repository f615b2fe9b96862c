// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runform.h"

#include "gui/look/focuspass.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/run/morearea.h"
#include "gui/run/proxypicker.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/linesedit.h"
#include "gui/widgets/pacebox.h"
#include "gui/widgets/retranslate.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunForm::RunForm(QWidget *parent)
    : QWidget(parent)
    , m_problems(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_problems->setObjectName(u"problemsLabel"_s);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    // On a background of the role Base a label would take the role Text, which says nothing of problems.
    m_problems->setForegroundRole(QPalette::WindowText);
    m_problems->hide();
    onLanguageChange(this, [this] { retranslate(); });
}

void RunForm::setUp(QWidget &firstField, RunControls &controls, PaceBox *pace, ProxyPicker *picker)
{
    m_first = &firstField;
    m_controls = &controls;
    m_picker = picker;
    passFocus(this, m_first);
    if (pace)
        connect(pace, &PaceBox::chosen, this, &RunForm::paceChanged);
    if (picker)
        connect(picker, &ProxyPicker::changed, this, [this] { touch(); });
}

void RunForm::setMore(QAbstractButton &button, QWidget &panel)
{
    m_more = &button;
    m_morePanel = &panel;
    auto *area = new MoreArea(panel, *this);
    connect(&button, &QAbstractButton::toggled, area, &QWidget::setVisible);
}

void RunForm::setLocked(bool locked)
{
    m_locked = locked;
    lock(locked);
}

void RunForm::focusFirst()
{
    m_first->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(m_first))
        line->selectAll();
    else if (auto *lines = qobject_cast<LinesEdit *>(m_first))
        lines->selectAll();
}

void RunForm::fold()
{
    if (m_more)
        m_more->setChecked(false);
}

void RunForm::fill(const std::function<void()> &set)
{
    m_filling = true;
    set();
    m_filling = false;
}

bool RunForm::saysProblems() const
{
    return !m_problems->text().isEmpty();
}

void RunForm::sayProblems(const QList<Problem> &problems, bool takeFocus)
{
    QStringList lines;
    QList<QWidget *> wrong;
    for (const Problem &problem : problems) {
        lines << problem.text;
        if (problem.field && !wrong.contains(problem.field))
            wrong << problem.field;
    }
    lines.removeDuplicates();
    for (QWidget *field : std::as_const(m_marked))
        setInvalid(field, false);
    for (QWidget *field : std::as_const(wrong))
        setInvalid(field, true);
    m_marked = wrong;
    QPalette red = palette();
    red.setColor(QPalette::WindowText, Palette::of(red).bad);
    m_problems->setPalette(red);
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
    if (!takeFocus || wrong.isEmpty())
        return;
    if (m_more && m_morePanel->isAncestorOf(wrong.first()))
        m_more->setChecked(true);
    wrong.first()->setFocus(Qt::OtherFocusReason);
}

void RunForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace linnet::gui
