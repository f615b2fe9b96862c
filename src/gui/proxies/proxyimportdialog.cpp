// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxyimportdialog.h"

#include "gui/look/palette.h"
#include "gui/look/tablescale.h"
#include "gui/look/textscale.h"
#include "gui/widgets/listeditor.h"
#include "proxies/list/proxylistparser.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The rest is taken all the same, and counted above.
constexpr qsizetype MostRows = 500;

} // namespace

ProxyImportDialog::ProxyImportDialog(QByteArray bytes, const QString &name, proxies::ProxyScheme fallback,
                                     QWidget *parent)
    : QDialog(parent)
    , m_bytes(std::move(bytes))
    , m_layout(new QVBoxLayout(this))
    , m_kind(new QComboBox(this))
    , m_counts(new QLabel(this))
    , m_table(new QTableWidget(0, 3, this))
{
    setWindowTitle(tr("Proxies from %1").arg(name));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Take them"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    for (const auto scheme :
         {proxies::ProxyScheme::Http, proxies::ProxyScheme::Socks5, proxies::ProxyScheme::Socks4})
        m_kind->addItem(QString(proxies::schemeName(scheme)).toUpper(), int(scheme));
    m_kind->setCurrentIndex(m_kind->findData(int(fallback)));
    m_kind->setAccessibleName(tr("Kind of proxies that name none"));
    m_table->setTabKeyNavigation(false); // the Tab key leaves it
    m_table->setHorizontalHeaderLabels({tr("Line"), tr("Proxy"), tr("Remark")});
    m_table->setAccessibleName(tr("What the list holds"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    keepSectionWidths(m_table->horizontalHeader(), {{0, 70}, {1, 260}});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    auto *kind = new QHBoxLayout;
    auto *label = new QLabel(tr("Proxies that do not name their kind are"), this);
    label->setBuddy(m_kind);
    kind->addWidget(label);
    kind->addWidget(m_kind);
    kind->addStretch(1);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_counts);
    m_layout->addLayout(kind);
    m_layout->addWidget(m_table, 1);
    m_layout->addWidget(buttons);
    resize(scaled(QSize(640, 460)));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProxyImportDialog::read);
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_reading.isCanceled())
            showList(m_reading.result());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read();
}

ProxyImportDialog::ProxyImportDialog(proxies::ProxyScheme fallback, QWidget *parent)
    : ProxyImportDialog(QByteArray(), QString(), fallback, parent)
{
    setWindowTitle(tr("Type or paste proxies"));
    auto *text = new ListEditor(this);
    text->setObjectName(u"proxiesEdit"_s);
    text->setAccessibleName(tr("Proxies, one a line"));
    text->setPlaceholderText(
        tr("Proxies, one a line: host:port, socks5://host:port, host:port:user:password …"));
    m_layout->insertWidget(0, text);
    connect(text, &ListEditor::edited, this, [this, text] {
        m_bytes = text->text().toUtf8();
        read();
    });
    text->setFocus(Qt::OtherFocusReason);
}

Result<ProxyImportDialog *> ProxyImportDialog::ofFile(const QString &path, proxies::ProxyScheme fallback,
                                                      QWidget *parent)
{
    constexpr qint64 Largest = 64 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Reason::Io, file.errorString());
    if (file.size() > Largest)
        return fail(Reason::Io, tr("it is larger than a list of proxies can be"));
    const QString name = QFileInfo(path).fileName();
    const auto scheme = proxies::ProxyListParser::schemeOfName(name).value_or(fallback);
    return new ProxyImportDialog(file.readAll(), name, scheme, parent);
}

proxies::ProxyScheme ProxyImportDialog::fallback() const
{
    return proxies::ProxyScheme(m_kind->currentData().toInt());
}

void ProxyImportDialog::addRow(const QString &place, const QString &what, const QString &remark, bool bad)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *number = new QTableWidgetItem(place);
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setItem(row, 0, number);
    m_table->setItem(row, 1, new QTableWidgetItem(what));
    auto *note = new QTableWidgetItem(remark);
    if (bad)
        note->setForeground(Palette::of(palette()).warning);
    m_table->setItem(row, 2, note);
}

void ProxyImportDialog::read()
{
    m_take->setEnabled(false);
    m_reading.setFuture(QtConcurrent::run([bytes = m_bytes, fallback = fallback()] {
        return proxies::ProxyListParser::parse(bytes, fallback);
    }));
}

void ProxyImportDialog::showList(const proxies::ProxyList &list)
{
    m_list = list;
    m_table->setRowCount(0);
    // What needs a look comes first.
    for (const proxies::ProxyList::Problem &problem :
         m_list.problems.first(std::min(MostRows, m_list.problems.size()))) {
        QString remark = proxies::faultText(problem.fault);
        if (!problem.detail.isEmpty())
            remark += u": "_s + problem.detail;
        addRow(QString::number(problem.place), problem.text, remark, true);
    }
    for (const proxies::ProxyList::Entry &entry :
         m_list.entries.first(std::min(MostRows - m_table->rowCount(), m_list.entries.size()))) {
        QStringList remarks;
        if (!entry.proxy.isSupported())
            remarks << tr("listed, but this kind is not supported");
        if (entry.proxy.hasLogin())
            remarks << tr("with login");
        if (entry.proxy.mine)
            remarks << tr("your own");
        addRow(QString::number(entry.place), entry.proxy.address(), remarks.join(u", "_s), false);
    }
    QStringList counts{tr("%n proxy(s)", nullptr, int(m_list.entries.size()))};
    if (m_list.duplicates > 0)
        counts << tr("%n repeated", nullptr, m_list.duplicates);
    if (m_list.unsupported > 0)
        counts << tr("%n not supported", nullptr, m_list.unsupported);
    if (!m_list.problems.isEmpty())
        counts << tr("%n line(s) cannot be read", nullptr, int(m_list.problems.size()));
    m_counts->setText(counts.join(u" · "_s));
    m_take->setEnabled(!m_list.entries.isEmpty());
}

} // namespace linnet::gui
