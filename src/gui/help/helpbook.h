// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/wordquery.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace linnet::gui {

/// The pages of the built-in help in one language, in the order of the contents, and which of them have some
/// words. All languages have the same pages with the same names of headings.
class HelpBook
{
public:
    struct Page
    {
        QString id; ///< "tokens"; also the name of its file
        QString title;
        QString folder;      ///< ":/help/en/": names of pictures are relative to it
        QString markdown;    ///< without the names of headings
        QStringList anchors; ///< names of the headings below the title, in their order; "" = has none
        QStringList words;   ///< folded, each once
    };
    /// What code knows better than a file: the lines that stand in place of {{name}}.
    using Made = std::function<QString(const QString &name)>;

    /// language: "ru"; English where there is no help in it.
    HelpBook(const QString &language, const Made &made);

    static QStringList ids();       ///< of all pages, in the order of the contents
    static QStringList languages(); ///< in which there is help

    const std::vector<Page> &pages() const { return m_pages; }
    const Page *page(const QString &id) const; ///< null when there is none
    /// Pages that have each of the words, in any form of them or as a beginning; those with all of them in
    /// the title come first. All pages when there is no word in the text.
    QStringList find(const QString &text) const;
    /// The words of a page that find() takes for those of the text.
    static std::vector<table::WordQuery> hits(const Page &page, const QString &text);

private:
    static Page read(const QString &id, const QString &source, const Made &made);

    std::vector<Page> m_pages;
};

} // namespace linnet::gui
