"""Makes the files of Museum/ that openpyxl and LibreOffice write, and the CSV files.

Run it in this folder; it needs openpyxl and soffice. Then run make_mess.mjs in a folder in which the npm package xlsx is
installed, with the path of Museum/ as its argument.
"""
import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

MUSEUM = pathlib.Path(__file__).parent / "Museum"


def book(sheets, merged=(), formats=None, epoch=None, hidden=()):
    made = openpyxl.Workbook()
    if epoch:
        made.epoch = epoch
    made.properties.creator = ""
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    for where in merged:
        made.worksheets[0].merge_cells(where)
    for where, code in (formats or {}).items():
        made.worksheets[0][where].number_format = code
    return made


def openpyxl_file(name, *args, **kwargs):
    book(*args, **kwargs).save(MUSEUM / name)


def libreoffice_file(name, *args, **kwargs):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "source" / f"{pathlib.Path(name).stem}.xlsx"
        source.parent.mkdir()
        book(*args, **kwargs).save(source)
        subprocess.run(["soffice", "--headless", "--convert-to", name.rsplit(".", 1)[1], "--outdir", str(MUSEUM), str(source)], check=True, stdout=subprocess.DEVNULL)


def csv_file(name, text, encoding):
    (MUSEUM / name).write_bytes(text.encode(encoding))


VISITS = ["Subject", "Study day"]
DATED = ["Subject", "Visit date", "mRSS", "FVC (L)"]

csv_file("decimal-comma.csv", "Subject;Study day;FVC (L);Albumin (g/L)\nP-01;1;2,85;41\nP-01;183;2,999;42\n", "utf-8-sig")
libreoffice_file("ambiguous-comma-libreoffice.xls", {"Visits": [[*VISITS, "FVC (L)", "mRSS", "Albumin (g/L)"], ["P-01", 1, "1,234", 20, 41]]})
openpyxl_file("laboratory-openpyxl.xlsx", {"Visits": [
    [*VISITS, "mRSS", "Albumin (g/L)"],
    ["P-01", 1, "２４", "４１"], ["P-01", 92, 22, "\u00a039 "], ["P-01", 183, 20, "31↓"], ["P-01", 274, 19, "52 H"], ["P-01", 366, 18, "38 *"], ["P-01", 457, 18, "33 L"]]})
openpyxl_file("dates-openpyxl.xlsx", {"Visits": [
    DATED, ["P-01", datetime.date(2012, 3, 5), 20, 2.5], ["P-02", 40974, 20, 2.5], ["P-03", "2012-3-7", 20, 2.5], ["P-04", "2012.3.8", 20, 2.5],
    ["P-05", "2012年3月9日", 20, 2.5], ["P-06", "20120310", 20, 2.5], ["P-07", "11-Mar-2012", 20, 2.5]]})
openpyxl_file("dates-1904-openpyxl.xlsx", {"Visits": [DATED, ["P-01", datetime.date(2012, 3, 5), 20, 2.5]]}, epoch=CALENDAR_MAC_1904)
libreoffice_file("dates-order-libreoffice.xls", {"Visits": [DATED, ["P-01", "05/03/2012", 20, 2.5], ["P-02", "13/03/2012", 20, 2.5]]})
csv_file("dates-ambiguous.csv", "Subject,Visit date,mRSS,FVC (L)\nP-01,03/04/2012,20,2.5\nP-02,5-Mar-12,20,2.5\n", "utf-8")
openpyxl_file("censored-openpyxl.xlsx", {"Visits": [[*VISITS, "mRSS", "Hb (g/L)", "Albumin (g/L)"], ["P-01", 1, "≤2", ">200", "<20"]]})
libreoffice_file("ranges-libreoffice.xls", {"Visits": [
    [*VISITS, "mRSS", "FVC (L)", "Albumin (g/L)"], ["P-01", 1, "24-26", 2.5, 40], ["P-02", 1, "24/25", 2.5, 40], ["P-03", 1, "26/51", 2.5, 40]]})
libreoffice_file("formulas-libreoffice.xlsx", {"Visits": [[*VISITS, "FVC (L)", "mRSS", "Albumin (g/L)"], ["P-01", 1, "=2.5+0.35", 20, 41], ["P-02", 1, "=1/0", 21, 42]]})
libreoffice_file("layout-libreoffice.xls", {"Visits": [
    ["Imatinib in systemic sclerosis, visits", None, None, None], [],
    [*VISITS, "FVC", "Albumin"], [None, None, "mL", "g/dL"],
    ["P-01", 1, 2850, 4.1], [None, 183, 2900, 4.2], [], ["P-02", 1, 3100, 3.9], [None, 183, 3000, 4.0], ["平均值", None, 2962.5, 4.05]]},
    merged=["A1:D1", "A5:A6", "A8:A9"])
openpyxl_file("two-rows-openpyxl.xlsx", {"Data": [
    [None, "Baseline", None, "Month 6", None], ["Subject", "mRSS", "FVC (L)", "mRSS", "FVC (L)"], ["P-01", 20, 2.5, 15, 2.6]]}, merged=["B1:C1", "D1:E1"])
libreoffice_file("sheet-per-visit-libreoffice.xls", {"Baseline": [["Subject", "mRSS", "FVC (L)"], ["P-01", 20, 2.5]], "6 months": [["Subject", "mRSS", "FVC (L)"], ["P-01", 15, 2.6]]})
openpyxl_file("sheet-per-subject-openpyxl.xlsx", {
    "SYN-A-01": [["Study day", "mRSS", "FVC (L)"], [1, 20, 2.5]], "SYN-A-02": [["Study day", "mRSS", "FVC (L)"], [1, 15, 2.6]]})
openpyxl_file("several-sheets-openpyxl.xlsx", {
    "Subjects": [["Subject", "Sex", "Height (m)", "First dose date"], ["P-01", "女", 1.6, datetime.date(2012, 3, 5)]],
    "Visits": [DATED, ["P-01", datetime.date(2012, 3, 5), 20, 2.5]],
    "Planning": [["Room", "Free"], ["12", "Monday"]]})
openpyxl_file("hidden-openpyxl.xlsx", {"Visits": [[*VISITS, "mRSS"], ["P-01", 1, 20]], "Calls": [["to do"], ["13812345678"]]}, hidden=["Calls"])
openpyxl_file("duplicates-openpyxl.xlsx", {"Visits": [
    [*VISITS, "mRSS", "FVC (L)"], ["P-01", 1, 20, 2.5], ["P-01", 1, 20, 2.5], ["P-02", 1, 30, 2.8], ["P-02", 1, 31, 2.8]]})
csv_file("gb18030.csv", "受试者编号,研究天数,皮肤评分,全肠外营养\nP-01,1,20,是\n", "gb18030")
csv_file("windows-1252.csv", "Subject;Study day;mRSS;Albumin (g/L);Remarks\nP-01;1;20;41;œdème périorbitaire\n", "cp1252")
csv_file("utf-8-tab.csv", "受试者编号\t研究天数\t皮肤评分\t全肠外营养\nP-01\t1\t20\t否\n", "utf-8-sig")
csv_file("first-version.csv", "Subject,Study day,mRSS,FVC (L)\nP-01,1,20,2.5\n", "utf-8")
csv_file("second-version.csv", "Subject,Study day,mRSS,FVC (L)\nP-01,1,21,2.5\n", "utf-8")
