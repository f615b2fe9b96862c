// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/joindialog.h"

#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/choose.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostRows = 8;

/// What people join by most comes first.
QList<int> columnsToJoinBy(const table::Schema &rows)
{
    static constexpr std::array Usual{"region"_L1, "area"_L1,  "employer"_L1,
                                      "isco08"_L1, "grade"_L1, "url"_L1};
    QList<int> columns;
    for (const QLatin1StringView key : Usual) {
        if (const auto column = rows.indexOf(QString(key));
            column && table::canBeJoinedBy(rows.columns[size_t(*column)]))
            columns.append(*column);
    }
    for (const int column : rows.readingOrder()) {
        if (table::canBeJoinedBy(rows.columns[size_t(column)]) && !columns.contains(column))
            columns.append(column);
    }
    return columns;
}

} // namespace

JoinDialog::JoinDialog(QString path, const table::Schema &rows, const imports::ImportPreview &preview,
                       QWidget *parent)
    : QDialog(parent)
    , m_path(std::move(path))
    , m_rows(rows)
    , m_by(new QComboBox(this))
    , m_key(new QComboBox(this))
    , m_name(new QLineEdit(QFileInfo(m_path).completeBaseName(), this))
    , m_preview(new QTableWidget(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"joinDialog"_s);
    setWindowTitle(tr("Add %1").arg(QFileInfo(m_path).fileName()));
    for (const imports::ImportPreview::Column &column : preview.columns)
        m_names.append(column.name);
    for (const int column : columnsToJoinBy(rows)) {
        const table::Column &described = rows.columns[size_t(column)];
        m_by->addItem(table::columnTitle(described), QString(described.key));
    }
    m_key->addItems(m_names);
    m_by->setObjectName(u"joinBy"_s);
    m_key->setObjectName(u"joinKey"_s);
    m_name->setObjectName(u"joinName"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("&Column of the rows"), m_by);
    form->addRow(tr("says the same as the &table's"), m_key);
    form->addRow(tr("&Name of the table"), m_name);
    m_preview->setObjectName(u"joinColumns"_s);
    m_preview->setAccessibleName(
        tr("Columns of the table, a tick for those that are wanted, and its first rows"));
    m_preview->setColumnCount(int(m_names.size()));
    m_preview->setHorizontalHeaderLabels(m_names);
    m_preview->setRowCount(1 + int(std::min<qsizetype>(MostRows, preview.rows.size())));
    m_preview->verticalHeader()->hide();
    m_preview->setShowGrid(false);
    m_preview->setWordWrap(false);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setTabKeyNavigation(false);
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        auto *tick = new QTableWidgetItem(tr("add"));
        tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        tick->setCheckState(Qt::Checked);
        m_preview->setItem(0, column, tick);
        for (int row = 1; row < m_preview->rowCount(); ++row) {
            const QString text = preview.rows.at(row - 1).value(column);
            auto *item = new QTableWidgetItem(text.simplified());
            item->setToolTip(text);
            m_preview->setItem(row, column, item);
        }
        m_preview->setColumnWidth(column, scaled(150));
    }
    m_hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    setPrimary(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    connect(m_by, &QComboBox::currentIndexChanged, this, &JoinDialog::guessKey);
    connect(m_key, &QComboBox::currentIndexChanged, this, &JoinDialog::showColumns);
    connect(m_preview, &QTableWidget::itemChanged, this, &JoinDialog::showColumns);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // The first column that is called like one of the table's is what people mean.
    for (int i = 0; i < m_by->count(); ++i) {
        const int by = *rows.indexOf(m_by->itemData(i).toString());
        if (imports::JoinFile::keyOf(m_names, rows, by)) {
            m_by->setCurrentIndex(i);
            break;
        }
    }
    guessKey();
    resize(scaled(QSize(760, 420)));
}

QString JoinDialog::byKey() const
{
    return m_by->currentData().toString();
}

void JoinDialog::guessKey()
{
    m_key->setCurrentIndex(imports::JoinFile::keyOf(m_names, m_rows, *m_rows.indexOf(byKey())).value_or(0));
    showColumns();
}

void JoinDialog::showColumns()
{
    const QSignalBlocker quiet(m_preview);
    int chosen = 0;
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        QTableWidgetItem *tick = m_preview->item(0, column);
        const bool isKey = column == m_key->currentIndex();
        tick->setFlags(isKey ? Qt::NoItemFlags
                             : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        tick->setText(isKey ? tr("looked up") : tr("add"));
        chosen += !isKey && tick->checkState() == Qt::Checked;
    }
    m_hint->setText(chosen == 0
                        ? tr("Tick at least one column.")
                        : tr("Of several rows of the table that say the same, the first counts. Upper and "
                             "lower case do not matter. The file itself is not needed afterwards."));
    m_take->setEnabled(chosen > 0);
}

imports::JoinSpec JoinDialog::spec() const
{
    imports::JoinSpec spec{.path = m_path, .of = &m_rows, .by = byKey(), .key = m_key->currentText()};
    spec.name = m_name->text();
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        if (column != m_key->currentIndex() && m_preview->item(0, column)->checkState() == Qt::Checked)
            spec.columns.append(m_names.at(column));
    }
    return spec;
}

} // namespace linnet::gui
