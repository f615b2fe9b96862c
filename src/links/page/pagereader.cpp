// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagereader.h"

#include "encoding/decoder.h"
#include "html/htmltokenizer.h"
#include "links/page/pagelinks.h"
#include "links/page/pagesink.h"

namespace linnet::links {

namespace {

bool isWitnessed(html::EncodingSource source)
{
    using enum html::EncodingSource;
    return source == ByteOrderMark || source == Http || source == Meta;
}

PageFacts readAs(std::string_view bytes, html::DetectedEncoding found, const PageContext &context)
{
    std::string buffer;
    const encoding::DecodedText decoded =
        encoding::decodeToUtf8(bytes.substr(found.markLength), found.name, buffer);
    PageSink sink(decoded.text, context);
    html::HtmlTokenizer tokenizer(sink);
    tokenizer.setXml(context.isXml);
    tokenizer.run(decoded.text, true);
    // Browsers start again when a meta element far down tells what the bytes are.
    const std::string_view declared = sink.declaredEncoding();
    if (!isWitnessed(found.source) && !declared.empty()) {
        if (declared != found.name)
            return readAs(bytes, {declared, html::EncodingSource::Meta}, context);
        found.source = html::EncodingSource::Meta;
    }
    PageFacts facts = sink.takeFacts(found.name);
    facts.charsetSource = found.source;
    facts.charsetFaulty = decoded.faulty;
    return facts;
}

} // namespace

PageFacts readPage(QByteArrayView body, const PageContext &context)
{
    const std::string_view bytes(body.data(), std::size_t(body.size()));
    return readAs(bytes, html::detectEncoding(bytes, context.httpCharset), context);
}

PageFacts readStyleSheet(QByteArrayView body, const PageContext &context)
{
    const std::string_view bytes(body.data(), std::size_t(body.size()));
    const html::DetectedEncoding found = html::detectEncoding(bytes, context.httpCharset);
    std::string buffer;
    const encoding::DecodedText decoded = encoding::decodeToUtf8(
        bytes.substr(found.markLength), isWitnessed(found.source) ? found.name : "UTF-8", buffer);
    PageFacts facts;
    const OpenElements none;
    PageLinks links(decoded.text, facts, none);
    links.readSheet(decoded.text, 1);
    links.resolve(url::UrlResolver(context.url));
    return facts;
}

} // namespace linnet::links
