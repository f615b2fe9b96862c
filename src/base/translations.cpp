// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::Literals::StringLiterals;

static void initTranslationResources()
{
    Q_INIT_RESOURCE(linnet_translations);
}

namespace linnet {

Translations::Translations(const QLocale &locale)
{
    initTranslationResources();
    const QString language = locale.language() == QLocale::Russian ? u"ru"_s : u"en"_s;
    if (m_own.load(u":/i18n/linnet_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace linnet
