// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

#include <memory>

using namespace Qt::Literals::StringLiterals;

static void initTranslationResources()
{
    Q_INIT_RESOURCE(linnet_translations);
}

namespace linnet {

Translations::Translations(const QLocale &locale)
{
    initTranslationResources();
    const QString wanted = locale.name().section(u'_', 0, 0);
    const QString language = languages().contains(wanted) ? wanted : u"en"_s;
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

QStringList Translations::languages()
{
    initTranslationResources();
    QStringList codes;
    for (const QString &file : QDir(u":/i18n"_s).entryList({u"linnet_*.qm"_s}, QDir::Files, QDir::Name))
        codes.append(file.section(u'_', 1).chopped(3));
    return codes;
}

QString inRussian(const char *context, const char *text)
{
    static const auto russian = [] {
        initTranslationResources();
        auto texts = std::make_unique<QTranslator>();
        if (!texts->load(u":/i18n/linnet_ru.qm"_s))
            texts.reset();
        return texts;
    }();
    const QString found = russian ? russian->translate(context, text) : QString();
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

} // namespace linnet
