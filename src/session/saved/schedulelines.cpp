// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/schedulelines.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// For a POSIX shell.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// For systemd.service(5): C-like quotes, and specifiers and variables taken as they stand.
QString systemdQuoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s).replace(u'$', u"$$"_s);
    return u'"' + text + u'"';
}

/// Within the quotes of another argument, for CommandLineToArgvW: file names of Windows hold no quotes.
QString windowsQuoted(const QString &text)
{
    return u"\\\""_s + text + u"\\\""_s;
}

} // namespace

/// Whether cron, systemd and Windows can count it themselves.
bool ScheduleLines::isExact() const
{
    return schedule.every == 1;
}

QStringList ScheduleLines::arguments() const
{
    QStringList all{u"run"_s, project, QString::number(number), u"--quiet"_s};
    if (!isExact())
        all.append(u"--if-due"_s);
    if (!files.isEmpty())
        all << u"--into"_s << files;
    if (onlyNew)
        all.append(u"--only-new"_s);
    if (!tokenFile.isEmpty())
        all << u"--token-file"_s << tokenFile;
    return all;
}

QString ScheduleLines::cron() const
{
    QStringList words{shellQuoted(program)};
    for (const QString &argument : arguments())
        words.append(argument.startsWith(u"--") || argument == u"run" ? argument : shellQuoted(argument));
    const QString when = schedule.unit == Schedule::Unit::Hours
                             ? u"0 * * * *"_s
                             : u"%1 %2 * * *"_s.arg(schedule.at.minute()).arg(schedule.at.hour());
    return when + u' ' + words.join(u' ').replace(u'%', u"\\%"_s);
}

QList<ScheduleLines::Unit> ScheduleLines::systemd() const
{
    QStringList words{systemdQuoted(program)};
    for (const QString &argument : arguments())
        words.append(systemdQuoted(argument));
    const QString name = u"linnet-%1"_s.arg(number);
    const QString when = schedule.unit == Schedule::Unit::Hours
                             ? u"hourly"_s
                             : u"*-*-* %1:00"_s.arg(schedule.at.toString(u"HH:mm"_s));
    return {{name + u".service"_s,
             u"[Unit]\nDescription=Linnet, saved search %1\n\n[Service]\nType=oneshot\nExecStart=%2\n"_s
                 .arg(number)
                 .arg(words.join(u' '))},
            {name + u".timer"_s,
             u"[Unit]\nDescription=Linnet, saved search %1\n\n[Timer]\nOnCalendar=%2\nPersistent=true\n\n"
             "[Install]\nWantedBy=timers.target\n"_s.arg(number)
                 .arg(when)}};
}

QString ScheduleLines::windows() const
{
    QStringList words{windowsQuoted(program)};
    for (const QString &argument : arguments())
        words.append(argument.startsWith(u"--") || argument == u"run" ? argument : windowsQuoted(argument));
    QString when = u"/SC HOURLY"_s;
    if (schedule.unit == Schedule::Unit::Days)
        when = u"/SC DAILY /ST "_s + schedule.at.toString(u"HH:mm"_s);
    return u"schtasks /Create /TN \"Linnet %1\" %2 /TR \"%3\""_s.arg(QString::number(number), when,
                                                                     words.join(u' '));
}

} // namespace linnet::session
