// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/declaration.h"

#include <QCoreApplication>

namespace linnet::audit {

namespace {

// clang-format off
constexpr Declaration Details[] = {
    {"blocked_resource"_L1, "indexability"_L1, BaseSet::Links, Level::Warning,
     uR"(target_why = robots and element not in (a, area, form, meta-refresh) and rel not matches /^(?!.*\b(stylesheet|icon|preload|modulepreload|manifest)\b)./)", "parsed_url element line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Parts of pages blocked by robots.txt"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "robots.txt forbids crawlers a picture, script or style sheet of the page, so search engines do not see the page as readers do."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Allow what pages need in robots.txt.")},
    {"sitemap_too_big"_L1, "sitemap"_L1, BaseSet::Named, Level::Error,
     u"reason = too_large and detail matches /^sitemap/", "detail size"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Sitemap is too large"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "A sitemap may name 50,000 addresses and have 50 MB; search engines pass over the rest or the whole."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Part it, and name the parts in a sitemap index.")},
    {"pagination_broken"_L1, "links"_L1, BaseSet::Links, Level::Warning,
     uR"(rel matches /\b(next|prev)\b/ and target_status not empty and target_status != 200)", "parsed_url target_status rel line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Next or previous page does not answer"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The page names another as the next or previous one of a row, and that one fails or sends on, so the row ends there."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name the page that answers, or end the row.")},
    {"type_mismatch"_L1, "content"_L1, BaseSet::Asked, Level::Warning,
     u"sniffed_type not empty", "sniffed_type type size"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Other content than the server says"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The first bytes are of another kind than the header Content-Type says, or it is missing; browsers may show or save the file wrongly."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Send the right Content-Type.")},
    {"page_as_file"_L1, "content"_L1, BaseSet::Pages, Level::Warning,
     uR"(url matches /^[^?#]*\.(pdf|jpe?g|png|gif|webp|svg|zip|docx?|xlsx?|pptx?|csv|mp[34])$/)", "type title"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Page at the address of a file"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The address ends like that of a file, but a page came: often an error page with status 200."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Answer with the file, or with status 404 when it is gone.")},
    {"dom_deep"_L1, "content"_L1, BaseSet::Pages, Level::Notice,
     u"element_depth > {n}", "element_depth elements"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Elements deep within one another"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Pages with more elements within one another than this are slow to lay out."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Leave out elements that only wrap others."), 32},
    {"ids_doubled"_L1, "content"_L1, BaseSet::Pages, Level::Notice,
     u"ids_doubled > 0", "ids_doubled"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Ids used more than once"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Links to a place, labels of forms and scripts find the first element only."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Give each element an id of its own.")},
    {"alt_empty"_L1, "pictures"_L1, BaseSet::Pages, Level::Notice,
     u"images_alt_empty > 0", "images_alt_empty images"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Pictures with empty alt"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Such pictures are passed over when the page is read out: right for what only decorates."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Nothing for decoration; write alt for pictures that say something."), -1, Needs::Nothing, false},
    {"alt_long"_L1, "pictures"_L1, BaseSet::Pages, Level::Notice,
     u"images_alt_long > 0", "images_alt_long images"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Pictures with long alt"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "An alternative text of more than 100 letters is tiring to listen to."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Say in alt what the picture shows, and the rest in the text.")},
    {"img_big"_L1, "pictures"_L1, BaseSet::Asked, Level::Warning,
     uR"(type matches /^image\// and size > {n})", "size type inlinks"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Large pictures"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The picture has more bytes than this and takes long to load on phones."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Shrink it to the size at which it is shown, or use WebP or AVIF."), 102400},
    {"twitter_missing"_L1, "sharing"_L1, BaseSet::Indexable, Level::Notice,
     u"elements > 0 and twitter not in (card, title, image)", "title"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "No card for X (Twitter)"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Who shares the page there shows what Open Graph says, or a bare address."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Write twitter:card, when Open Graph is not enough."), -1, Needs::Nothing, false},
    {"icon_missing"_L1, "sharing"_L1, BaseSet::Pages, Level::Notice,
     u"elements > 0 and icon empty", "title"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Page names no icon"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Browsers then ask for /favicon.ico; whether that is there the page does not say."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name the icon: link rel=icon."), -1, Needs::Nothing, false},
    {"job_faults"_L1, "sharing"_L1, BaseSet::Pages, Level::Error,
     u"job_faults not empty", "job_faults jobs"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Job ads without what they must say"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "An ad of a job in the structured data lacks a property that it must have (title, description, datePosted, hiringOrganization, jobLocation), or has a date that is none; search engines do not show it among jobs."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Add what the column names.")},
    {"job_gaps"_L1, "sharing"_L1, BaseSet::Pages, Level::Notice,
     u"job_gaps not empty", "job_gaps jobs"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Job ads without what they should say"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "An ad of a job in the structured data does not say pay, end, kind of employment or number; others that do are chosen more often."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Add what the column names, as far as it is known.")},
};
// clang-format on

} // namespace

std::span<const Declaration> detailRules()
{
    return Details;
}

} // namespace linnet::audit
