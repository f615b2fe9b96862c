// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/xmltext.h"

namespace linnet::exports {

namespace {

/// What is written instead of a unit; empty = the unit itself.
QByteArrayView replacement(QChar unit)
{
    switch (unit.unicode()) {
    case u'&':
        return "&amp;";
    case u'<':
        return "&lt;";
    case u'>':
        return "&gt;";
    case u'"':
        return "&quot;";
    case u'\t':
        return "&#9;";
    case u'\n':
        return "&#10;";
    case u'\r':
        return "&#13;";
    default:
        return isForbiddenInXml(unit) ? QByteArrayView("\xEF\xBF\xBD") : QByteArrayView();
    }
}

} // namespace

bool isForbiddenInXml(QChar unit)
{
    const char16_t code = unit.unicode();
    return (code < 0x20 && code != u'\t' && code != u'\n' && code != u'\r') || code == 0xFFFE ||
           code == 0xFFFF;
}

void putXml(TextOutput &out, QStringView text)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArrayView instead = replacement(text[i]);
        if (instead.isEmpty())
            continue;
        out.putText(text.sliced(from, i - from));
        out.put(instead);
        from = i + 1;
    }
    out.putText(text.sliced(from));
}

} // namespace linnet::exports
