// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/columnchooser.h"

#include "base/textfold.h"
#include "gui/look/textscale.h"
#include "table/joined/joinedschema.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ColumnChooser::ColumnChooser(models::ColumnState &state, QWidget *parent)
    : QDialog(parent)
    , m_state(state)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Columns"));
    resize(scaled(QSize(340, 480)));
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(tr("Find a column"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Columns of the table"));
    m_list->setUniformItemSizes(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *up = buttons->addButton(tr("Move up"), QDialogButtonBox::ActionRole);
    auto *down = buttons->addButton(tr("Move down"), QDialogButtonBox::ActionRole);
    auto *reset = buttons->addButton(tr("As at first"), QDialogButtonBox::ResetRole);
    reset->setToolTip(tr("Order, widths and choice as they were before you changed them"));

    auto *own = new QPushButton(tr("Add columns from a table of yours…"), this);
    own->setObjectName(u"ownTables"_s);
    own->setToolTip(
        tr("Populations of regions, your own groups of employers, visits of pages: anything with a "
           "column that says the same as one of these"));
    own->setVisible(table::canBeJoined(state.schema()));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(own);
    layout->addWidget(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::showMatches);
    connect(up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(reset, &QPushButton::clicked, &m_state, &models::ColumnState::reset);
    connect(own, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT ownTablesWanted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_state, &models::ColumnState::wasReset, this, &ColumnChooser::fill);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        const int column = item->data(Qt::UserRole).toInt();
        if (!m_state.setVisible(column, item->checkState() == Qt::Checked))
            item->setCheckState(Qt::Checked);
    });
    fill();
}

void ColumnChooser::fill()
{
    const QSignalBlocker blocker(m_list);
    const int current = m_list->currentRow();
    m_list->clear();
    for (const int column : m_state.order()) {
        const table::Column &described = m_state.schema().columns[size_t(column)];
        auto *item = new QListWidgetItem(columnTitle(described), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_state.isVisible(column) ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, column);
        const table::JoinedColumn *joined = table::joinedColumn(m_state.schema(), described);
        item->setToolTip(joined ? tr("From your table \"%1\"").arg(joined->table) : columnHint(described));
        item->setSizeHint({0, std::max(24, m_list->fontMetrics().height() + 8)});
    }
    m_list->setCurrentRow(std::max(0, current));
    showMatches(m_search->text());
}

void ColumnChooser::showMatches(const QString &text)
{
    const QString needle = foldText(text.trimmed());
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setHidden(!containsFolded(m_list->item(i)->text(), needle));
}

void ColumnChooser::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_state.move(from, to);
    fill();
    m_list->setCurrentRow(to);
}

} // namespace linnet::gui
