// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::gui {

/// Whether the desktop asks programs for a dark look: Qt's own answer where it has one (6.5 and later), the
/// desktop portal or the registry before. Asked without waiting; changed() comes when the answer is another
/// one.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void setDark(bool dark);

    bool m_dark = false;
};

} // namespace linnet::gui
