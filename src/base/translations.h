// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace linnet {

/// The program's own texts in one language; in English where InEnglish asks for them.
class OwnTexts : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *comment, int n) const override;
};

/// The program's texts and Qt's own in one language, installed while this object lives. Main thread; needs a
/// QCoreApplication. English has a translation too: its plural forms.
class Translations
{
public:
    explicit Translations(const QLocale &locale);
    ~Translations();

    /// Codes of the languages that the program speaks, such as "en"; one for each file of translations/.
    static QStringList languages();

private:
    OwnTexts m_own;
    QTranslator m_qt;
};

/// A text of the program in Russian, whatever language it speaks just now: what people have in files may have
/// been written by another Linnet. The text itself when it has no translation. Any thread.
QString inRussian(const char *context, const char *text);

} // namespace linnet
