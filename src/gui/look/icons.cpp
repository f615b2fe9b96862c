// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/icons.h"

#include "gui/look/palette.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Renders an SVG whose strokes are "currentColor" in the colour that its tint has just now.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, IconTint tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_tint); }
    QString key() const override { return u"linnet-line"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor ink = color(mode);
        const QString cacheKey =
            u"linnet-icon/%1/%2/%3x%4"_s.arg(m_name, ink.name()).arg(size.width()).arg(size.height());
        QPixmap result;
        if (!QPixmapCache::find(cacheKey, &result)) {
            result = rendered(size, ink);
            QPixmapCache::insert(cacheKey, result);
        }
        return result;
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const Palette &colors = Palette::of(palette);
        if (mode == QIcon::Disabled)
            return colors.disabled;
        switch (m_tint) {
        case IconTint::Text:
            return colors.text;
        case IconTint::Muted:
            return colors.muted;
        case IconTint::Accent:
            return colors.accent;
        case IconTint::OnAccent:
            return colors.onAccent;
        case IconTint::Good:
            return colors.good;
        case IconTint::Warning:
            return colors.warning;
        case IconTint::Bad:
            return colors.bad;
        }
        return colors.text;
    }

    QPixmap rendered(const QSize &size, const QColor &ink) const
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return result;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", ink.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        return result;
    }

    QString m_name;
    IconTint m_tint;
};

} // namespace

QIcon lineIcon(QLatin1StringView name, IconTint tint)
{
    return QIcon(new LineIconEngine(QString(name), tint));
}

} // namespace linnet::gui
