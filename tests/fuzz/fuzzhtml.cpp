// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzhtml.h"

#include "encoding/decoder.h"
#include "encoding/encoding.h"
#include "encoding/utf8.h"
#include "fuzz/fuzzinput.h"
#include "html/encoding.h"
#include "html/htmltext.h"
#include "html/htmltokenizer.h"
#include "links/page/pagelinks.h"
#include "links/page/pagereader.h"
#include "url/urlresolver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace linnet::fuzz {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

std::size_t points(std::string_view utf8)
{
    return std::size_t(std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Writes the tokens down, neighbouring texts as one.
class Recorder
{
public:
    void text(std::string_view piece)
    {
        require(!piece.empty(), "no text is empty");
        if (!m_inText)
            m_tokens += "\n#";
        m_inText = true;
        m_tokens += piece;
    }
    void startTag(const html::Tag &tag)
    {
        begin("\n<", tag);
        std::vector<std::string_view> names;
        for (const html::Attribute &attribute : tag.attributes) {
            names.push_back(attribute.name);
            m_tokens += '\0';
            m_tokens += attribute.name;
            m_tokens += '=';
            m_tokens += attribute.value;
        }
        std::ranges::sort(names);
        require(std::ranges::adjacent_find(names) == names.end(), "each attribute stands once");
        m_tokens += tag.selfClosing ? "/>" : ">";
    }
    void endTag(const html::Tag &tag) { begin("\n</", tag); }
    void comment(std::string_view comment)
    {
        m_inText = false;
        m_tokens += "\n!";
        m_tokens += comment;
    }
    void doctype(const html::Doctype &doctype)
    {
        m_inText = false;
        m_tokens += "\n!!" + doctype.name.value_or("-") + doctype.publicId.value_or("-") +
                    doctype.systemId.value_or("-") + (doctype.forceQuirks ? "q" : "");
    }

    const std::string &tokens() const { return m_tokens; }

private:
    void begin(std::string_view mark, const html::Tag &tag)
    {
        require(!tag.name.empty(), "every tag has a name");
        m_inText = false;
        m_tokens += mark;
        m_tokens += tag.name;
    }

    std::string m_tokens;
    bool m_inText = false;
};

/// How the tokenizer is set.
struct Start
{
    html::ContentModel content = html::ContentModel::Data;
    std::string_view endedBy;
    bool automatic = true;
    bool xml = false;
};

void setUp(html::HtmlTokenizer<Recorder> &tokenizer, const Start &start)
{
    tokenizer.setAutomatic(start.automatic);
    tokenizer.setXml(start.xml);
    tokenizer.setContent(start.content, start.endedBy);
}

std::string tokensOf(std::string_view page, const Start &start)
{
    Recorder recorder;
    html::HtmlTokenizer tokenizer(recorder);
    setUp(tokenizer, start);
    require(tokenizer.run(page, true) == page.size(), "the last piece is used up");
    return recorder.tokens();
}

std::string tokensInPieces(std::string_view page, const Start &start, std::size_t piece)
{
    Recorder recorder;
    html::HtmlTokenizer tokenizer(recorder);
    setUp(tokenizer, start);
    std::size_t begin = 0;
    std::size_t length = piece;
    while (begin + length < page.size()) {
        const std::size_t used = tokenizer.run(page.substr(begin, length), false);
        require(used <= length, "no more is used than there is");
        begin += used;
        length = used == 0 ? length * 2 : std::max(piece, length - used + piece);
    }
    tokenizer.run(page.substr(begin), true);
    return recorder.tokens();
}

void checkTokens(FuzzInput &input)
{
    using enum html::ContentModel;
    static constexpr std::array Starts{Data, Rcdata, RawText, Script, PlainText, Cdata};
    static constexpr std::array<std::string_view, 6> Ends{"", "title", "style", "script", "", ""};
    const unsigned which = input.choice(12) % 7 % Starts.size(); // mostly as a page begins
    const Start start{Starts[which], Ends[which], input.choice(4) > 0, input.choice(4) == 0};
    const std::string_view page = viewOf(input.bytes());
    const std::size_t piece = input.isRepeated() ? 4096 : 1 + input.choice(9);
    require(tokensOf(page, start) == tokensInPieces(page, start, piece), "a page in pieces is the same page");
}

void checkReadableText(const QByteArray &bytes)
{
    const QString text = html::readableText(QString::fromUtf8(bytes));
    require(text == text.trimmed() || !text.contains(u' '), "no white space around a readable text");
    require(!text.contains(u"  ") && !text.contains(u"\n\n") && !text.contains(u" \n"),
            "white space of a readable text is collapsed");
}

/// A text that a page says about itself.
void checkSaid(const std::string &text, std::size_t limit)
{
    require(encoding::isValidUtf8(text), "what a page says is UTF-8");
    require(points(text) <= limit, "what a page says keeps to its limit");
    require(text.find("  ") == std::string::npos && text.find('\n') == std::string::npos,
            "white space of what a page says is collapsed");
}

void checkAddresses(const links::PageFacts &facts)
{
    std::set<std::string_view> known;
    for (const links::NamedAddress &address : facts.addresses) {
        require(known.insert(address.url).second, "each address stands once");
        require(encoding::isValidUtf8(address.url), "an address is UTF-8");
        if (address.kind != url::UrlKind::Http) {
            require(address.url.size() <= 2000, "what is no address of the web is cut");
            continue;
        }
        const url::ResolvedUrl again = url::parseUrl(address.url);
        require(again.kind == url::UrlKind::Http && again.href == address.url, "an address means itself");
        require(again.login.empty() && !again.hasFragment, "an address has neither login nor fragment");
    }
}

void checkEdges(const links::PageFacts &facts, std::size_t bytes)
{
    for (const links::Edge &edge : facts.edges) {
        require(edge.address < facts.addresses.size(), "every link has its address");
        require(edge.line >= 0 && std::size_t(edge.line) <= bytes + 1, "every link has a line of the page");
        require(encoding::isValidUtf8(edge.fragment), "a fragment is UTF-8");
        checkSaid(edge.anchor, links::PageLinks::AnchorPoints);
    }
    require(facts.edgesLeftOut == 0 || facts.edges.size() >= 200'000, "no link of a small page is left out");
}

void checkFacts(const links::PageFacts &facts, std::size_t bytes)
{
    for (const std::string *said : {&facts.title, &facts.description, &facts.h1, &facts.h2})
        checkSaid(*said, 2000);
    require(encoding::Encoding::named(facts.charset) != nullptr, "the charset is one that can be read");
    require(facts.words >= 0 && std::size_t(facts.words) <= bytes, "a word has a letter");
    require(!facts.hasRefresh || (std::isfinite(facts.refreshSeconds) && facts.refreshSeconds >= 0),
            "a refresh has its time");
    checkAddresses(facts);
    checkEdges(facts, bytes);
}

void checkPage(FuzzInput &input)
{
    links::PageContext context{"http://site.example/folder/page?a=b", {}};
    const QByteArray &bytes = input.bytes();
    static constexpr std::array<std::string_view, 6> Charsets{"",       "utf-8",     "windows-1251",
                                                              "utf-16", "shift_jis", "koi8-r"};
    context.httpCharset = Charsets[input.choice(24) % Charsets.size()];
    context.isXml = input.choice(8) == 0;
    if (input.choice(4) == 0) {
        const qsizetype line = std::clamp<qsizetype>(bytes.indexOf('\n'), 0, 200);
        context.linkHeader = bytes.first(line).toStdString();
        context.refreshHeader = context.linkHeader;
    }
    const links::PageFacts facts = links::readPage(bytes, context);
    checkFacts(facts, std::size_t(bytes.size()) + 400);
    if (facts.charsetSource == html::EncodingSource::ByteOrderMark)
        return;
    // The same page as its own letters in UTF-8 says the same.
    std::string buffer;
    const std::string text(encoding::decodeToUtf8(viewOf(bytes), facts.charset, buffer).text);
    require(encoding::isValidUtf8(text), "a decoded page is UTF-8");
    context.httpCharset = "utf-8";
    if (text.starts_with("\xEF\xBB\xBF"))
        return;
    const links::PageFacts decoded = links::readPage({text.data(), qsizetype(text.size())}, context);
    require(decoded.title == facts.title && decoded.h1 == facts.h1 && decoded.words == facts.words &&
                decoded.edges.size() == facts.edges.size(),
            "a page in UTF-8 says what it says in another encoding");
}

} // namespace

int fuzzHtml(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    checkTokens(input);
    checkReadableText(input.bytes());
    checkPage(input);
    return 0;
}

} // namespace linnet::fuzz
