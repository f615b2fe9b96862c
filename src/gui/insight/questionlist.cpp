// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/questionlist.h"

#include "gui/insight/memochange.h"
#include "gui/insight/questiondialog.h"
#include "gui/readonlywords.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/flowlayout.h"
#include "models/projectmemory.h"
#include "session/session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::InsightQuestion;
using models::OwnQuestion;

namespace {

constexpr int QuestionRole = Qt::UserRole; ///< place among the questions; a heading has none

QString questionsMemo()
{
    return QString::fromLatin1(OwnQuestion::Memo);
}

} // namespace

QuestionList::QuestionList(const Services &services, const table::Schema &schema, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_schema(schema)
    , m_list(new QListWidget(this))
    , m_new(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_rename(new QAction(this))
    , m_change(new QAction(this))
    , m_delete(new QAction(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    auto *margins = new QHBoxLayout;
    margins->setContentsMargins(8, 4, 4, 8);
    auto *row = new FlowLayout(4);
    row->addWidget(m_new);
    row->addWidget(m_more);
    margins->addLayout(row);
    column->addLayout(margins);
    m_new->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_new->setObjectName(u"newQuestion"_s);
    m_more->setObjectName(u"moreOfQuestion"_s);
    m_more->setText(u"⋯"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_list->installEventFilter(this);
    for (QAction *action : {m_rename, m_change, m_delete}) {
        m_list->addAction(action);
        m_more->addAction(action);
    }
    connect(m_new, &QPushButton::clicked, this, &QuestionList::makeNew);
    connect(m_rename, &QAction::triggered, this, &QuestionList::rename);
    connect(m_change, &QAction::triggered, this, &QuestionList::change);
    connect(m_delete, &QAction::triggered, this, &QuestionList::remove);
    connect(m_list, &QListWidget::itemChanged, this, &QuestionList::takeName);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        updateControls();
        Q_EMIT chosen();
    });
    const auto refill = [this] {
        fill();
        updateControls();
    };
    connect(&services.memory, &models::ProjectMemory::changed, this, refill);
    connect(&services.memory, &models::ProjectMemory::emptied, this, refill);
    connect(&services.session.projectSlot(), &session::ProjectSlot::joinedChanged, this, refill);
    connect(&services.session.projectSlot(), &session::ProjectSlot::opened, this,
            &QuestionList::updateControls);
    retranslate();
}

/// F2 and Delete mean the question while the list has the focus, elsewhere the search on the left.
bool QuestionList::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_list || !isKey || !m_delete->isEnabled())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isOurs =
        key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete);
    if (!isOurs)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && key->key() == Qt::Key_F2)
        rename();
    else if (event->type() == QEvent::KeyPress)
        remove();
    return true;
}

void QuestionList::retranslate()
{
    m_list->setAccessibleName(tr("Questions"));
    m_new->setText(tr("New question…"));
    m_more->setAccessibleName(tr("More about this question"));
    m_rename->setText(tr("Rename"));
    m_change->setText(tr("Change…"));
    m_delete->setText(tr("Delete"));
    m_asked.clear();
    fill();
    updateControls();
}

const table::Schema &QuestionList::schema() const
{
    return m_services.session.projectSlot().withJoined(m_schema);
}

void QuestionList::fill()
{
    QList<InsightQuestion> asked = InsightQuestion::of(schema(), m_services.memory.text(questionsMemo()));
    if (asked == m_asked)
        return;
    const InsightQuestion *before = current();
    const bool isFirst = m_list->count() == 0;
    const QString key = before ? before->key : QString();
    const auto now = std::ranges::find(asked, key, &InsightQuestion::key);
    const bool isSame = before && now != asked.end() && *now == *before;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_asked = std::move(asked);
        bool hasHeading = false;
        for (qsizetype i = 0; i < m_asked.size(); ++i) {
            if (m_asked[i].isOwn() && !std::exchange(hasHeading, true)) {
                auto *heading = new QListWidgetItem(tr("Own questions"), m_list);
                heading->setFlags(Qt::NoItemFlags);
                QFont font = m_list->font();
                font.setBold(true);
                heading->setFont(font);
            }
            auto *item = new QListWidgetItem(m_asked[i].text(), m_list);
            item->setData(QuestionRole, int(i));
            if (m_asked[i].isOwn())
                item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        select(m_wanted.isEmpty() ? key : std::exchange(m_wanted, {}));
    }
    if (!isFirst && !(isSame && current() && current()->key == key))
        Q_EMIT chosen();
}

void QuestionList::select(const QString &key)
{
    int wanted = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const QVariant place = m_list->item(row)->data(QuestionRole);
        if (place.isValid() && m_asked[place.toInt()].key == key)
            wanted = row;
    }
    m_list->setCurrentRow(wanted);
}

const InsightQuestion *QuestionList::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    const QVariant place = item ? item->data(QuestionRole) : QVariant();
    return place.isValid() && place.toInt() < m_asked.size() ? &m_asked[place.toInt()] : nullptr;
}

void QuestionList::updateControls()
{
    const bool hasProject = m_services.session.hasProject();
    const QString why = whyReadOnly(m_services.session.projectSlot());
    const bool isOwn = current() && current()->isOwn();
    m_new->setEnabled(hasProject && why.isEmpty());
    m_new->setToolTip(why.isEmpty() ? tr("Choose what is counted or measured, by which column; it is kept in "
                                         "the project")
                                    : why);
    m_more->setEnabled(hasProject && why.isEmpty() && isOwn);
    m_more->setToolTip(!why.isEmpty() ? why
                       : isOwn        ? tr("Rename, change or delete this question")
                                      : tr("Only own questions can be changed"));
    for (QAction *action : {m_rename, m_change, m_delete})
        action->setEnabled(m_more->isEnabled());
}

std::vector<OwnQuestion> QuestionList::own() const
{
    return OwnQuestion::fromMemo(m_services.memory.text(questionsMemo()));
}

const OwnQuestion *QuestionList::currentOwn(const std::vector<OwnQuestion> &questions) const
{
    const InsightQuestion *asked = current();
    if (!asked)
        return nullptr;
    const auto found = std::ranges::find(questions, asked->key, &OwnQuestion::key);
    return found == questions.end() ? nullptr : &*found;
}

void QuestionList::keep(const std::vector<OwnQuestion> &questions, const QString &said)
{
    const QString memo = OwnQuestion::toMemo(questions);
    if (m_services.session.hasProject() && memo != m_services.memory.text(questionsMemo()))
        m_services.actions.history().push(new MemoChange(m_services.memory, said, questionsMemo(), memo));
}

void QuestionList::edit(const OwnQuestion &question)
{
    auto *dialog = new QuestionDialog(schema(), question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        std::vector<OwnQuestion> questions = own();
        OwnQuestion made = dialog->question();
        const auto there = std::ranges::find(questions, made.number, &OwnQuestion::number);
        if (there != questions.end()) {
            *there = made;
            keep(questions, tr("Change a question"));
            return;
        }
        made.number = OwnQuestion::nextNumber(questions);
        m_wanted = made.key();
        questions.push_back(made);
        keep(questions, tr("New question"));
    });
    connect(&m_services.session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog, &QDialog::reject);
    dialog->open();
}

void QuestionList::makeNew()
{
    if (m_new->isEnabled())
        edit({});
}

void QuestionList::change()
{
    const auto questions = own();
    if (const OwnQuestion *question = currentOwn(questions))
        edit(*question);
}

void QuestionList::rename()
{
    if (current() && current()->isOwn())
        m_list->editItem(m_list->currentItem());
}

void QuestionList::takeName(QListWidgetItem *item)
{
    const QVariant place = item->data(QuestionRole);
    if (!place.isValid() || !m_asked[place.toInt()].isOwn())
        return;
    const InsightQuestion asked = m_asked[place.toInt()];
    const QString name = item->text().simplified();
    if (name == asked.name)
        return;
    if (name.isEmpty()) {
        const QSignalBlocker quiet(m_list);
        item->setText(asked.name);
        return;
    }
    std::vector<OwnQuestion> questions = own();
    const auto there = std::ranges::find(questions, asked.key, &OwnQuestion::key);
    if (there == questions.end())
        return;
    there->name = name;
    // The list is made anew, which its editor would not outlive while it tells of the change.
    QMetaObject::invokeMethod(
        this, [this, questions] { keep(questions, tr("Rename a question")); }, Qt::QueuedConnection);
}

void QuestionList::remove()
{
    std::vector<OwnQuestion> questions = own();
    const OwnQuestion *question = currentOwn(questions);
    if (!question || !m_delete->isEnabled())
        return;
    questions.erase(questions.begin() + (question - questions.data()));
    keep(questions, tr("Delete a question"));
}

} // namespace linnet::gui
