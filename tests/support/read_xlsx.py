# SPDX-License-Identifier: GPL-3.0-or-later
"""read_xlsx.py FILE [ROWS]: what openpyxl sees in a workbook, at most ROWS rows of a sheet, as JSON."""
import json
import sys

import datetime

import openpyxl

path = sys.argv[1]
most = int(sys.argv[2]) if len(sys.argv) > 2 else None
sheets = []
for sheet in openpyxl.load_workbook(path).worksheets:
    rows = []
    for cells in sheet.iter_rows(max_row=min(most, sheet.max_row) if most else None):
        rows.append([[cell.data_type, cell.value.isoformat() if isinstance(cell.value, datetime.datetime) else cell.value]
                     for cell in cells])
    sheets.append({
        "name": sheet.title,
        "rows": rows,
        "rowCount": sheet.max_row,
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "tables": {table.name: [table.ref, table.autoFilter.ref if table.autoFilter else None,
                                [column.name for column in table.tableColumns]] for table in sheet.tables.values()},
        "charts": [[type(chart).__name__,
                    [[series.cat.strRef.f if series.cat.strRef else series.cat.numRef.f, series.val.numRef.f]
                     for series in chart.series]] for chart in sheet._charts],
        "formulas": sum(1 for cells in sheet.iter_rows(max_row=most) for cell in cells if cell.data_type == "f"),
        "links": sum(1 for cells in sheet.iter_rows(max_row=most) for cell in cells if cell.hyperlink),
        "boldHeader": sheet["A1"].font.b,
        "boldBody": sheet["A2"].font.b,
        "widths": {key: dimension.width for key, dimension in sheet.column_dimensions.items()},
    })
json.dump(sheets, sys.stdout)
