// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace linnet {

/// The program's texts and Qt's own in one language, installed while this object lives. Main thread; needs a
/// QCoreApplication. English has a translation too: its plural forms.
class Translations
{
public:
    explicit Translations(const QLocale &locale);
    ~Translations();

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace linnet
