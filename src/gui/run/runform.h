// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"

#include <QVariant>
#include <QWidget>

#include <chrono>

class QAbstractButton;
class QLabel;

namespace linnet::gui {

class PaceBox;
class ProxyPicker;
class RunControls;

/// The form of a task as its page knows it: its values, what people would call a run of them, and what every
/// form has: a line that names what is wrong, the controls of the run, mostly a pace and a choice of proxies.
class RunForm : public QWidget
{
    Q_OBJECT

public:
    explicit RunForm(QWidget *parent = nullptr);

    /// All that is typed and chosen, in the form's own type: see FormOf.
    virtual QVariant state() const = 0;
    virtual void setState(const QVariant &state) = 0;
    /// What people would call a run of this form.
    virtual QString summary() const = 0;
    /// How the progress of such a run is counted.
    virtual Reading reading() const { return Reading::Units; }

    /// While a run is shown its values cannot be changed, but for the pace.
    void setLocked(bool locked);
    bool isLocked() const { return m_locked; }
    void focusFirst(); ///< into the field that is filled first, its text selected
    void fold();       ///< hides what is needed less often

    RunControls &controls() const { return *m_controls; }
    ProxyPicker *proxyPicker() const { return m_picker; } ///< null: the task chooses no proxies

Q_SIGNALS:
    void touched();        ///< by the user
    void told();           ///< what the form says of itself is new; after touched(), perhaps much later
    void startRequested(); ///< Return in a field
    void paceChanged(std::chrono::milliseconds delay);

protected:
    /// What cannot be used, and where it stands; without a field it belongs to the whole form.
    struct Problem
    {
        QWidget *field = nullptr;
        QString text;
    };

    /// Once, when they are made. The first field takes the focus.
    void setUp(QWidget &firstField, RunControls &controls, PaceBox *pace, ProxyPicker *picker);
    /// The button that shows and hides the panel of what is needed less often.
    void setMore(QAbstractButton &button, QWidget &panel);
    /// The line for problems, to be put into the layout.
    QLabel *problemsLabel() const { return m_problems; }

    /// Names what is wrong and marks the fields, until it is called again. With takeFocus the first of them
    /// gets the focus and is made visible.
    void sayProblems(const QList<Problem> &problems, bool takeFocus);
    bool saysProblems() const;
    /// Sets fields without touched().
    void fill(const std::function<void()> &set);
    bool isFilling() const { return m_filling; }

    virtual void lock(bool locked) = 0;
    /// All texts anew; the language is another one. Parts that are widgets of their own look after
    /// themselves.
    virtual void retranslate() = 0;
    /// The form was changed by the user, or by its parts for him.
    virtual void touch() = 0;

    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_problems;
    QList<QWidget *> m_marked;
    QWidget *m_first = nullptr;
    RunControls *m_controls = nullptr;
    ProxyPicker *m_picker = nullptr;
    QAbstractButton *m_more = nullptr;
    QWidget *m_morePanel = nullptr;
    bool m_filling = false;
    bool m_locked = false;
};

/// A form whose values are of one type.
template <typename Values> class FormOf : public RunForm
{
public:
    using RunForm::RunForm;

    virtual Values values() const = 0;
    virtual void setValues(const Values &values) = 0;

    QVariant state() const final { return QVariant::fromValue(values()); }
    void setState(const QVariant &state) final { setValues(state.value<Values>()); }
};

} // namespace linnet::gui
