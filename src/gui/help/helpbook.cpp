// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpbook.h"

#include "base/textfold.h"
#include "table/foldedwords.h"
#include "vacancies/wordform.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

static void initHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList wordsOf(QStringView text)
{
    const QString folded = foldText(text);
    QStringList words;
    for (table::FoldedWords word(folded); word.next();)
        words << word.word().toString();
    words.removeDuplicates();
    return words;
}

// Somebody who types sees pages before the word is complete.
bool isMeant(const QString &word, const QString &typed, const QStringList &typedKeys)
{
    if (word.startsWith(typed))
        return true;
    const QStringList keys = vacancies::wordKeys(word);
    return std::ranges::any_of(keys, [&](const QString &key) { return typedKeys.contains(key); });
}

bool hasAll(const QStringList &words, const QStringList &typed)
{
    return std::ranges::all_of(typed, [&](const QString &one) {
        const QStringList keys = vacancies::wordKeys(one);
        return std::ranges::any_of(words, [&](const QString &word) { return isMeant(word, one, keys); });
    });
}

/// What is read of Markdown, about: without addresses of links and signs.
QString readable(QString markdown)
{
    static const QRegularExpression address(u"\\]\\([^)]*\\)"_s);
    static const QRegularExpression sign(u"[*`#|\\[\\]]"_s);
    return markdown.replace(address, u" "_s).replace(sign, u" "_s);
}

} // namespace

QStringList HelpBook::ids()
{
    return {u"start"_s,        u"table"_s,    u"columns"_s, u"limits"_s,  u"tokens"_s,
            u"completeness"_s, u"pay"_s,      u"insight"_s, u"changes"_s, u"crawl"_s,
            u"audit"_s,        u"graph"_s,    u"checks"_s,  u"proxies"_s, u"exports"_s,
            u"import"_s,       u"projects"_s, u"privacy"_s, u"keys"_s,    u"commandline"_s};
}

QStringList HelpBook::languages()
{
    initHelp();
    QStringList folders = QDir(u":/help"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    folders.removeOne(u"pictures"_s);
    return folders;
}

HelpBook::HelpBook(const QString &language, const Made &made)
{
    const QString folder = u":/help/"_s + (languages().contains(language) ? language : u"en"_s) + u'/';
    for (const QString &id : ids()) {
        QFile file(folder + id + u".md"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        m_pages.push_back(read(id, QString::fromUtf8(file.readAll()), made));
        m_pages.back().folder = folder;
    }
}

HelpBook::Page HelpBook::read(const QString &id, const QString &source, const Made &made)
{
    static const QRegularExpression insert(u"^\\{\\{([^}]+)\\}\\}$"_s);
    static const QRegularExpression anchor(u"^(##+ .*?)(?: \\{#([a-z0-9_-]+)\\})?$"_s);
    Page page;
    page.id = id;
    QStringList lines;
    for (const QString &line : source.split(u'\n')) {
        if (page.title.isEmpty() && line.startsWith("# "_L1))
            page.title = line.mid(2).trimmed();
        if (const auto found = insert.match(line); found.hasMatch()) {
            lines << made(found.captured(1));
        } else if (const auto heading = anchor.match(line); heading.hasMatch()) {
            lines << heading.captured(1);
            page.anchors << heading.captured(2);
        } else {
            lines << line;
        }
    }
    page.markdown = lines.join(u'\n');
    page.words = wordsOf(readable(page.markdown));
    return page;
}

const HelpBook::Page *HelpBook::page(const QString &id) const
{
    const auto found = std::ranges::find(m_pages, id, &Page::id);
    return found == m_pages.end() ? nullptr : &*found;
}

QStringList HelpBook::find(const QString &text) const
{
    const QStringList typed = wordsOf(text);
    QStringList first;
    QStringList others;
    for (const Page &page : m_pages) {
        if (hasAll(wordsOf(page.title), typed))
            first << page.id;
        else if (hasAll(page.words, typed))
            others << page.id;
    }
    return first + others;
}

std::vector<table::WordQuery> HelpBook::hits(const Page &page, const QString &text)
{
    QSet<QString> words;
    for (const QString &typed : wordsOf(text)) {
        const QStringList keys = vacancies::wordKeys(typed);
        for (const QString &word : page.words) {
            if (isMeant(word, typed, keys))
                words.insert(word);
        }
    }
    std::vector<table::WordQuery> queries;
    for (const QString &word : std::as_const(words)) {
        if (auto query = table::WordQuery::parse(word))
            queries.push_back(std::move(*query));
    }
    return queries;
}

} // namespace linnet::gui
