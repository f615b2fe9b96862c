// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/segmentsdialog.h"

#include "base/errortext.h"
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
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize UsualSegmentsSize(620, 380);
constexpr int UsualSegmentWidth = 170;
constexpr int NameColumn = 0;
constexpr int FilterColumn = 1;

/// A folder stands for the filter of the addresses with it.
QString filterTextOf(const QString &typed)
{
    const bool isFolder = typed.startsWith(u'/') && !typed.contains(u' ');
    return isFolder ? u"url contains "_s + typed : typed;
}

} // namespace

SegmentsDialog::SegmentsDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_schemas{&services.session.projectSlot().withJoined(audit::schemaOf(audit::BaseSet::Pages)),
                &services.session.projectSlot().withJoined(audit::schemaOf(audit::BaseSet::Links))}
    , m_before(services.memory.text(audit::Segments::memoKey()))
    , m_said(new Banner(this))
    , m_table(new QTableWidget(0, 2, this))
    , m_readOnly(whyReadOnly(services.session.projectSlot()))
{
    setWindowTitle(tr("Segments of the site"));
    setObjectName(u"segmentsDialog"_s);
    auto *about =
        new QLabel(tr("A page belongs to the first segment whose filter it passes, a link to that of "
                      "its page. Without segments here, the first folders of the site are the "
                      "segments."),
                   this);
    about->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Filter, or a folder such as /blog/")});
    m_table->setAccessibleName(windowTitle());
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(NameColumn, scaled(UsualSegmentWidth));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addWidget(m_said);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeButtons());
    layout->addWidget(makeEnd());
    read(m_before);
    connect(m_table, &QTableWidget::itemChanged, this, &SegmentsDialog::check);
    connect(m_table, &QTableWidget::currentCellChanged, this, &SegmentsDialog::check);
    check();
    resize(scaled(UsualSegmentsSize));
    m_table->setFocus();
}

QWidget *SegmentsDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("&Add"), row);
    m_remove = new QPushButton(tr("&Remove"), row);
    m_up = new QPushButton(tr("Move &up"), row);
    m_down = new QPushButton(tr("Move &down"), row);
    add->setObjectName(u"addSegment"_s);
    m_remove->setObjectName(u"removeSegment"_s);
    m_up->setObjectName(u"segmentUp"_s);
    m_down->setObjectName(u"segmentDown"_s);
    for (QPushButton *button : {add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine();
        m_table->setCurrentCell(m_table->rowCount() - 1, NameColumn);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &SegmentsDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    return row;
}

QWidget *SegmentsDialog::makeEnd()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_keep = buttons->button(QDialogButtonBox::Ok);
    m_keep->setToolTip(m_readOnly);
    setPrimary(m_keep);
    connect(buttons, &QDialogButtonBox::accepted, this, &SegmentsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

/// Also lines that cannot be used have their place, so that they can be mended.
void SegmentsDialog::read(const QString &memo)
{
    for (const QString &line : memo.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype tab = line.indexOf(u'\t');
        addLine(line.first(std::max<qsizetype>(0, tab)).trimmed(), line.sliced(tab + 1).trimmed());
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, NameColumn);
}

void SegmentsDialog::addLine(const QString &name, const QString &filter)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, NameColumn, new QTableWidgetItem(name));
    m_table->setItem(row, FilterColumn, new QTableWidgetItem(filter));
}

void SegmentsDialog::remove()
{
    m_table->removeRow(m_table->currentRow());
    check();
}

void SegmentsDialog::move(int by)
{
    const int from = m_table->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_table->rowCount())
        return;
    const QSignalBlocker quiet(m_table);
    for (const int column : {NameColumn, FilterColumn}) {
        QTableWidgetItem *item = m_table->takeItem(from, column);
        m_table->setItem(from, column, m_table->takeItem(to, column));
        m_table->setItem(to, column, item);
    }
    m_table->setCurrentCell(to, m_table->currentColumn());
    check();
}

QString SegmentsDialog::cell(int row, int column) const
{
    const QTableWidgetItem *item = m_table->item(row, column);
    return item ? item->text().simplified() : QString();
}

QString SegmentsDialog::said() const
{
    return m_said->text();
}

QString SegmentsDialog::memo() const
{
    QString text;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = cell(row, NameColumn);
        const QString filter = filterTextOf(cell(row, FilterColumn));
        // An empty line keeps its number, as the faults name it.
        text += name.isEmpty() && filter.isEmpty() ? u"\n"_s : name + u'\t' + filter + u'\n';
    }
    return text.trimmed().isEmpty() ? QString() : text;
}

void SegmentsDialog::check()
{
    const QString text = memo();
    const auto segments = audit::Segments::parse(text, m_schemas);
    QString wrong;
    if (!text.isEmpty() && !segments)
        wrong = ErrorText::sentence(segments.error());
    else if (!text.isEmpty() && !segments->problems().isEmpty())
        wrong = segments->problems().join(u"; "_s);
    if (wrong.isEmpty())
        m_said->say(Banner::Tone::Info, m_readOnly);
    else
        m_said->say(Banner::Tone::Bad, wrong);
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
    m_keep->setEnabled(wrong.isEmpty() && m_readOnly.isEmpty());
}

void SegmentsDialog::accept()
{
    if (!m_keep->isEnabled())
        return;
    const QString after = memo();
    if (after != m_before)
        m_services.actions.history().push(new MemoChange(
            m_services.memory, tr("Change the segments of the site"), audit::Segments::memoKey(), after));
    QDialog::accept();
}

} // namespace linnet::gui
