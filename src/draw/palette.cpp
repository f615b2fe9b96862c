// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/palette.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue()));
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)}); // by value
    return (high + 0.05) / (low + 0.05);
}

const Palette &Palette::light()
{
    static const Palette palette{
        .dark = false,
        .window = QColor(0xf6f7f9),
        .base = QColor(0xffffff),
        .line = QColor(0xdde1e7),
        .outline = QColor(0xc9cfd8),
        .text = QColor(0x1d2430),
        .muted = QColor(0x667085),
        .disabled = QColor(0xa3abb8),
        .accent = QColor(0x1f6feb),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xdbe8fd),
        .good = QColor(0x1a7f4b),
        .warning = QColor(0xb25e00),
        .bad = QColor(0xc02b2b),
    };
    return palette;
}

const Palette &Palette::darkOne()
{
    static const Palette palette{
        .dark = true,
        .window = QColor(0x1b1e24),
        .base = QColor(0x23272f),
        .line = QColor(0x343a45),
        .outline = QColor(0x4a5261),
        .text = QColor(0xe6e9ef),
        .muted = QColor(0x9aa4b5),
        .disabled = QColor(0x646d7c),
        .accent = QColor(0x6aa5ff),
        .onAccent = QColor(0x14171c),
        .selection = QColor(0x2c405f),
        .good = QColor(0x4cc38a),
        .warning = QColor(0xf0a24a),
        .bad = QColor(0xff7b72),
    };
    return palette;
}

const Palette &Palette::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkOne() : light();
}

QPalette Palette::toQPalette() const
{
    QPalette result(text, base, mixed(base, text, 0.04), line, line, text, text, base, window);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const bool off = group == QPalette::Disabled;
        const QColor &ink = off ? disabled : text;
        result.setColor(group, QPalette::WindowText, ink);
        result.setColor(group, QPalette::Text, ink);
        result.setColor(group, QPalette::ButtonText, ink);
        result.setColor(group, QPalette::BrightText, bad);
        result.setColor(group, QPalette::PlaceholderText, off ? disabled : muted);
        result.setColor(group, QPalette::Window, window);
        result.setColor(group, QPalette::Base, off ? window : base);
        result.setColor(group, QPalette::AlternateBase, mixed(base, window, 0.6));
        result.setColor(group, QPalette::Button, base);
        result.setColor(group, QPalette::ToolTipBase, base);
        result.setColor(group, QPalette::ToolTipText, text);
        result.setColor(group, QPalette::Highlight, off ? line : selection);
        result.setColor(group, QPalette::HighlightedText, ink);
        result.setColor(group, QPalette::Link, off ? disabled : accent);
        result.setColor(group, QPalette::LinkVisited, off ? disabled : accent);
        result.setColor(group, QPalette::Light, base);
        result.setColor(group, QPalette::Midlight, mixed(base, line, 0.5));
        result.setColor(group, QPalette::Mid, line);
        result.setColor(group, QPalette::Dark, outline);
        result.setColor(group, QPalette::Shadow, dark ? QColor(0x0b0d10) : QColor(0x8a93a3));
    }
    return result;
}

} // namespace linnet::draw
