# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the rows of bench_export as a workbook with openpyxl or xlsxwriter, each in its way for many rows.

Usage: plain_xlsx.py MODULE FILE ROWS; prints the seconds, or nothing when there is no such module.
"""
import sys
import time

from plain_csv import HEADER, row


def with_openpyxl(path, rows):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("vacancies")
    sheet.append(HEADER)
    for i in range(rows):
        sheet.append(row(i))
    book.save(path)


def with_xlsxwriter(path, rows):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("vacancies")
    sheet.write_row(0, 0, HEADER)
    for i in range(rows):
        sheet.write_row(i + 1, 0, row(i))
    book.close()


def main():
    module, path, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
    start = time.perf_counter()
    try:
        {"openpyxl": with_openpyxl, "xlsxwriter": with_xlsxwriter}[module](path, rows)
    except ModuleNotFoundError:
        return
    print(time.perf_counter() - start)


main()
