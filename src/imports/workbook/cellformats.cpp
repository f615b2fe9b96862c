// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/cellformats.h"

#include "imports/workbook/safexml.h"

#include <QDateTime>
#include <QHash>

#include <cmath>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

bool CellFormats::isDateId(int id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

bool CellFormats::isDateCode(QStringView code)
{
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char16_t letter = code[i].toLower().unicode();
        if (letter == u';')
            return false; // only the form of positive numbers counts
        if (letter == u'\\' || letter == u'_' || letter == u'*') {
            ++i;
        } else if (letter == u'"') {
            const qsizetype end = code.indexOf(u'"', i + 1);
            i = end < 0 ? code.size() : end;
        } else if (letter == u'[') { // a colour, a language, or elapsed hours
            const qsizetype end = code.indexOf(u']', i);
            const QStringView inside = end < 0 ? QStringView() : code.sliced(i + 1, end - i - 1);
            if (!inside.isEmpty() && inside.size() <= 2 && QStringView(u"hmsHMS").contains(inside.front()))
                return true;
            i = end < 0 ? code.size() : end;
        } else if (letter == u'd' || letter == u'm' || letter == u'y' || letter == u'h' || letter == u's') {
            return true;
        } else if (letter == u'g' || letter == u'e') { // General, 0.00E+00
            return false;
        }
    }
    return false;
}

Result<CellFormats> CellFormats::of(const QByteArray &text)
{
    CellFormats formats;
    QHash<int, bool> own;
    SafeXml xml(text);
    bool inCells = false;
    while (xml.next()) {
        const bool isStart = xml.isStart();
        if (xml.name() == "cellXfs"_L1) {
            inCells = isStart;
        } else if (isStart && xml.name() == "numFmt"_L1) {
            own.insert(xml.attribute("numFmtId"_L1).toInt(), isDateCode(xml.attribute("formatCode"_L1)));
        } else if (isStart && inCells && xml.name() == "xf"_L1) {
            const int id = xml.attribute("numFmtId"_L1).toInt();
            formats.m_dates.push_back(own.value(id, isDateId(id)));
        }
    }
    if (xml.error().reason != Reason::None)
        return std::unexpected(xml.error());
    return formats;
}

QString CellFormats::dateText(double serial, bool date1904)
{
    constexpr double Latest = 2'958'466; // 9999-12-31
    constexpr qint64 DayMs = 86'400'000;
    if (!(serial >= 0) || serial >= Latest)
        return {};
    const double whole = std::floor(serial);
    const qint64 ms = qint64(std::llround((serial - whole) * double(DayMs) / 1000)) * 1000;
    if (whole < 1 && !date1904)
        return QTime::fromMSecsSinceStartOfDay(int(std::min(ms, DayMs - 1000))).toString(u"HH:mm:ss");
    // Excel takes 1900 for a leap year.
    const QDate first = date1904 ? QDate(1904, 1, 1) : whole < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QDate day = first.addDays(qint64(whole) + ms / DayMs);
    if (!day.isValid())
        return {};
    if (ms % DayMs == 0)
        return day.toString(Qt::ISODate);
    return day.toString(Qt::ISODate) + u'T' +
           QTime::fromMSecsSinceStartOfDay(int(ms % DayMs)).toString(u"HH:mm:ss");
}

} // namespace linnet::imports
