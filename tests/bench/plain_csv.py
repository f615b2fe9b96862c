# SPDX-License-Identifier: GPL-3.0-or-later
"""plain_csv.py FILE ROWS: the rows of bench_export in a plain loop with Python's csv module; prints the seconds."""
import csv
import sys
import time

HEADER = ["vacancy", "url", "created", "has_test", "salary_from", "salary_to", "currency", "skills", "employer", "area",
          "experience", "description"]


def row(i):
    return [
        f"Аналитик данных {i}", f"https://example.org/vacancy/{i}", "2026-11-21T12:00:00+0300", i % 3 == 0, 100000 + i,
        None if i % 2 else 150000.5, "RUR", "SQL;Python;Power BI", f"ООО «Пример {i % 1000}»", f"Город {i % 80}",
        "От 1 года до 3 лет", f"Первая строка \"{i}\", с запятой\n- пункт один\n- пункт два",
    ]


def main():
    path, count = sys.argv[1], int(sys.argv[2])
    started = time.perf_counter()
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for i in range(count):
            cells = row(i)
            cells[3] = "true" if cells[3] else "false"
            writer.writerow(cells)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main()
