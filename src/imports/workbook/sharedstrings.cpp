// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/sharedstrings.h"

#include "imports/workbook/safexml.h"
#include "table/cellview.h"

#include <QCoreApplication>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// §22.9.2.19: characters that XML cannot hold.
QString unescaped(QString text)
{
    for (qsizetype at = text.indexOf("_x"_L1); at >= 0; at = text.indexOf("_x"_L1, at + 1)) {
        const QStringView piece = QStringView(text).mid(at, 7);
        bool isHex = false;
        const ushort unit =
            piece.size() == 7 && piece.back() == u'_' ? piece.mid(2, 4).toUShort(&isHex, 16) : 0;
        if (isHex)
            text.replace(at, 7, QChar(unit));
    }
    return text;
}

} // namespace

QString SharedStrings::textOf(SafeXml &xml)
{
    const int outside = xml.depth() - 1;
    QString text;
    bool inText = false;
    while (xml.next()) {
        if (xml.isStart() && xml.name() == "rPh"_L1)
            xml.skipElement();
        else if (xml.isStart())
            inText = xml.name() == "t"_L1;
        else if (xml.isEnd()) {
            inText = false;
            if (xml.depth() == outside)
                break;
        } else if (inText && xml.isText()) {
            text += xml.text();
        }
    }
    return unescaped(std::move(text));
}

Result<SharedStrings> SharedStrings::read(QIODevice &device)
{
    SharedStrings strings;
    SafeXml xml(device);
    while (xml.next()) {
        if (!xml.isStart() || xml.name() != "si"_L1)
            continue;
        strings.m_text += textOf(xml).toUtf8();
        strings.m_ends.push_back(quint32(strings.m_text.size()));
        if (strings.m_text.size() > MostBytes || strings.size() > MostBytes / 4)
            return fail(Reason::TooLarge,
                        QLatin1StringView(QT_TRANSLATE_NOOP(
                            "linnet::ErrorDetail",
                            "the workbook has more than 256 MB of different texts; save the sheet as CSV")));
    }
    if (xml.error().reason != Reason::None)
        return std::unexpected(xml.error());
    return strings;
}

QString SharedStrings::at(qsizetype index) const
{
    const quint32 begin = index > 0 ? m_ends[size_t(index) - 1] : 0;
    return table::fromUtf8(QByteArrayView(m_text).sliced(begin, qsizetype(m_ends[size_t(index)] - begin)));
}

} // namespace linnet::imports
