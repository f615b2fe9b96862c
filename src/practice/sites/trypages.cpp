// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/trypages.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongestWaitMs = 60'000;

HttpResponse plainPage(const QString &title, const QString &text, int status = 200)
{
    return HttpResponse::html(
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head>\n"
        "<body><h1>%1</h1>\n<p>%2</p></body></html>\n"_s.arg(title.toHtmlEscaped(), text.toHtmlEscaped()),
        status);
}

} // namespace

void TryPages::addRoutes(Router &router)
{
    router.add(u"/wait/{}"_s, {},
               [](const auto &, const QStringList &captures) { return wait(captures[0]); });
    router.add(u"/status/{}"_s, {},
               [](const auto &, const QStringList &captures) { return status(captures[0]); });
}

HttpResponse TryPages::wait(const QString &milliseconds)
{
    bool ok = false;
    const int ms = milliseconds.toInt(&ok);
    if (!ok || ms < 0 || ms > LongestWaitMs)
        return plainPage(tr("No such page"), tr("Wait from 0 to %1 milliseconds.").arg(LongestWaitMs), 404);
    HttpResponse response = plainPage(tr("Practice page"), tr("This answer took its time: %1 ms.").arg(ms));
    response.delay = std::chrono::milliseconds(ms);
    return response;
}

HttpResponse TryPages::status(const QString &code)
{
    bool ok = false;
    const int number = code.toInt(&ok);
    if (!ok || number < 200 || number > 599)
        return plainPage(tr("No such page"), tr("Statuses go from 200 to 599."), 404);
    return plainPage(tr("Practice page"), tr("This answer has the status %1.").arg(number), number);
}

} // namespace linnet::practice
