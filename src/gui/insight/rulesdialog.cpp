// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/rulesdialog.h"

#include "comparable/payrules.h"
#include "comparable/skillwords.h"
#include "comparable/vocabulary.h"
#include "gui/insight/limitspage.h"
#include "gui/insight/memochange.h"
#include "gui/insight/rulespage.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/readonlywords.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/banner.h"
#include "models/insight/limits.h"
#include "models/projectmemory.h"
#include "session/session.h"
#include "store/sqlite/payfunction.h"
#include "store/sqlite/skillfunction.h"
#include "store/sqlite/wordfunction.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QUndoCommand>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using comparable::RuleLine;

namespace {

constexpr QSize UsualSize(880, 560);

/// Other lines for a project's tables of rules, by memo.
class ChangeOfRules : public QUndoCommand
{
public:
    using Memos = QHash<QString, QString>;

    ChangeOfRules(session::Session &session, Memos before, Memos after)
        : QUndoCommand(RulesDialog::tr("Change the rules"))
        , m_session(session)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void redo() override { write(m_after); }
    void undo() override { write(m_before); }

private:
    void write(const Memos &memos)
    {
        if (!m_session.hasProject())
            return;
        for (const auto &[key, value] : memos.asKeyValueRange())
            m_session.project().writer().postMemo(key, value);
    }

    session::Session &m_session;
    Memos m_before;
    Memos m_after;
};

std::vector<RuleLine> linesOf(const QString &memo)
{
    auto lines = comparable::readRuleTable(memo.toUtf8());
    return lines ? std::move(*lines) : std::vector<RuleLine>();
}

template <typename Rules> Result<void> check(const std::vector<RuleLine> &lines)
{
    const auto made = Rules::over(lines);
    return made ? Result<void>() : std::unexpected(made.error());
}

QString memoOf(RulesPage &page)
{
    const auto own = page.model().own();
    return own.empty() ? QString() : QString::fromUtf8(comparable::toRuleTable(own));
}

} // namespace

RulesDialog::RulesDialog(const Services &services, const QHash<QString, QString> &memos, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_tabs(new QTabWidget(this))
    , m_limits(new LimitsPage(
          models::limitsFromMemo(services.memory.text(QString::fromLatin1(models::LimitsMemo))), this))
    , m_fault(new Banner(this))
{
    setWindowTitle(tr("Rules of comparison"));
    m_tabs->setAccessibleName(windowTitle());
    m_pay = new RulesPage(tr("How published amounts become a month of full work in one currency, before tax "
                             "or in hand. The ads stay "
                             "as they are: what you change here counts at once, in this project."),
                          comparable::PayRules::builtInLines(), true, &check<comparable::PayRules>,
                          u"pay-rules.tsv"_s, this);
    m_words = new RulesPage(
        tr("What the words of the sources mean: regions, grades, experience, employment, work formats, "
           "occupations. "
           "The ads stay as they are: what you change here counts at once, in this project."),
        comparable::Vocabulary::builtInLines(), false, &check<comparable::Vocabulary>, u"words.tsv"_s, this);
    m_skills = new RulesPage(
        tr("Which words in the title and the text of an ad name which skill, for the column “Skills in the "
           "text”: whole words, whatever their case; of several that fit the longest counts, and “none” "
           "stands "
           "for words that only look like a skill."),
        comparable::SkillWords::builtInLines(), false, &check<comparable::SkillWords>, u"skills.tsv"_s, this);
    m_pay->offerRates();
    for (const auto &[memo, page] : pages()) {
        m_before.insert(memo, memos.value(memo));
        page->model().setOwn(linesOf(memos.value(memo)));
    }
    m_tabs->addTab(m_pay, tr("Pay"));
    m_tabs->addTab(m_words, tr("Words"));
    m_tabs->addTab(m_skills, tr("Skills"));
    m_tabs->addTab(m_limits, tr("Limits"));
    m_fault->setObjectName(u"rulesFault"_s);
    const QString why = whyReadOnly(services.session.projectSlot());
    m_fault->say(Banner::Tone::Info, why);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setPrimary(buttons->button(QDialogButtonBox::Ok));
    buttons->button(QDialogButtonBox::Ok)->setEnabled(why.isEmpty());
    buttons->button(QDialogButtonBox::Ok)->setToolTip(why);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_fault);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    for (const auto &[memo, page] : pages()) {
        connect(page, &RulesPage::fault, this,
                [this](const QString &text) { m_fault->say(Banner::Tone::Bad, text); });
        connect(page, &RulesPage::told, this,
                [this](const QString &text) { m_fault->say(Banner::Tone::Info, text); });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &RulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(scaled(UsualSize));
}

std::array<std::pair<QString, RulesPage *>, 3> RulesDialog::pages() const
{
    return {std::pair(QString::fromLatin1(store::PayRulesMemo), m_pay),
            std::pair(QString::fromLatin1(store::WordsMemo), m_words),
            std::pair(QString::fromLatin1(store::SkillsMemo), m_skills)};
}

QString RulesDialog::fault() const
{
    return m_fault->text();
}

void RulesDialog::accept()
{
    QHash<QString, QString> after;
    for (const auto &[memo, page] : pages()) {
        const QString fault = page->firstFault();
        m_fault->say(Banner::Tone::Bad, fault);
        after.insert(memo, memoOf(*page));
        if (fault.isEmpty())
            continue;
        m_tabs->setCurrentWidget(page);
        return;
    }
    QUndoStack &history = m_services.actions.history();
    if (after != m_before)
        history.push(new ChangeOfRules(m_services.session, m_before, after));
    const QString key = QString::fromLatin1(models::LimitsMemo);
    const auto before = models::limitsFromMemo(m_services.memory.text(key));
    if (const auto limits = m_limits->limits(); limits != before)
        history.push(
            new MemoChange(m_services.memory, tr("Change the limits"), key, models::limitsMemo(limits)));
    QDialog::accept();
}

} // namespace linnet::gui
