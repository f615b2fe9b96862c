// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/columndialog.h"

#include "gui/look/textscale.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

namespace {
constexpr int ShownRows = 12;
}

ColumnDialog::ColumnDialog(const checks::InputTable &table, QWidget *parent)
    : QDialog(parent)
    , m_column(new QComboBox(this))
    , m_preview(new QTableWidget(this))
{
    setWindowTitle(tr("Which column holds the addresses?"));
    resize(scaled(QSize(640, 420)));
    for (int column = 0; column < table.columnCount(); ++column)
        m_column->addItem(table.names.value(column, tr("Column %1").arg(column + 1)));
    m_column->setCurrentIndex(table.column);
    fillTable(table);
    m_preview->selectColumn(table.column);
    connect(m_column, &QComboBox::currentIndexChanged, m_preview, &QTableWidget::selectColumn);
    connect(m_preview, &QTableWidget::currentCellChanged, this,
            [this](int, int column) { m_column->setCurrentIndex(column); });

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *take = buttons->addButton(tr("Take this column"), QDialogButtonBox::AcceptRole);
    take->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *fields = new QFormLayout;
    fields->addRow(tr("&Column:"), m_column);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(fields);
    layout->addWidget(m_preview, 1);
    layout->addWidget(buttons);
}

void ColumnDialog::fillTable(const checks::InputTable &table)
{
    const int rows = int(std::min<size_t>(table.records.size(), ShownRows));
    m_preview->setTabKeyNavigation(false); // the Tab key leaves it
    m_preview->setAccessibleName(tr("First rows of the file"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_preview->setSelectionMode(QAbstractItemView::SingleSelection);
    m_preview->setColumnCount(table.columnCount());
    m_preview->setRowCount(rows);
    QStringList names;
    for (int column = 0; column < table.columnCount(); ++column)
        names << m_column->itemText(column);
    m_preview->setHorizontalHeaderLabels(names);
    for (int row = 0; row < rows; ++row) {
        const checks::InputTable::Record &record = table.records[size_t(row)];
        for (int column = 0; column < record.cells.size(); ++column)
            m_preview->setItem(row, column,
                               new QTableWidgetItem(record.cells[column].simplified().left(200)));
        m_preview->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(record.line)));
    }
}

int ColumnDialog::column() const
{
    return std::max(0, m_column->currentIndex());
}

} // namespace linnet::gui
