// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the HTML manuals of PostgreSQL and Python (or the folders given) on one core: MB/s of the tokenizer
// alone, of reading pages for links and of readable text, against MyHTML where it is installed; then how long
// pages take that were made to be slow. Fails when one of these takes 50 ms, when the tokenizer is under
// 300 MB/s or less than four times as fast as MyHTML.
#include "html/htmltext.h"
#include "html/htmltokenizer.h"
#include "links/page/pagereader.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <functional>
#include <limits>

#ifdef LINNET_HAS_MYHTML
extern "C" {
#include <myhtml/api.h>
}
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double Mega = 1'000'000.0;
constexpr int Rounds = 5;

QByteArrayList pagesOf(const QString &folder)
{
    QByteArrayList pages;
    QDirIterator it(folder, {u"*.html"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            pages.append(file.readAll());
    }
    return pages;
}

double bytesOf(const QByteArrayList &pages)
{
    double bytes = 0;
    for (const QByteArray &page : pages)
        bytes += double(page.size());
    return bytes;
}

/// Best time of some rounds, in seconds.
double best(int rounds, const std::function<void()> &work)
{
    double fastest = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        fastest = std::min(fastest, double(timer.nsecsElapsed()) / 1e9);
    }
    return fastest;
}

double megabytesPerSecond(const QByteArrayList &pages, const std::function<void(const QByteArray &)> &read)
{
    const double seconds = best(Rounds, [&] {
        for (const QByteArray &page : pages)
            read(page);
    });
    return bytesOf(pages) / seconds / Mega;
}

/// Takes every token and adds up what it holds, so that nothing is left out.
struct Counter
{
    std::size_t bytes = 0;
    std::size_t tags = 0;
    std::size_t attributes = 0;
    std::size_t references = 0;

    void text(std::string_view piece) { bytes += piece.size(); }
    void startTag(const html::Tag &tag)
    {
        ++tags;
        attributes += tag.attributes.size();
        for (const html::Attribute &attribute : tag.attributes)
            references += attribute.value.size();
    }
    void endTag(const html::Tag &) { ++tags; }
    void comment(std::string_view comment) { bytes += comment.size(); }
    void doctype(const html::Doctype &) {}
};

void tokenize(const QByteArray &page, Counter &counter)
{
    html::HtmlTokenizer tokenizer(counter);
    tokenizer.run({page.constData(), std::size_t(page.size())}, true);
}

#ifdef LINNET_HAS_MYHTML
double myhtmlSpeed(const QByteArrayList &pages, bool tree)
{
    myhtml_t *parser = myhtml_create();
    myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
    myhtml_tree_t *document = myhtml_tree_create();
    myhtml_tree_init(document, parser);
    myhtml_tree_parse_flags_set(document, tree ? MyHTML_TREE_PARSE_FLAGS_CLEAN
                                               : MyHTML_TREE_PARSE_FLAGS_WITHOUT_BUILD_TREE);
    const double speed = megabytesPerSecond(pages, [&](const QByteArray &page) {
        myhtml_parse(document, MyENCODING_UTF_8, page.constData(), std::size_t(page.size()));
    });
    myhtml_tree_destroy(document);
    myhtml_destroy(parser);
    return speed;
}
#endif

bool benchFolder(const QString &folder)
{
    const QByteArrayList pages = pagesOf(folder);
    if (pages.isEmpty()) {
        std::printf("%s: no pages\n", qPrintable(folder));
        return true;
    }
    std::printf("%s: %lld pages, %.1f MB\n", qPrintable(folder), qlonglong(pages.size()),
                bytesOf(pages) / Mega);
    Counter counter;
    const double speed = megabytesPerSecond(pages, [&](const QByteArray &page) { tokenize(page, counter); });
    std::printf("  tokenizer      %6.0f MB/s (%zu tags, %zu attributes)\n", speed, counter.tags / Rounds,
                counter.attributes / Rounds);
    std::size_t edges = 0;
    const double reading = megabytesPerSecond(pages, [&](const QByteArray &page) {
        edges += links::readPage(page, {"http://example.org/a/b.html", "utf-8"}).edges.size();
    });
    std::printf("  pages to links %6.0f MB/s (%zu links)\n", reading, edges / Rounds);
    qsizetype letters = 0;
    const double texts = megabytesPerSecond(pages, [&](const QByteArray &page) {
        letters += html::readableText(QString::fromUtf8(page)).size();
    });
    std::printf("  readable text  %6.0f MB/s (%lld letters)\n", texts, qlonglong(letters / Rounds));
    bool good = speed >= 300;
#ifdef LINNET_HAS_MYHTML
    const double tokens = myhtmlSpeed(pages, false);
    const double trees = myhtmlSpeed(pages, true);
    std::printf("  MyHTML         %6.0f MB/s with its tree, %.0f MB/s without: %.1f and %.1f times as fast\n",
                trees, tokens, speed / trees, speed / tokens);
    good = good && speed >= 4 * trees;
#else
    std::printf("  MyHTML is not installed (libmodest-dev)\n");
#endif
    return good;
}

QByteArray manyAttributes(bool same)
{
    QByteArray page = "<a";
    for (int i = 0; i < 20'000; ++i)
        page += same ? QByteArray(" href=x") : " name" + QByteArray::number(i) + "='value&amp;'";
    return page + ">x</a>";
}

bool benchBad(const char *name, const QByteArray &page)
{
    Counter counter;
    const double tokens = best(3, [&] { tokenize(page, counter); });
    const double reading = best(3, [&] { links::readPage(page, {"http://example.org/", {}}); });
    std::printf("  %-28s %7.1f kB  tokens %6.2f ms  page %6.2f ms\n", name, double(page.size()) / 1000,
                tokens * 1000, reading * 1000);
    return reading < 0.05 && tokens < 0.05;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList folders = QCoreApplication::arguments().mid(1);
    if (folders.isEmpty())
        folders =
            QStringList{u"/usr/share/doc/postgresql-doc-15/html"_s, u"/usr/share/doc/python3.11/html"_s};
    bool good = true;
    for (const QString &folder : folders)
        good = benchFolder(folder) && good;
    std::printf("pages made to be slow\n");
    const auto bad = [&good](const char *name, const QByteArray &page) {
        good = benchBad(name, page) && good;
    };
    bad("50,000 nested elements",
        QByteArray("<div>").repeated(50'000) + "x" + QByteArray("</div>").repeated(50'000));
    bad("50,000 nested links", QByteArray("<a href=x>").repeated(50'000));
    bad("50,000 nested templates", QByteArray("<template>").repeated(50'000));
    bad("20,000 attributes", manyAttributes(false));
    bad("20,000 times href", manyAttributes(true));
    bad("open quotes", QByteArray("<a b='").repeated(50'000));
    bad("open comments", QByteArray("<!--").repeated(50'000));
    bad("open script", "<script>" + QByteArray("<!--<script").repeated(20'000));
    bad("ampersands", QByteArray("&").repeated(300'000));
    bad("references", QByteArray("&CounterClockwiseContourIntegral").repeated(10'000));
    bad("zero bytes", QByteArray(300'000, '\0'));
    return good ? 0 : 1;
}
