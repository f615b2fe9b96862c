// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagereader.h"

#include "html/htmltokenizer.h"
#include "links/page/pagesink.h"

namespace linnet::links {

namespace {

bool isWitnessed(html::EncodingSource source)
{
    using enum html::EncodingSource;
    return source == ByteOrderMark || source == Http || source == Meta;
}

PageFacts readAs(std::string_view bytes, html::DetectedEncoding encoding, const PageContext &context)
{
    std::string buffer;
    const html::DecodedText decoded =
        html::decodeToUtf8(bytes.substr(encoding.markLength), encoding.name, buffer);
    PageSink sink(decoded.text, context);
    html::HtmlTokenizer tokenizer(sink);
    tokenizer.setXml(context.isXml);
    tokenizer.run(decoded.text, true);
    // Browsers start again when a meta element far down tells what the bytes are.
    const std::string_view declared = sink.declaredEncoding();
    if (!isWitnessed(encoding.source) && !declared.empty()) {
        if (declared != encoding.name)
            return readAs(bytes, {declared, html::EncodingSource::Meta}, context);
        encoding.source = html::EncodingSource::Meta;
    }
    PageFacts facts = sink.takeFacts(encoding.name);
    facts.charsetSource = encoding.source;
    facts.charsetFaulty = decoded.faulty;
    return facts;
}

} // namespace

PageFacts readPage(QByteArrayView body, const PageContext &context)
{
    const std::string_view bytes(body.data(), std::size_t(body.size()));
    return readAs(bytes, html::detectEncoding(bytes, context.httpCharset), context);
}

} // namespace linnet::links
