// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"

#include "base/inenglish.h"

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

namespace {

/// Null when there is no such file.
std::unique_ptr<QTranslator> textsIn(const QString &language)
{
    initTranslationResources();
    auto texts = std::make_unique<QTranslator>();
    return texts->load(u":/i18n/linnet_%1.qm"_s.arg(language)) ? std::move(texts) : nullptr;
}

} // namespace

// English has its plural forms only; every other text is English in the sources.
QString OwnTexts::translate(const char *context, const char *text, const char *comment, int n) const
{
    if (!InEnglish::isWanted())
        return QTranslator::translate(context, text, comment, n);
    static const std::unique_ptr<QTranslator> english = textsIn(u"en"_s);
    const QString found = english ? english->translate(context, text, comment, n) : QString();
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

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
    static const std::unique_ptr<QTranslator> russian = textsIn(u"ru"_s);
    const QString found = russian ? russian->translate(context, text) : QString();
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

} // namespace linnet
