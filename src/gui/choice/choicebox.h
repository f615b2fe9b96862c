// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicemodel.h"

#include <QComboBox>

#include <functional>

namespace linnet::gui {

class ChoicePopup;

/// A combo box whose list holds check marks: several regions, several kinds of work. Shows what is chosen, or
/// what it means that nothing is.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// What stays chosen although it is not among the choices, as the region of an older search, and what it
    /// is called. Without this such ids are dropped.
    using NameOf = std::function<QString(const QString &id)>;
    void setNames(NameOf nameOf) { m_nameOf = std::move(nameOf); }
    /// Shown in the list while there is nothing to choose.
    void setEmptyHint(const QString &hint) { m_emptyHint = hint; }
    /// `all` is shown while nothing is chosen: "any experience".
    void setChoices(std::vector<Choice> choices, const QString &all);
    QStringList checked() const;
    void setChecked(const QStringList &ids);
    QString title(const QString &id) const;

    void showPopup() override;
    void hidePopup() override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void checkedChanged();

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void addUnlisted(const QStringList &ids);
    void showChosen();

    ChoiceModel *m_choices = nullptr;
    ChoicePopup *m_popup = nullptr;
    QString m_all;
    QString m_emptyHint;
    NameOf m_nameOf;
};

} // namespace linnet::gui
