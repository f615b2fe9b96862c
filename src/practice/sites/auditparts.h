// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What the pages of AuditSite are made of. Names are those of the pages; nothing that is made of one has it
/// in common with another page.
namespace linnet::practice::auditparts {

inline constexpr char Viewport[] = "<meta name=viewport content='width=device-width'>";
inline constexpr char Sharing[] = "<meta property=og:title content=Page>";
inline constexpr char Card[] = "<meta name=twitter:card content=summary>";
inline constexpr char Icon[] = "<link rel=icon href=/audit/picture.png>";

QByteArray inShort(const QByteArray &name); ///< fit for a line
QByteArray titleOf(const QByteArray &name);
QByteArray title(const QByteArray &name); ///< the element
QByteArray description(const QByteArray &name);
QByteArray canonical(const QByteArray &url);
/// Words that no other page has in this order, the same ones each time.
QByteArray words(const QByteArray &name, int count);
QByteArray text(const QByteArray &name, int count); ///< words under a heading
/// What a sound page has in its head.
QByteArray soundHead(const QByteArray &root, const QByteArray &path);
/// The whole page, with a way back to the start; language: "" = it says none.
QByteArray wholePage(const QByteArray &root, const QByteArray &language, const QByteArray &head,
                     const QByteArray &body);

} // namespace linnet::practice::auditparts
