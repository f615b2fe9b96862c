// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/services.h"

#include <QDialog>

#include <memory>

class QLabel;

namespace Ui {
class SettingsDialog;
}

namespace linnet::gui {

/// The few settings of the program, with a search field; each counts as soon as it is changed.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Services &services, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void focusLanguage();

Q_SIGNALS:
    void languageChanged();
    void defaultsChanged(); ///< pace or introduction of new searches
    void connectRequested(const QString &sourceId);

private:
    void fillLists();
    void addTokens();
    void showStored();
    void connectFields();
    void search(const QString &text);
    void useCaFile();
    void showCaFile(const Result<int> &count);
    void restoreDefaults();

    Services m_services;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace linnet::gui
