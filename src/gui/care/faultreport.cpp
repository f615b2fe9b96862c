// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/faultreport.h"

#include "base/log/logfile.h"
#include "base/log/redacted.h"
#include "base/places.h"
#include "base/version.h"
#include "gui/appsettings.h"
#include "gui/look/theme.h"
#include "session/access.h"
#include "session/runkinds.h"
#include "session/session.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/sqliteversion.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QStyle>
#include <QSysInfo>
#include <QWidget>

#include <map>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LinesOfLog = 200;

QString line(const QString &what, const QString &value)
{
    return value.isEmpty() ? QString() : u"%1: %2\n"_s.arg(what, value);
}

QString versionsPart()
{
    const QString known = QCoreApplication::applicationVersion();
    return line(u"Linnet"_s, known.isEmpty() ? versionText({}) : known) +
           line(u"Made with Qt"_s, QStringLiteral(QT_VERSION_STR)) +
           line(u"SQLite"_s, store::sqliteVersion());
}

QString screens()
{
    QStringList result;
    for (const QScreen *screen : QGuiApplication::screens())
        result << u"%1x%2 at %3 %, %4 dpi"_s.arg(screen->size().width())
                      .arg(screen->size().height())
                      .arg(qRound(screen->devicePixelRatio() * 100))
                      .arg(qRound(screen->logicalDotsPerInch()));
    return result.join(u"; "_s);
}

QString systemPart(const Services &services)
{
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    QString theme = setting::Theme.read(services.settings);
    theme += services.theme.isDark() ? u", dark now"_s : u", light now"_s;
    return line(u"System"_s, QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelType() + u' ' +
                                 QSysInfo::kernelVersion() + u", "_s + QSysInfo::currentCpuArchitecture()) +
           line(u"Window system"_s,
                QGuiApplication::platformName() + (desktop.isEmpty() ? QString() : u", "_s + desktop)) +
           line(u"Screens"_s, screens()) + line(u"Colours"_s, theme) +
           line(u"Text size"_s, u"%1 %"_s.arg(setting::TextPercent.read(services.settings))) +
           line(u"Language"_s, QLocale().name() + u", of the system: "_s + QLocale::system().name());
}

QString placesPart(const Services &services)
{
    const Places &places = services.places;
    return line(u"Portable"_s, places.isPortable           ? u"yes"_s
                               : !places.refused.isEmpty() ? u"wanted, but the folder cannot be written"_s
                                                           : u"no"_s) +
           line(u"Settings"_s,
                places.settings + (services.settings.isWritable() ? u""_s : u" (read only)"_s)) +
           line(u"Data"_s, places.data) +
           line(u"Sources with a token"_s, services.access.sourcesWithToken().join(u", "_s)) +
           line(u"Lists of proxies"_s, QString::number(services.access.proxyBook().lists().size()));
}

/// Only those that are set otherwise. What a person wrote is not told, only that it was written.
class ToldSettings
{
public:
    explicit ToldSettings(const QSettings &settings)
        : m_settings(settings)
    {
    }

    template <typename T> ToldSettings &add(const Setting<T> &setting)
    {
        if (const T value = setting.read(m_settings); value != setting.fallback)
            m_text += line(setting.key, QVariant::fromValue(value).toString());
        return *this;
    }
    ToldSettings &addHidden(const Setting<QString> &setting)
    {
        if (setting.read(m_settings) != setting.fallback)
            m_text += line(setting.key, u"(own)"_s);
        return *this;
    }
    QString text() const { return m_text.isEmpty() ? u"none\n"_s : m_text; }

private:
    const QSettings &m_settings;
    QString m_text;
};

QString otherSettings(const QSettings &settings)
{
    return ToldSettings(settings)
        .add(setting::Language)
        .add(setting::Theme)
        .add(setting::TextPercent)
        .add(setting::ExportFormat)
        .add(setting::ExportAllColumns)
        .add(setting::ExportAsShown)
        .add(setting::ExportLineBreaks)
        .add(setting::ExportSummary)
        .add(setting::ExportPackage)
        .add(setting::DelayMs)
        .addHidden(setting::UserAgent)
        .addHidden(setting::CaFile)
        .add(setting::KeepAwake)
        .add(setting::OpenLast)
        .add(setting::Values)
        .add(setting::ExtraValues)
        .add(setting::FindWords)
        .add(setting::TellNews)
        .text();
}

/// Of each kind of run, how many and with how many rows.
QString runsOf(store::RowReader &reader)
{
    const auto runs = reader.runs();
    if (!runs)
        return line(u"Runs"_s, u"cannot be read, "_s + reasonCode(runs.error().reason));
    std::map<QString, QList<store::RunId>> kinds;
    int unfinished = 0;
    for (const store::RunInfo &run : *runs) {
        kinds[run.kind] << run.id;
        unfinished += run.state != store::RunState::Finished;
    }
    QString text;
    for (const auto &[kind, ids] : kinds) {
        const table::Schema *schema = session::rowsOf(kind);
        const auto rows = schema ? reader.count({schema, ids, {}, {}}) : Result<qint64>(0);
        text += line(u"Runs of "_s + kind, u"%1, %2 rows"_s.arg(ids.size()).arg(rows.value_or(-1)));
    }
    return text + line(u"Not finished"_s, QString::number(unfinished));
}

QString projectPart(const session::Session &session)
{
    if (!session.hasProject())
        return u"none is open\n"_s;
    const session::ProjectSlot &slot = session.projectSlot();
    QString text = line(u"Size"_s, u"%1 bytes"_s.arg(QFileInfo(session.project().path()).size())) +
                   line(u"Saved"_s, slot.isUnsaved() ? u"not yet"_s : u"yes"_s);
    if (slot.isReadOnly())
        text += line(u"Read only"_s, reasonCode(slot.whyReadOnly()));
    const auto reader = session.project().reader();
    if (!reader)
        return text + line(u"Reading it"_s, reasonCode(reader.error().reason));
    const bool isOlder = (*reader)->isOutdated().value_or(false);
    text +=
        line(u"File version"_s, (isOlder ? u"older than %1"_s : u"%1"_s).arg(store::SchemaSteps::version()));
    return text + runsOf(**reader) + line(u"Own tables"_s, QString::number(slot.joinedTables().size())) +
           line(u"Under way"_s, QString::number(session.runsUnderWay().size()));
}

QString part(const QString &title, const QString &text)
{
    return u"\n## %1\n\n%2"_s.arg(title, text);
}

} // namespace

QString faultReport(const Services &services)
{
    const QStringList log = LogFile(services.places.logs()).last(LinesOfLog);
    const QString text = u"# Linnet: report\n\n"_s + versionsPart() + systemPart(services) +
                         placesPart(services) +
                         part(u"Settings that differ"_s, otherSettings(services.settings)) +
                         part(u"Project"_s, projectPart(services.session)) +
                         part(u"Log"_s, log.isEmpty() ? u"empty\n"_s : log.join(u'\n') + u'\n');
    QStringList lines = text.split(u'\n');
    for (QString &one : lines)
        one = withoutHome(redacted(one));
    return lines.join(u'\n');
}

} // namespace linnet::gui
