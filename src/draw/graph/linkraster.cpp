// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/linkraster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::draw {

namespace {

/// Links between two looks whether to stop.
constexpr size_t LinksPerLook = 4096;
/// Of one link among few, and of the densest place of all; 1 is opaque.
constexpr double FewLinks = 0.42;
constexpr double MostInk = 0.85;
/// What a line adds to a pixel that it goes through wholly.
constexpr quint32 Whole = 256;

/// Counts what goes through each pixel.
class Counters
{
public:
    explicit Counters(QSize size)
        : m_width(size.width())
        , m_height(size.height())
        , m_counts(size_t(size.width()) * size_t(size.height()))
    {
    }

    /// Both ends may lie outside.
    void line(QPointF from, QPointF to, quint32 strength)
    {
        if (!clip(from, to))
            return;
        const double dx = to.x() - from.x();
        const double dy = to.y() - from.y();
        if (std::abs(dx) >= std::abs(dy))
            run(from.x(), from.y(), to.x(), to.y(), 1, size_t(m_width), m_width, m_height, strength);
        else
            run(from.y(), from.x(), to.y(), to.x(), size_t(m_width), 1, m_height, m_width, strength);
    }

    const std::vector<quint32> &counts() const { return m_counts; }

private:
    // Along the longer side, a step a pixel; what goes between two pixels is shared by them.
    void run(double along, double across, double alongEnd, double acrossEnd, size_t alongStep,
             size_t acrossStep, int alongSize, int acrossSize, quint32 strength)
    {
        if (along > alongEnd) {
            std::swap(along, alongEnd);
            std::swap(across, acrossEnd);
        }
        const double slope = alongEnd > along ? (acrossEnd - across) / (alongEnd - along) : 0;
        const int first = std::max(int(along), 0);
        const int last = std::min(int(alongEnd), alongSize - 1);
        // 16 bits behind the point
        auto place = qint64((across + slope * (first - along)) * 65536);
        const auto step = qint64(slope * 65536);
        for (int i = first; i <= last; ++i, place += step) {
            const auto pixel = int(place >> 16);
            if (pixel < 0 || pixel + 1 >= acrossSize)
                continue;
            const auto part = quint32((place >> 8) & 0xff);
            quint32 *at = m_counts.data() + size_t(i) * alongStep + size_t(pixel) * acrossStep;
            at[0] += strength * (Whole - part) >> 8;
            at[acrossStep] += strength * part >> 8;
        }
    }

    /// To the image (Liang and Barsky). False: nothing of it is inside.
    bool clip(QPointF &from, QPointF &to) const
    {
        double start = 0;
        double end = 1;
        const double dx = to.x() - from.x();
        const double dy = to.y() - from.y();
        for (const auto &[by, room] : {std::pair(-dx, from.x()), std::pair(dx, m_width - 1 - from.x()),
                                       std::pair(-dy, from.y()), std::pair(dy, m_height - 1 - from.y())}) {
            if (by == 0 && room < 0)
                return false;
            if (by < 0)
                start = std::max(start, room / by);
            else if (by > 0)
                end = std::min(end, room / by);
        }
        if (start > end)
            return false;
        to = {from.x() + end * dx, from.y() + end * dy};
        from = {from.x() + start * dx, from.y() + start * dy};
        return true;
    }

    int m_width;
    int m_height;
    std::vector<quint32> m_counts;
};

/// How opaque one link is, so that a crowd of them still shows where it is densest.
double inkOfOne(const std::vector<quint32> &counts)
{
    double sum = 0;
    size_t marked = 0;
    for (const quint32 count : counts) {
        sum += count;
        marked += count > 0 ? 1 : 0;
    }
    const double usual = marked > 0 ? sum / double(marked) / Whole : 0;
    return std::min(FewLinks, 0.6 / std::max(usual, 1e-6));
}

} // namespace

QImage linkRaster(const GraphPicture &picture, const GraphView &view, double ratio, const QColor &ink,
                  const std::stop_token &stop)
{
    const QSize size = (view.size * ratio).toSize().expandedTo({1, 1});
    Counters counters(size);
    for (size_t i = 0; i < picture.links.size(); ++i) {
        if (i % LinksPerLook == 0 && stop.stop_requested())
            return {};
        const GraphPicture::Link &link = picture.links[i];
        if (picture.isHidden(link.from) || picture.isHidden(link.to))
            continue;
        const auto strength =
            picture.strengths.empty() ? Whole : quint32(Whole * (0.4f + 2 * picture.strengths[i]));
        counters.line(view.toScreen(picture.places[link.from]) * ratio,
                      view.toScreen(picture.places[link.to]) * ratio, strength);
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    const double one = inkOfOne(counters.counts());
    std::array<QRgb, 1024> shades; // by quarters of a link
    for (size_t i = 0; i < shades.size(); ++i) {
        const double share = MostInk * (1 - std::exp(-one / MostInk * double(i) / 4));
        QColor color = ink;
        color.setAlphaF(float(share));
        shades[i] = qPremultiply(color.rgba());
    }
    const quint32 *count = counters.counts().data();
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x, ++count) {
            const size_t quarters = (*count + Whole / 8) / (Whole / 4);
            // Beyond the table, by steps: the curve is flat there.
            row[x] = shades[std::min(quarters, shades.size() - 1)];
        }
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace linnet::draw
