// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"

#include <QCoreApplication>

namespace linnet {

namespace {

struct Sentences
{
    Reason reason;
    const char *what;
    const char *advice;
};

constexpr const char *Context = "linnet::ErrorText";

// clang-format off
constexpr Sentences Table[] = {
    {Reason::Dns, QT_TRANSLATE_NOOP("linnet::ErrorText", "The address of the server could not be found."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Check the spelling of the address and the network connection.")},
    {Reason::Refused, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server refused the connection."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "The server may be switched off; try again later.")},
    {Reason::Reset, QT_TRANSLATE_NOOP("linnet::ErrorText", "The connection was broken off by the other side."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again; a slower pace often helps.")},
    {Reason::Truncated, QT_TRANSLATE_NOOP("linnet::ErrorText", "The answer ended before it was complete."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later.")},
    {Reason::Tls, QT_TRANSLATE_NOOP("linnet::ErrorText", "No secure connection could be made: the server's certificate is not trusted, or it speaks no protocol that can be used."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Check the computer's date; in an office network ask whether traffic is inspected.")},
    {Reason::Inactivity, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server fell silent in the middle of its answer."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later.")},
    {Reason::Deadline, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server did not answer in time."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later or allow more time per request.")},
    {Reason::TooLarge, QT_TRANSLATE_NOOP("linnet::ErrorText", "The answer is larger than the limit."), nullptr},
    {Reason::HeaderFlood, QT_TRANSLATE_NOOP("linnet::ErrorText", "The header lines of the answer cannot be read: they are too many, or one of them is broken."), nullptr},
    {Reason::Bomb, QT_TRANSLATE_NOOP("linnet::ErrorText", "The compressed answer would unpack to an unreasonable size."), nullptr},
    {Reason::Undecodable, QT_TRANSLATE_NOOP("linnet::ErrorText", "The compressed answer could not be unpacked."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later.")},
    {Reason::BadBody, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server answered with something other than the expected data."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "The service may be under maintenance; try again later.")},
    {Reason::RedirectLoop, QT_TRANSLATE_NOOP("linnet::ErrorText", "The address redirects in a circle."), nullptr},
    {Reason::RedirectLimit, QT_TRANSLATE_NOOP("linnet::ErrorText", "The address redirects too many times."), nullptr},
    {Reason::Downgrade, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server redirects from a secure to an insecure address; this was not followed."), nullptr},
    {Reason::ForeignScheme, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server redirects to an address that is no web address; this was not followed."), nullptr},
    {Reason::LoginGone, QT_TRANSLATE_NOOP("linnet::ErrorText", "The address had a login, which is not stored with the run."), QT_TRANSLATE_NOOP("linnet::ErrorText", "Check the address in a new run, with its login.")},
    {Reason::CredentialsNeeded, QT_TRANSLATE_NOOP("linnet::ErrorText", "The proxy asks for a login."), nullptr},
    {Reason::ProxyFailed, QT_TRANSLATE_NOOP("linnet::ErrorText", "The proxy could not pass the request on."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Check the proxy settings of the system.")},
    {Reason::NoProxy, QT_TRANSLATE_NOOP("linnet::ErrorText", "No proxy can be used, and nothing is sent without one."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Test the proxies or choose others; if you chose none, check the proxy settings of the system.")},
    {Reason::BadAnswer, QT_TRANSLATE_NOOP("linnet::ErrorText", "What the server sent is no proper HTTP answer."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Check that a web server answers at this address and port.")},
    {Reason::InterimAnswer, QT_TRANSLATE_NOOP("linnet::ErrorText", "The server sent an interim answer before the real one, which cannot be read here."), nullptr},
    {Reason::Network, QT_TRANSLATE_NOOP("linnet::ErrorText", "The request failed."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later.")},
    {Reason::Cancelled, QT_TRANSLATE_NOOP("linnet::ErrorText", "Stopped before it was asked."), nullptr},
    {Reason::ShutDown, QT_TRANSLATE_NOOP("linnet::ErrorText", "The program was closed before the answer came."), nullptr},
    {Reason::AuthRequired, QT_TRANSLATE_NOOP("linnet::ErrorText", "The source does not let this program search without a valid access token."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "hh.ru gives tokens to registered applications, mainly of employers, at dev.hh.ru; the review takes up to 15 working days. SuperJob gives a key to everybody who registers a program at api.superjob.ru/register. The same search on \"Work in Russia\" needs no account.")},
    {Reason::Captcha, QT_TRANSLATE_NOOP("linnet::ErrorText", "The source wants to see a person: it asks for a captcha."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Open the address in a browser and solve it; the search then goes on by itself.")},
    {Reason::Gone, QT_TRANSLATE_NOOP("linnet::ErrorText", "What was asked for is no longer there."), nullptr},
    {Reason::BadRequest, QT_TRANSLATE_NOOP("linnet::ErrorText", "The source did not accept a value of the search."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Change the value named in brackets.")},
    {Reason::BadUserAgent, QT_TRANSLATE_NOOP("linnet::ErrorText", "The source does not accept the name by which this program introduces itself."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Change how Linnet introduces itself (More filters, or --user-agent); addresses at example.com are refused.")},
    {Reason::DepthLimit, QT_TRANSLATE_NOOP("linnet::ErrorText", "The source shows no more than its limit of results for one search."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Narrow the search, for example by region or period.")},
    {Reason::BadSitemap, QT_TRANSLATE_NOOP("linnet::ErrorText", "What stands at the address of the sitemap cannot be read as a sitemap."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Many sites show an ordinary page there when they have none. The crawl goes on by the links; pages that no link leads to may be missing. If the site is yours, name the right address in robots.txt.")},
    {Reason::BadValue, QT_TRANSLATE_NOOP("linnet::ErrorText", "A value cannot be used."), nullptr},
    {Reason::BadLine, QT_TRANSLATE_NOOP("linnet::ErrorText", "A line of the input cannot be read."), nullptr},
    {Reason::BadFile, QT_TRANSLATE_NOOP("linnet::ErrorText", "The file cannot be read, or not any further."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "What was read of it is kept. Get the file once more, or choose another one.")},
    {Reason::BadUrl, QT_TRANSLATE_NOOP("linnet::ErrorText", "This is not a web address."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Web addresses begin with http:// or https://.")},
    {Reason::NoScheme, QT_TRANSLATE_NOOP("linnet::ErrorText", "This address does not say how it is to be asked."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Write https:// before it.")},
    {Reason::OtherScheme, QT_TRANSLATE_NOOP("linnet::ErrorText", "Addresses of this kind are not on the web and cannot be asked."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Web addresses begin with http:// or https://.")},
    {Reason::DiskFull, QT_TRANSLATE_NOOP("linnet::ErrorText", "The disk is full."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Free some space; nothing that was shown is lost.")},
    {Reason::Io, QT_TRANSLATE_NOOP("linnet::ErrorText", "A file could not be read or written."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Check that the folder exists and that you may write there.")},
    {Reason::Locked, QT_TRANSLATE_NOOP("linnet::ErrorText", "The project is open in another Linnet."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Close it there first.")},
    {Reason::NotAProject, QT_TRANSLATE_NOOP("linnet::ErrorText", "This file is not a Linnet project."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "If it was one, it is damaged: \"linnet-cli project FILE --check\" says so.")},
    {Reason::NewerProject, QT_TRANSLATE_NOOP("linnet::ErrorText", "This project was made by a newer version of Linnet."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "Update Linnet to open it.")},
    {Reason::Storage, QT_TRANSLATE_NOOP("linnet::ErrorText", "The project file could not be read or written."),
     QT_TRANSLATE_NOOP("linnet::ErrorText", "If it is damaged, \"linnet-cli project FILE --check\" says where, and --rescue brings what can be read into a new project.")},
};
// clang-format on

ErrorText ofStatus(int status)
{
    const auto words = [](const char *text) { return QCoreApplication::translate(Context, text); };
    if (status == 404 || status == 410)
        return {words(QT_TRANSLATE_NOOP("linnet::ErrorText",
                                        "The server says that this address does not exist (any more).")),
                {}};
    if (status == 429)
        return {words(QT_TRANSLATE_NOOP("linnet::ErrorText", "The server says that requests come too fast.")),
                words(QT_TRANSLATE_NOOP("linnet::ErrorText", "Choose a slower pace and try again later."))};
    if (status == 401 || status == 403)
        return {words(QT_TRANSLATE_NOOP("linnet::ErrorText", "The server refuses access.")), {}};
    if (status >= 500)
        return {words(QT_TRANSLATE_NOOP("linnet::ErrorText", "The server has a problem of its own.")),
                words(QT_TRANSLATE_NOOP("linnet::ErrorText", "Try again later."))};
    return {words(QT_TRANSLATE_NOOP("linnet::ErrorText", "The server did not give what was asked for.")), {}};
}

/// Of the network's own words, whether they say more than the sentence. They do not speak the reader's
/// language.
bool saysMore(Reason reason)
{
    switch (reason) {
    case Reason::Dns:
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
        return false;
    default:
        return true;
    }
}

/// Details are stored in English. Those that are whole sentences, maybe behind the name of a file, have a
/// translation.
QString inWords(const QString &detail)
{
    const qsizetype begin = detail.lastIndexOf(QLatin1StringView(": "));
    const qsizetype sentence = begin < 0 ? 0 : begin + 2;
    return detail.first(sentence) +
           QCoreApplication::translate("linnet::ErrorDetail", detail.sliced(sentence).toUtf8().constData());
}

} // namespace

ErrorText ErrorText::of(const Error &error)
{
    if (error.reason == Reason::HttpStatus)
        return ofStatus(error.status);
    for (const Sentences &entry : Table) {
        if (entry.reason == error.reason)
            return {QCoreApplication::translate(Context, entry.what),
                    entry.advice ? QCoreApplication::translate(Context, entry.advice) : QString()};
    }
    return {};
}

QString ErrorText::sentence(const Error &error)
{
    const ErrorText text = of(error);
    QString detail = saysMore(error.reason) ? inWords(error.detail) : QString();
    if (error.reason == Reason::NotAProject && detail.startsWith(QLatin1StringView("SQLite ")))
        detail.clear(); // the same, with a number
    if (error.status > 0)
        detail = detail.isEmpty() ? QStringLiteral("HTTP %1").arg(error.status)
                                  : QStringLiteral("HTTP %1, %2").arg(error.status).arg(detail);
    QString result = text.what;
    if (!detail.isEmpty()) {
        // Inside the sentence: "The disk is full (/path)."
        const bool stop = result.endsWith(u'.');
        if (stop)
            result.chop(1);
        result += QStringLiteral(" (%1)").arg(detail);
        if (stop)
            result += u'.';
    }
    if (!text.advice.isEmpty())
        result += QLatin1Char(' ') + text.advice;
    return result;
}

} // namespace linnet
