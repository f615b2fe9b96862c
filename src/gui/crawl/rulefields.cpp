// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/rulefields.h"

#include "gui/widgets/choose.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RuleFields::RuleFields(QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox(tr("O&n"), this))
    , m_level(new QComboBox(this))
    , m_number(new QLineEdit(this))
{
    m_on->setObjectName(u"ruleOn"_s);
    m_level->setObjectName(u"ruleLevel"_s);
    m_number->setObjectName(u"ruleNumber"_s);
    for (const audit::Level level : {audit::Level::Error, audit::Level::Warning, audit::Level::Notice})
        m_level->addItem(audit::levelTitle(level), int(level));
    m_level->setAccessibleName(tr("Level"));
    m_number->setAccessibleName(tr("Number"));
    m_number->setToolTip(tr("From this number on the rule says something"));
    m_number->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_on);
    row->addWidget(m_level);
    row->addStretch(1);
    row->addWidget(m_number);
    connect(m_on, &QCheckBox::clicked, this, &RuleFields::onChosen);
    connect(m_level, &QComboBox::activated, this,
            [this] { Q_EMIT levelChosen(audit::Level(m_level->currentData().toInt())); });
    m_number->installEventFilter(this);
    connect(m_number, &QLineEdit::editingFinished, this, &RuleFields::sayNumber);
}

void RuleFields::sayNumber()
{
    if (m_number->isModified())
        Q_EMIT numberTyped(m_number->text());
}

/// Return ends the number and not the dialog around it.
bool RuleFields::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return QWidget::eventFilter(watched, event);
    sayNumber();
    return true;
}

void RuleFields::setRule(const audit::AuditRule *rule, const QString &number)
{
    setEnabled(rule);
    m_on->setChecked(rule && rule->isOn);
    if (rule)
        choose(m_level, int(rule->level));
    m_number->setText(number);
    m_number->setVisible(rule && rule->threshold);
}

} // namespace linnet::gui
