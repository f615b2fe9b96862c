// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>

#include <algorithm>
#include <limits>

namespace linnet::test {

/// A picture with the 256 colours that it has most, in place of all that letters and lines are smoothed with:
/// a fraction of the bytes, and hard to tell from the picture itself.
class FewColours
{
public:
    static QImage of(const QImage &picture) { return FewColours(picture).made(); }

private:
    static constexpr qsizetype Most = 256;
    static constexpr int Near = 6; ///< of 255 in each of the three: one stands for the other

    explicit FewColours(const QImage &picture)
        : m_picture(picture.convertToFormat(QImage::Format_RGB32))
    {
        QHash<QRgb, qsizetype> counts;
        for (int y = 0; y < m_picture.height(); ++y) {
            for (int x = 0; x < m_picture.width(); ++x)
                ++counts[m_picture.pixel(x, y)];
        }
        QList<QRgb> colours = counts.keys();
        std::ranges::sort(colours, [&counts](QRgb one, QRgb other) {
            return std::pair(counts[other], one) < std::pair(counts[one], other);
        });
        for (const QRgb colour : std::as_const(colours)) {
            if (m_chosen.size() < Most && distance(colour, m_chosen.value(nearest(colour))) >= Near * Near)
                m_chosen << colour;
        }
    }

    static int distance(QRgb one, QRgb other)
    {
        const int red = qRed(one) - qRed(other);
        const int green = qGreen(one) - qGreen(other);
        const int blue = qBlue(one) - qBlue(other);
        return red * red + green * green + blue * blue;
    }

    qsizetype nearest(QRgb colour) const
    {
        qsizetype best = 0;
        int least = std::numeric_limits<int>::max();
        for (qsizetype i = 0; i < m_chosen.size(); ++i) {
            const int away = distance(colour, m_chosen[i]);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    QImage made() const
    {
        QImage result(m_picture.size(), QImage::Format_Indexed8);
        result.setColorTable(m_chosen);
        QHash<QRgb, uchar> places;
        for (int y = 0; y < m_picture.height(); ++y) {
            uchar *line = result.scanLine(y);
            for (int x = 0; x < m_picture.width(); ++x) {
                const QRgb colour = m_picture.pixel(x, y);
                auto place = places.constFind(colour);
                if (place == places.cend())
                    place = places.insert(colour, uchar(nearest(colour)));
                line[x] = *place;
            }
        }
        return result;
    }

    QImage m_picture;
    QList<QRgb> m_chosen;
};

} // namespace linnet::test
