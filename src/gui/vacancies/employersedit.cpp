// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/employersedit.h"

#include "gui/look/focuspass.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/flowlayout.h"
#include "vacancies/search/sources.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using vacancies::KnownEmployer;

namespace {

constexpr std::chrono::milliseconds Pause = 300ms; // who types on is not interested yet
constexpr int Gap = 4;

enum Role
{
    IdRole = Qt::UserRole,
    NameRole
};

} // namespace

EmployersEdit::EmployersEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_row(new FlowLayout(Gap, this))
    , m_completer(new QCompleter(&m_offered, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_edit);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    passFocus(this, m_edit);
    m_edit->setObjectName(u"employerEdit"_s);
    m_edit->installEventFilter(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the source has chosen
    m_completer->setWidget(m_edit);
    m_completer->popup()->installEventFilter(this);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &EmployersEdit::choose);
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (const QString typed = unknown(); !typed.isEmpty())
            Q_EMIT namesWanted(typed);
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_edit, &QLineEdit::textChanged, this, &EmployersEdit::changed);
    connect(m_edit, &QLineEdit::editingFinished, this, &EmployersEdit::take);
    sayTexts();
}

void EmployersEdit::sayTexts()
{
    m_edit->setPlaceholderText(tr("name or number"));
    m_edit->setAccessibleName(tr("Employer"));
    m_edit->setToolTip(tr("Some letters of the name, to choose from what hh.ru knows, or the number or the "
                          "address of an employer's page there. For boards of companies: the address of the "
                          "company's board, or greenhouse:NAME and the like. Several may be chosen"));
    showChips();
}

void EmployersEdit::setIds(const QStringList &ids)
{
    m_edit->clear();
    if (ids == m_ids)
        return;
    m_ids = ids;
    showChips();
    Q_EMIT changed();
}

QString EmployersEdit::unknown() const
{
    return m_edit->text().simplified();
}

/// Numbers, or those of an address; nothing for a name.
QStringList EmployersEdit::idsIn(const QString &text)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!text.isEmpty() && text.size() <= 18 && std::all_of(text.begin(), text.end(), digit))
        return {text};
    return vacancies::employersAt(text);
}

void EmployersEdit::take()
{
    const QStringList ids = idsIn(unknown());
    if (ids.isEmpty())
        return;
    m_edit->clear();
    for (const QString &id : ids)
        add({id, {}});
}

void EmployersEdit::add(const KnownEmployer &employer)
{
    if (!employer.name.isEmpty())
        m_names.insert(employer.id, employer.name);
    if (!m_ids.contains(employer.id))
        m_ids << employer.id;
    showChips();
    Q_EMIT changed();
}

void EmployersEdit::remove(const QString &id)
{
    m_ids.removeAll(id);
    showChips();
    m_edit->setFocus();
    Q_EMIT changed();
}

QString EmployersEdit::titleOf(const QString &id) const
{
    const QString name = m_names.value(id);
    if (id.contains(u':')) // a company's board
        return id;
    return name.isEmpty() ? tr("number %1").arg(id) : u"%1 · %2"_s.arg(name, id);
}

void EmployersEdit::showChips()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget() != m_edit) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was pressed
        }
        delete item;
    }
    QWidget *before = nullptr;
    for (const QString &id : m_ids) {
        auto *chip = new Chip({QString(), titleOf(id)}, this);
        chip->setToolTip(tr("%1\nClick to take this employer out").arg(titleOf(id)));
        chip->setAccessibleName(tr("Take out the employer %1").arg(titleOf(id)));
        connect(chip, &Chip::clicked, this, [this, id] { remove(id); });
        m_row->addWidget(chip);
        chip->show();
        if (before)
            setTabOrder(before, chip);
        before = chip;
    }
    m_row->addWidget(m_edit);
    if (before)
        setTabOrder(before, m_edit);
    updateGeometry();
}

void EmployersEdit::offer(const QString &typed, const QList<KnownEmployer> &employers)
{
    if (typed != unknown() || !m_edit->hasFocus() || employers.isEmpty())
        return;
    m_offered.clear();
    for (const KnownEmployer &employer : employers) {
        auto *item = new QStandardItem(u"%1 · %2"_s.arg(employer.name, employer.id));
        item->setData(employer.id, IdRole);
        item->setData(employer.name, NameRole);
        m_offered.appendRow(item);
    }
    m_completer->complete();
}

void EmployersEdit::choose(const QModelIndex &index)
{
    m_pause.stop();
    m_completer->popup()->hide();
    const KnownEmployer employer{index.data(IdRole).toString(), index.data(NameRole).toString()};
    m_edit->clear();
    add(employer);
}

/// Enter takes what is marked or typed before it begins a search; Backspace takes back the last employer.
bool EmployersEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_edit) {
        if (enter && m_edit->text().isEmpty())
            Q_EMIT returnPressed();
        else if (enter)
            take();
        else if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_ids.isEmpty())
            remove(m_ids.constLast());
        return enter || QWidget::eventFilter(watched, event);
    }
    const QModelIndex marked = m_completer->popup()->currentIndex();
    if (enter && marked.isValid()) {
        choose(marked);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace linnet::gui
