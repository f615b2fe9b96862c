// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/auditruletext.h"

#include "audit/auditrule.h"

#include <QCoreApplication>
#include <QLocale>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RuleTexts
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::AuditRulesDialog)
};

QString needed(audit::Needs needs)
{
    switch (needs) {
    case audit::Needs::WholeCrawl:
        return RuleTexts::tr("Says something only of a crawl that came to its end and read a sitemap.");
    case audit::Needs::Sitemap:
        return RuleTexts::tr("Says something only where a sitemap was read.");
    case audit::Needs::Direct:
        return RuleTexts::tr("Says something only where no proxy stood between.");
    case audit::Needs::AllPages:
        return RuleTexts::tr("Says something only of a crawl that asked all addresses it found.");
    case audit::Needs::Nothing:
        break;
    }
    return {};
}

} // namespace

QString ruleHtml(const audit::AuditRule &rule)
{
    QString html;
    const auto paragraph = [&html](const QString &text) {
        if (!text.isEmpty())
            html += "<p>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
    };
    const auto labelled = [&html](const QString &label, const QString &text) {
        if (!text.isEmpty())
            html += "<p><b>"_L1 + label.toHtmlEscaped() + "</b><br/>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
    };
    html += "<h3>"_L1 + rule.what.toHtmlEscaped() + "</h3>"_L1;
    paragraph(rule.why);
    labelled(RuleTexts::tr("What to do"), rule.fix);
    labelled(RuleTexts::tr("Looks at"), audit::setTitle(rule.set));
    paragraph(needed(rule.needs));
    labelled(RuleTexts::tr("Filter"), rule.condition);
    if (rule.threshold)
        paragraph(RuleTexts::tr("{n} stands for the number: %1.").arg(QLocale().toString(*rule.threshold)));
    labelled(RuleTexts::tr("Called in files"), rule.id);
    return html;
}

} // namespace linnet::gui
