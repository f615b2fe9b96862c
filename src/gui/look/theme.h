// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/systemscheme.h"

#include <QObject>

namespace linnet::gui {

/// Dresses the application: our style, and the light or dark palette as the user or the system wishes,
/// switched live.
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

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    bool isDark() const;

    /// Stored names: "system", "light", "dark"; System for anything else.
    static Choice choiceByName(const QString &name);
    static QString nameOf(Choice choice);

Q_SIGNALS:
    void changed();

private:
    void apply();

    SystemScheme m_system;
    Choice m_choice;
};

} // namespace linnet::gui
