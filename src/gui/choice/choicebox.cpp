// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicebox.h"

#include "gui/choice/choicepopup.h"
#include "gui/look/textscale.h"

#include <QWheelEvent>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    addItem(QString());
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    keepScaled(this, [this] { setMaximumWidth(scaled(240)); });
}

void ChoiceBox::setChoices(std::vector<Choice> choices, const QString &all)
{
    const QStringList kept = checked();
    delete m_popup;
    m_popup = nullptr;
    delete m_choices;
    m_choices = new ChoiceModel(std::move(choices), this);
    m_all = all;
    connect(m_choices, &ChoiceModel::checkedChanged, this, [this] {
        showChosen();
        Q_EMIT checkedChanged();
    });
    addUnlisted(kept);
    m_choices->setChecked(kept);
    showChosen();
}

QStringList ChoiceBox::checked() const
{
    return m_choices ? m_choices->checked() : QStringList();
}

void ChoiceBox::setChecked(const QStringList &ids)
{
    if (!m_choices)
        return;
    addUnlisted(ids);
    m_choices->setChecked(ids);
}

void ChoiceBox::addUnlisted(const QStringList &ids)
{
    for (const QString &id : m_nameOf ? ids : QStringList()) {
        if (!m_choices->has(id))
            m_choices->append({.id = id, .title = m_nameOf(id)});
    }
}

QString ChoiceBox::title(const QString &id) const
{
    return m_choices ? m_choices->title(id) : id;
}

void ChoiceBox::showPopup()
{
    if (!m_choices)
        return;
    if (!m_popup)
        m_popup = new ChoicePopup(*m_choices, accessibleName(), this);
    m_popup->setEmptyHint(m_emptyHint);
    m_popup->showBelow(*this);
}

void ChoiceBox::hidePopup()
{
    if (m_popup)
        m_popup->hide();
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {std::min(scaled(96), sizeHint().width()), sizeHint().height()};
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ChoiceBox::showChosen()
{
    const QStringList titles = m_choices->checkedTitles();
    setItemText(0, titles.isEmpty() ? m_all : titles.join(u", "_s));
    setToolTip(titles.size() > 1 ? titles.join(u'\n') : QString());
    updateGeometry();
}

} // namespace linnet::gui
