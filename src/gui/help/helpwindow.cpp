// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpwindow.h"

#include "gui/help/helpparts.h"
#include "gui/help/helptext.h"
#include "gui/look/icons.h"
#include "gui/look/textscale.h"
#include "gui/table/wordmarks.h"
#include "gui/widgets/openaddress.h"
#include "gui/widgets/retranslate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScreen>
#include <QSplitter>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pageOf(const QString &topic)
{
    return topic.section(u'#', 0, 0);
}

} // namespace

HelpWindow::HelpWindow(const ActionRegistry &actions)
    : m_actions(actions)
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowIcon(QIcon(u":/icons/linnet.svg"_s));
    resize(scaled(QSize(920, 640)).boundedTo(screen()->availableSize() - QSize(8, 40)));
    build();
    readBook();
}

HelpWindow::~HelpWindow() = default;

void HelpWindow::build()
{
    auto *side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_contents = new QListWidget(side);
    m_contents->setObjectName(u"helpContents"_s);
    m_contents->setFrameShape(QFrame::NoFrame);
    auto *left = new QVBoxLayout(side);
    left->setContentsMargins(8, 8, 8, 8);
    left->addWidget(m_search);
    left->addWidget(m_contents, 1);

    auto *page = new QWidget(this);
    m_back = new QToolButton(page);
    m_back->setIcon(lineIcon("back"_L1));
    m_back->setShortcut(Qt::ALT | Qt::Key_Left);
    m_forward = new QToolButton(page);
    m_forward->setIcon(lineIcon("forward"_L1));
    m_forward->setShortcut(Qt::ALT | Qt::Key_Right);
    m_text = new HelpText(page);
    m_text->setObjectName(u"helpPage"_s);
    m_marks = new WordMarks(*m_text);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 8, 8, 8);
    buttons->addWidget(m_back);
    buttons->addWidget(m_forward);
    buttons->addStretch();
    auto *right = new QVBoxLayout(page);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addLayout(buttons);
    right->addWidget(m_text, 1);

    auto *both = new QSplitter(this);
    both->setChildrenCollapsible(false);
    both->addWidget(side);
    both->addWidget(page);
    both->setStretchFactor(1, 1);
    keepScaled(both, [both] { both->setSizes({scaled(250), scaled(670)}); });
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(both);

    connect(m_search, &QLineEdit::textChanged, this, [this] {
        fillContents();
        mark();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_contents->count() > 0)
            m_contents->setCurrentRow(0);
        m_contents->setFocus();
    });
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toString() != m_page)
            open(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_back, &QToolButton::clicked, this, &HelpWindow::back);
    connect(m_forward, &QToolButton::clicked, this, &HelpWindow::forward);
    keepTranslated(this, [this] {
        setWindowTitle(tr("Help of Linnet"));
        m_search->setPlaceholderText(tr("Search the help"));
        m_search->setAccessibleName(m_search->placeholderText());
        m_contents->setAccessibleName(tr("Contents"));
        m_text->setAccessibleName(tr("Page of the help"));
        m_back->setToolTip(tr("Back (Alt+Left)"));
        m_back->setAccessibleName(tr("Back"));
        m_forward->setToolTip(tr("Forward (Alt+Right)"));
        m_forward->setAccessibleName(tr("Forward"));
    });
}

void HelpWindow::readBook()
{
    const auto made = [this](const QString &name) {
        if (name == "keys"_L1)
            return helpKeys(m_actions);
        return name == "folders"_L1 ? helpFolders() : helpColumns(name.section(u' ', 1));
    };
    m_book = std::make_unique<HelpBook>(QLocale().name().section(u'_', 0, 0), made);
    m_page.clear();
    fillContents();
}

void HelpWindow::fillContents()
{
    const QSignalBlocker quiet(m_contents); // the page that is read stays
    m_contents->clear();
    for (const QString &id : m_book->find(m_search->text())) {
        auto *item = new QListWidgetItem(m_book->page(id)->title, m_contents);
        item->setData(Qt::UserRole, id);
        item->setSizeHint({0, fontMetrics().height() + 10});
        if (id == m_page)
            m_contents->setCurrentItem(item);
    }
    if (m_contents->count() == 0)
        (new QListWidgetItem(tr("No page has these words."), m_contents))->setFlags(Qt::NoItemFlags);
}

void HelpWindow::showTopic(const QString &topic)
{
    m_search->clear();
    open(m_book->page(pageOf(topic)) ? topic : HelpBook::ids().constFirst());
}

QString HelpWindow::topic() const
{
    return m_at < 0 ? QString() : m_visited[m_at];
}

void HelpWindow::open(const QString &topic)
{
    if (topic != this->topic()) {
        m_visited = m_visited.first(m_at + 1);
        m_visited << topic;
        ++m_at;
    }
    if (const HelpBook::Page *page = m_book->page(pageOf(topic)))
        showPage(*page, topic.section(u'#', 1));
}

void HelpWindow::back()
{
    if (m_at > 0)
        open(m_visited[--m_at]);
}

void HelpWindow::forward()
{
    if (m_at + 1 < int(m_visited.size()))
        open(m_visited[++m_at]);
}

void HelpWindow::follow(const QUrl &link)
{
    if (!link.isRelative()) {
        openAddress(link);
        return;
    }
    const QString path = link.path().isEmpty() ? m_page : link.path().section(u".md"_s, 0, 0);
    open(link.hasFragment() ? path + u'#' + link.fragment() : path);
}

void HelpWindow::showPage(const HelpBook::Page &page, const QString &anchor)
{
    if (page.id != m_page)
        layOutPage(page);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < int(m_visited.size()));
    fillContents();
    mark();
    if (!anchor.isEmpty())
        m_text->scrollToAnchor(anchor);
    else if (!m_search->text().isEmpty())
        toFirstHit();
    else
        m_text->moveCursor(QTextCursor::Start);
}

void HelpWindow::layOutPage(const HelpBook::Page &page)
{
    m_page = page.id;
    m_text->showPage(page);
}

void HelpWindow::mark()
{
    const HelpBook::Page *page = m_book->page(m_page);
    m_marks->setWords(page ? HelpBook::hits(*page, m_search->text()) : std::vector<table::WordQuery>());
}

void HelpWindow::toFirstHit()
{
    const auto marks = m_text->extraSelections();
    if (marks.isEmpty())
        return;
    QTextCursor first = marks.constFirst().cursor;
    for (const QTextEdit::ExtraSelection &mark : marks) {
        if (mark.cursor.position() < first.position())
            first = mark.cursor;
    }
    first.clearSelection();
    m_text->setTextCursor(first);
    m_text->ensureCursorVisible();
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        readBook();
        if (m_at >= 0)
            open(topic());
    }
    if (event->type() == QEvent::PaletteChange && m_marks) {
        const int read = m_text ? m_text->cursorForPosition({0, 0}).position() : 0;
        if (const HelpBook::Page *page = m_book ? m_book->page(m_page) : nullptr) {
            layOutPage(*page); // links have their colour in the text
            QTextCursor cursor(m_text->document());
            cursor.setPosition(read);
            m_text->setTextCursor(cursor);
        }
        mark();
    }
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        m_search->selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace linnet::gui
