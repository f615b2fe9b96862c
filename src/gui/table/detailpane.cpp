// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/detailpane.h"

#include "gui/look/tablescale.h"
#include "gui/table/wordmarks.h"
#include "gui/widgets/openaddress.h"
#include "gui/widgets/retranslate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Shows text only: whatever a description may hold, nothing is loaded for it.
class PlainBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

DetailPane::DetailPane(models::RowModel &model, const QString &textTitle, const QString &openText,
                       QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_rowText(model.schema())
    , m_fieldModel(model.schema())
    , m_tabs(new QTabWidget(this))
    , m_text(new PlainBrowser(this))
    , m_marks(new WordMarks(*m_text))
    , m_textTitle(textTitle)
    , m_fields(new QTableView(this))
    , m_open(new QPushButton(openText, this))
{
    m_text->setObjectName(u"text"_s);
    m_fields->setObjectName(u"fields"_s);
    m_open->setObjectName(u"open"_s);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(12);
    makeFields();
    m_tabs->setDocumentMode(true);
    if (textTitle.isEmpty())
        m_text->hide();
    else
        m_tabs->addTab(m_text, textTitle);
    m_tabs->addTab(m_fields, QString());
    m_open->setFlat(true);
    m_open->setEnabled(false);
    m_open->setVisible(!openText.isEmpty()); // some rows have no page
    m_tabs->setCornerWidget(m_open, Qt::TopRightCorner);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);

    keepTranslated(this, [this] { showTexts(); });
    connect(m_open, &QPushButton::clicked, this, &DetailPane::openLink);
    connect(m_text, &QTextBrowser::anchorClicked, this, [](const QUrl &url) { openAddress(url); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_id > 0 ? m_model.rowOf(m_id) : -1;
                if (row >= first.row() && row <= last.row())
                    refresh();
            });
}

void DetailPane::setSide(QWidget *side)
{
    m_side = side;
    layout()->addWidget(side);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_side)
        return;
    const int third = width() / 3;
    const int letter = fontMetrics().averageCharWidth();
    m_side->setFixedWidth(std::clamp(third, 20 * letter, 44 * letter));
    m_side->setVisible(width() >= 60 * letter);
}

void DetailPane::showTexts()
{
    m_tabs->setAccessibleName(tr("Details of the row"));
    m_tabs->setTabText(m_tabs->indexOf(m_fields), tr("All fields"));
    m_text->setAccessibleName(tr("Text of the row"));
    m_text->setPlaceholderText(tr("Choose a row in the table to read it here."));
    m_fields->setAccessibleName(tr("All fields of the row"));
    m_open->setToolTip(tr("Opens the page in your browser (Ctrl+Return)"));
    showTextTitle();
    refresh();
}

void DetailPane::setTitles(const QString &textTitle, const QString &openText)
{
    m_textTitle = textTitle;
    showTextTitle();
    m_open->setText(openText);
    m_open->setVisible(!openText.isEmpty());
}

void DetailPane::setWords(std::vector<table::WordQuery> words)
{
    m_marks->setWords(std::move(words));
    showTextTitle();
}

void DetailPane::showTextTitle()
{
    const int tab = m_tabs->indexOf(m_text);
    if (tab < 0)
        return;
    const int hits = m_marks->count();
    m_tabs->setTabText(tab,
                       hits == 0 ? m_textTitle : m_textTitle + u" · "_s + tr("%Ln hit(s)", nullptr, hits));
}

void DetailPane::makeFields()
{
    m_fields->setModel(&m_fieldModel);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setShowGrid(false);
    m_fields->setWordWrap(false);
    m_fields->setTabKeyNavigation(false);
    m_fields->setSelectionMode(QAbstractItemView::SingleSelection);
    m_fields->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_fields->verticalHeader()->hide();
    keepRowHeight(m_fields, 23);
    m_fields->horizontalHeader()->setStretchLastSection(true);
    m_fields->horizontalHeader()->hide();
    keepSectionWidths(m_fields->horizontalHeader(), {{0, 190}});
    m_fields->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_fields, &QWidget::customContextMenuRequested, this, &DetailPane::showFieldMenu);
}

void DetailPane::setRow(int row)
{
    const qint64 id = row >= 0 ? m_model.idAt(row) : 0;
    if (id == m_id && id > 0)
        return;
    m_id = id;
    if (row >= 0 && !m_model.cells(row))
        show({}); // its page is on the way
    else
        refresh();
    m_text->verticalScrollBar()->setValue(0);
}

void DetailPane::refresh()
{
    const int row = m_id > 0 ? m_model.rowOf(m_id) : -1;
    const table::Cells *cells = m_model.cells(row);
    if (row < 0 || cells)
        show(cells ? *cells : table::Cells());
}

void DetailPane::show(const table::Cells &cells)
{
    const QString html = cells.empty() ? QString() : m_rowText.html(cells);
    if (html != m_html) {
        const int position = m_text->verticalScrollBar()->value();
        m_html = html;
        m_text->setHtml(html);
        m_text->verticalScrollBar()->setValue(position);
        m_marks->mark();
        showTextTitle();
    }
    m_fieldModel.setCells(cells);
    m_link = m_rowText.link(cells);
    m_open->setEnabled(m_link.isValid());
    Q_EMIT rowShown(cells);
}

void DetailPane::openLink()
{
    if (m_link.isValid())
        openAddress(m_link);
}

void DetailPane::showFieldMenu(const QPoint &position)
{
    const QModelIndex index = m_fields->indexAt(position);
    if (!index.isValid())
        return;
    const QString whole = index.data(models::FieldModel::WholeRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), this, [whole] { QGuiApplication::clipboard()->setText(whole); });
    if (const QUrl url = models::RowText::webAddress(whole); url.isValid())
        menu->addAction(tr("Open in browser"), this, [url] { openAddress(url); });
    menu->popup(m_fields->viewport()->mapToGlobal(position));
}

} // namespace linnet::gui
