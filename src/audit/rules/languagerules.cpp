// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/declaration.h"

#include <QCoreApplication>

namespace linnet::audit {

namespace {

// clang-format off
constexpr Declaration Language[] = {
    {"hreflang_code"_L1, "hreflang"_L1, BaseSet::Versions, Level::Error,
     u"language_fault not empty", "language language_fault target_url line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Code of a language that is none"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines pass the version over, because the code is none of language[-script][-region], such as en, en-GB or zh-Hant, or x-default."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Use the codes of ISO 639-1 and ISO 3166-1: Britain is GB, Ukrainian is uk, Japanese is ja.")},
    {"hreflang_no_return"_L1, "hreflang"_L1, BaseSet::Versions, Level::Error,
     u"returned = false", "target_url language line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Version does not name the page back"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines believe only versions that name each other; the two are taken for pages that have nothing to do with one another."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Give all versions the same list.")},
    {"hreflang_broken"_L1, "hreflang"_L1, BaseSet::Versions, Level::Error,
     u"target_verdict = broken", "target_url target_status language line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Version is broken"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The address of a version answers with an error or not at all."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name the address that works, or take the version out of the list.")},
    {"hreflang_redirect"_L1, "hreflang"_L1, BaseSet::Versions, Level::Warning,
     u"target_state = redirect", "target_url language line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Version redirects"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The address of a version sends on to another one, so the two do not name each other."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name the address at the end.")},
    {"hreflang_not_indexable"_L1, "hreflang"_L1, BaseSet::Versions, Level::Error,
     u"target_why_not in (noindex, canonical, robots)", "target_url target_why_not language line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Version is not indexable"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines may not list the version that readers of that language should get."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name the page that may be listed: the one that is canonical.")},
    {"hreflang_twice"_L1, "hreflang"_L1, BaseSet::Versions, Level::Warning,
     u"language_twice = true", "language target_url line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Several versions of one language"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The list names more than one address for the same language, so search engines choose one or none."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Keep one, or tell them apart by region.")},
    {"hreflang_relative"_L1, "hreflang"_L1, BaseSet::Versions, Level::Warning,
     u"written not empty", "written language line"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Version without a whole address"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines want the whole address with http:// or https:// and host; a short or other one may be passed over."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Write the address in full.")},
    {"hreflang_outside_head"_L1, "hreflang"_L1, BaseSet::Pages, Level::Error,
     u"head_faults in (hreflang)", "hreflang_count head_faults"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Versions named outside the head"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Search engines believe versions in the head of the page only."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Move them into the head, and look for what ends the head too early.")},
    {"hreflang_no_self"_L1, "hreflang"_L1, BaseSet::Indexable, Level::Warning,
     u"hreflang_faults in (no_self)", "hreflang_count lang"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Versions without the page itself"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The list of versions does not name the page that has it, so its own language is not said."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Add the page to its own list.")},
    {"hreflang_lang"_L1, "hreflang"_L1, BaseSet::Indexable, Level::Warning,
     u"hreflang_faults in (lang)", "lang hreflang_count"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Page is of another language than its list says"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "The html element says one language, the list of versions names the page as another."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Say the language of the text in both.")},
    {"hreflang_no_default"_L1, "hreflang"_L1, BaseSet::Indexable, Level::Notice,
     u"hreflang_faults in (no_default)", "hreflang_count lang"_L1,
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "No version for all other languages"),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Nothing says which version readers of a language that is not in the list should get."),
     QT_TRANSLATE_NOOP("linnet::audit::AuditRule", "Name one with hreflang=\"x-default\".")},
};
// clang-format on

} // namespace

std::span<const Declaration> languageRules()
{
    return Language;
}

} // namespace linnet::audit
