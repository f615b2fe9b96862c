// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/cellview.h"

#include <QStringEncoder>

namespace linnet::table {

namespace {

struct AsValue
{
    template <typename Same> Value operator()(Same value) const { return value; }
    Value operator()(QByteArrayView text) const { return fromUtf8(text); }
};

QString repaired(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

Value toValue(const CellView &cell)
{
    return std::visit(AsValue(), cell);
}

Cells toCells(CellViews cells)
{
    Cells result;
    result.reserve(cells.size());
    for (const CellView &cell : cells)
        result.push_back(toValue(cell));
    return result;
}

QString fromUtf8(QByteArrayView text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return QChar(QChar::ByteOrderMark) + QString::fromUtf8(text.sliced(3));
    return text.isEmpty() ? QStringLiteral("") : QString::fromUtf8(text);
}

ViewedCells::ViewedCells(const Cells &cells)
{
    m_texts.reserve(cells.size());
    m_views.reserve(cells.size());
    for (const Value &value : cells) {
        if (const auto *text = std::get_if<QString>(&value)) {
            m_texts.push_back(repaired(*text).toUtf8());
            m_views.emplace_back(QByteArrayView(m_texts.back()));
        } else if (const auto *yes = std::get_if<bool>(&value)) {
            m_views.emplace_back(*yes);
        } else if (const auto *whole = std::get_if<qint64>(&value)) {
            m_views.emplace_back(*whole);
        } else if (const auto *real = std::get_if<double>(&value)) {
            m_views.emplace_back(*real);
        } else {
            m_views.emplace_back();
        }
    }
}

} // namespace linnet::table
