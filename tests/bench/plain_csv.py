# SPDX-License-Identifier: GPL-3.0-or-later
"""plain_csv.py FILE ROWS: the rows of bench_export in a plain loop with Python's csv module; prints the seconds."""
import csv
import sys
import time

path, count = sys.argv[1], int(sys.argv[2])
started = time.perf_counter()
with open(path, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["vacancy", "url", "created", "has_test", "salary_from", "salary_to", "currency", "skills", "employer",
                     "description"])
    for i in range(count):
        writer.writerow([
            f"Аналитик данных {i}", f"https://example.org/vacancy/{i}", "2026-11-21T12:00:00+0300",
            "true" if i % 3 == 0 else "false", 100000 + i, None if i % 2 else 150000.5, "RUR",
            "SQL;Python;Power BI", f"ООО «Пример {i % 1000}»",
            f"Первая строка \"{i}\", с запятой\n- пункт один\n- пункт два",
        ])
print(time.perf_counter() - started)
