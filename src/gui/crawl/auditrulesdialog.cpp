// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/auditrulesdialog.h"

#include "base/boundedfile.h"
#include "base/errortext.h"
#include "gui/crawl/auditruletext.h"
#include "gui/crawl/leveldelegate.h"
#include "gui/crawl/ownruledialog.h"
#include "gui/crawl/rulefields.h"
#include "gui/insight/memochange.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/readonlywords.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/banner.h"
#include "models/projectmemory.h"
#include "session/projectslot.h"
#include "session/session.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QSplitter>
#include <QTextEdit>
#include <QTreeView>
#include <QUndoStack>
#include <QVBoxLayout>

#include <array>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::AuditRuleModel;

namespace {

constexpr QSize UsualRulesSize(980, 600);
constexpr int UsualTreeWidth = 620;
constexpr qint64 LargestRuleFile = 16 * 1024 * 1024; // bytes
constexpr std::array RuleColumnWidths{260, 120, 70};
constexpr qsizetype ShownProblems = 3;

/// Conditions of own rules know the columns of tables that are joined to the project's.
audit::AuditSchemas schemasOf(const session::ProjectSlot &slot)
{
    return {&slot.withJoined(audit::schemaOf(audit::BaseSet::Pages)),
            &slot.withJoined(audit::schemaOf(audit::BaseSet::Links))};
}

} // namespace

AuditRulesDialog::AuditRulesDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_before(services.memory.text(audit::RuleSet::memoKey()))
    , m_said(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_text(new QTextEdit(this))
    , m_fields(new RuleFields(this))
{
    setWindowTitle(tr("Rules of the audit"));
    setObjectName(u"auditRulesDialog"_s);
    m_said->setObjectName(u"auditRulesSaid"_s);
    auto *across = new QSplitter(this);
    across->addWidget(makeRules());
    across->addWidget(makeText());
    across->setStretchFactor(0, 3);
    across->setStretchFactor(1, 2);
    across->setSizes({UsualTreeWidth, UsualRulesSize.width() - UsualTreeWidth});
    across->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_said);
    layout->addWidget(m_search);
    layout->addWidget(across, 1);
    layout->addWidget(makeButtons());
    layout->addWidget(makeEnd());
    const audit::RuleSet usual(schemasOf(services.session.projectSlot()));
    const auto rules = m_before.isEmpty() ? usual : audit::RuleSet::parse(m_before.toUtf8(), usual.schemas());
    m_said->say(Banner::Tone::Info, whyReadOnly(services.session.projectSlot()));
    if (!rules)
        m_said->say(Banner::Tone::Bad, tr("The rules that the project keeps cannot be read: %1. These are "
                                          "the built-in ones.")
                                           .arg(rules.error().detail));
    else if (!rules->problems().isEmpty())
        sayProblems(rules->problems());
    m_model.setRules(rules.value_or(usual));
    m_tree->expandAll();
    choose({});
    resize(scaled(UsualRulesSize).boundedTo(screen()->availableSize()));
    m_search->setFocus();
}

QWidget *AuditRulesDialog::makeRules()
{
    m_search->setPlaceholderText(tr("Find a rule"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_found.setSourceModel(&m_model);
    m_found.setFilterRole(AuditRuleModel::SearchRole);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setAutoAcceptChildRows(true); // a group that is called so, with all that it has
    m_tree->setModel(&m_found);
    m_tree->setAccessibleName(tr("Rules"));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setAllColumnsShowFocus(false);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::EditKeyPressed);
    m_tree->setItemDelegateForColumn(int(AuditRuleModel::Column::Level), new LevelDelegate(m_tree));
    m_tree->header()->setStretchLastSection(true);
    for (int column = 0; column < int(RuleColumnWidths.size()); ++column)
        m_tree->setColumnWidth(column, scaled(RuleColumnWidths[size_t(column)]));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.setFilterFixedString(text);
        m_tree->expandAll();
        if (!chosen())
            choose({});
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AuditRulesDialog::showChosen);
    connect(&m_model, &AuditRuleModel::dataChanged, this, &AuditRulesDialog::showChosen);
    connect(&m_model, &AuditRuleModel::refused, this,
            [this](const QString &text) { m_said->say(Banner::Tone::Bad, text); });
    return m_tree;
}

/// What the chosen rule means, and what can be changed of it.
QWidget *AuditRulesDialog::makeText()
{
    using Column = AuditRuleModel::Column;
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("About the chosen rule"));
    m_text->setMinimumWidth(200);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_fields);
    connect(m_fields, &RuleFields::onChosen, this, [this](bool on) {
        change(Column::Rule, int(on ? Qt::Checked : Qt::Unchecked), Qt::CheckStateRole);
    });
    connect(m_fields, &RuleFields::levelChosen, this,
            [this](audit::Level level) { change(Column::Level, int(level), Qt::EditRole); });
    connect(m_fields, &RuleFields::numberTyped, this,
            [this](const QString &text) { change(Column::Threshold, text, Qt::EditRole); });
    return box;
}

QWidget *AuditRulesDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("&Add a rule…"), row);
    add->setObjectName(u"addRule"_s);
    m_edit = new QPushButton(tr("&Change…"), row);
    m_edit->setToolTip(tr("Name, filter and texts of a rule of your own"));
    m_edit->setObjectName(u"editRule"_s);
    m_restore = new QPushButton(row);
    m_restore->setObjectName(u"restoreRule"_s);
    auto *open = new QPushButton(tr("&Open…"), row);
    open->setToolTip(tr("Rules of a file, as “audit --rules” reads them, take the place of these"));
    auto *save = new QPushButton(tr("&Save…"), row);
    save->setToolTip(tr("What differs from the built-in rules, for a colleague or for “audit --rules”"));
    for (QPushButton *button : {add, m_edit, m_restore})
        layout->addWidget(button);
    layout->addStretch(1);
    for (QPushButton *button : {open, save})
        layout->addWidget(button);
    for (QPushButton *button : {add, m_edit, m_restore, open, save})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &AuditRulesDialog::addOwn);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const audit::AuditRule *rule = chosen())
            editOwn(*rule, false);
    });
    connect(m_restore, &QPushButton::clicked, this, &AuditRulesDialog::restoreChosen);
    connect(open, &QPushButton::clicked, this, &AuditRulesDialog::askOpen);
    connect(save, &QPushButton::clicked, this, &AuditRulesDialog::askSave);
    return row;
}

QWidget *AuditRulesDialog::makeEnd()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    const QString why = whyReadOnly(m_services.session.projectSlot());
    setPrimary(buttons->button(QDialogButtonBox::Ok));
    buttons->button(QDialogButtonBox::Ok)->setEnabled(why.isEmpty());
    buttons->button(QDialogButtonBox::Ok)->setToolTip(why);
    connect(buttons, &QDialogButtonBox::accepted, this, &AuditRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QString AuditRulesDialog::said() const
{
    return m_said->text();
}

const audit::AuditRule *AuditRulesDialog::chosen() const
{
    return m_model.rule(m_found.mapToSource(m_tree->currentIndex()));
}

void AuditRulesDialog::change(AuditRuleModel::Column column, const QVariant &value, int role)
{
    const QModelIndex index = m_found.mapToSource(m_tree->currentIndex());
    m_model.setData(index.siblingAtColumn(int(column)), value, role);
    showChosen(); // also what was refused is shown as it is
}

void AuditRulesDialog::choose(const QString &id)
{
    QModelIndex found = m_found.mapFromSource(m_model.indexOf(id));
    if (!found.isValid())
        found = m_found.index(0, 0, m_found.index(0, 0));
    m_tree->setCurrentIndex(found);
    if (id.isEmpty())
        m_tree->scrollToTop(); // with the title of its group
    else
        m_tree->scrollTo(found);
    showChosen();
}

void AuditRulesDialog::showChosen()
{
    const audit::AuditRule *rule = chosen();
    const bool isOwn = rule && rule->isOwn;
    if (const QString text = rule ? ruleHtml(*rule) : QString(); text != m_shown) {
        m_shown = text;
        m_text->setHtml(text);
    }
    const QModelIndex index = m_found.mapToSource(m_tree->currentIndex());
    m_fields->setRule(rule, index.siblingAtColumn(int(AuditRuleModel::Column::Threshold)).data().toString());
    m_edit->setEnabled(isOwn);
    m_restore->setText(isOwn ? tr("&Remove") : tr("As &built in"));
    m_restore->setEnabled(rule && m_model.isChanged(*rule));
}

void AuditRulesDialog::addOwn()
{
    audit::AuditRule rule;
    rule.id = m_model.rules().freeId();
    rule.group = u"own"_s;
    rule.isOwn = true;
    editOwn(rule, true);
}

void AuditRulesDialog::editOwn(const audit::AuditRule &rule, bool isNew)
{
    auto *dialog = new OwnRuleDialog(m_model.rules(), rule, isNew, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = rule.id, isNew] {
        const audit::AuditRule after = dialog->rule();
        const Result<void> done = m_model.put(after);
        if (!done) {
            m_said->say(Banner::Tone::Bad, ErrorText::sentence(done.error()));
            return;
        }
        if (!isNew && before != after.id)
            m_model.restore(before);
        m_search->clear();
        m_tree->expandAll();
        choose(after.id);
    });
    dialog->open();
}

void AuditRulesDialog::restoreChosen()
{
    const audit::AuditRule *rule = chosen();
    if (!rule)
        return;
    const QString id = rule->id;
    m_model.restore(id);
    m_tree->expandAll();
    choose(id);
}

void AuditRulesDialog::sayProblems(const QStringList &problems)
{
    QStringList shown = problems.first(std::min(problems.size(), ShownProblems));
    if (problems.size() > ShownProblems)
        shown.append(tr("and %Ln more", nullptr, int(problems.size() - ShownProblems)));
    m_said->say(Banner::Tone::Warning,
                tr("Left out, and gone when you press OK: %1").arg(shown.join(u"; "_s)));
}

QString AuditRulesDialog::readFile(const QString &path)
{
    const auto text = readBounded(path, LargestRuleFile);
    const auto rules =
        text ? audit::RuleSet::parse(*text, m_model.rules().schemas()) : std::unexpected(text.error());
    if (!rules)
        return tr("This is no file of rules: %1").arg(ErrorText::sentence(rules.error()));
    m_model.setRules(*rules);
    m_search->clear();
    m_tree->expandAll();
    choose({});
    m_said->say(Banner::Tone::Info, {});
    if (!rules->problems().isEmpty())
        sayProblems(rules->problems());
    return {};
}

QString AuditRulesDialog::save(const QString &path)
{
    QByteArray json = m_model.rules().toJson();
    if (json.isEmpty())
        json = "{\"rules\": []}\n";
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    return isSaved ? QString() : tr("The file could not be written: %1").arg(file.errorString());
}

void AuditRulesDialog::askOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open rules"), {}, tr("Rules (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString wrong = readFile(path); !wrong.isEmpty())
            m_said->say(Banner::Tone::Bad, wrong);
    });
    dialog->open();
}

void AuditRulesDialog::askSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the rules"), {}, tr("Rules (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"audit-rules.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString wrong = save(path);
        m_said->say(wrong.isEmpty() ? Banner::Tone::Good : Banner::Tone::Bad,
                    wrong.isEmpty() ? tr("Saved.") : wrong);
    });
    dialog->open();
}

void AuditRulesDialog::accept()
{
    const QString after = QString::fromUtf8(m_model.rules().toJson());
    if (after != m_before)
        m_services.actions.history().push(new MemoChange(
            m_services.memory, tr("Change the rules of the audit"), audit::RuleSet::memoKey(), after));
    QDialog::accept();
}

} // namespace linnet::gui
