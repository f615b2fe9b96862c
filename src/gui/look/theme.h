// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/systemscheme.h"

#include <QFont>
#include <QObject>

namespace linnet::gui {

/// Dresses the application: our style, the light or dark palette as the user or the system wishes, and
/// letters as large as the user wishes, switched live. Dialogs stay within the screen, the Tab key goes as
/// the eye does, and the focus is seen.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice : quint8
    {
        System,
        Light,
        Dark
    };

    /// Sets style and palette of the application object, which must exist.
    explicit Theme(Choice choice, QObject *parent = nullptr);

    ~Theme() override; ///< letters are as large as those of the system again

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    bool isDark() const;

    /// Letters compared with those of the system, in percent.
    static constexpr int UsualText = 100;
    static constexpr int SmallestText = 80;
    static constexpr int LargestText = 200;
    static constexpr int TextStep = 10;
    int textPercent() const { return m_textPercent; }
    /// What is out of bounds, or between two steps, becomes the nearest one that is not.
    void setTextPercent(int percent);

    /// Stored names: "system", "light", "dark"; System for anything else.
    static Choice choiceByName(const QString &name);
    static QString nameOf(Choice choice);

Q_SIGNALS:
    void changed();

private:
    void apply();

    SystemScheme m_system;
    Choice m_choice;
    QFont m_usual; ///< of the system
    int m_textPercent = UsualText;
};

} // namespace linnet::gui
