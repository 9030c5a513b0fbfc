"""Makes the synthetic workbooks of this folder that openpyxl writes. Run with the folder as working directory."""

import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName

ROWS = [
    ["Subject", "Visit date", "mRSS", "FVC", "Share", "On TPN"],
    ["S-001", datetime.date(2012, 3, 5), 26, 2.85, 0.85, True],
    ["S-002", datetime.date(2012, 9, 7), 18, 3.1, 0.5, False],
    ["受试者-003", datetime.date(1999, 12, 31), 0, 0.125, 1, True],
]


def fill(sheet):
    for row in ROWS:
        sheet.append(row)
    for row in range(2, 5):
        sheet.cell(row, 2).number_format = "yyyy-mm-dd"
        sheet.cell(row, 5).number_format = "0%"


def table():
    book = Workbook()
    fill(book.active)
    book.active.title = "Visits"
    book.save("table-openpyxl.xlsx")


def corners():
    book = Workbook()
    sheet = book.active
    sheet.title = "Corners"
    fill(sheet)
    sheet["A7"] = "merged"
    sheet.merge_cells("A7:C8")
    sheet["C2"].comment = Comment("measured twice", "Nurse A")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["H2"] = "=C2*2"
    sheet["A1"].font = Font(bold=True)
    sheet.oddHeader.center.text = "Clinic of Dr. Example"
    sheet.oddFooter.left.text = "printed by B. Example"
    sheet["A10"] = "link"
    sheet["A10"].hyperlink = "mailto:someone@example.org"
    hidden = book.create_sheet("Key")
    hidden["A1"] = "list of names"
    hidden.sheet_state = "hidden"
    deep = book.create_sheet("Deep")
    deep["A1"] = 1
    deep.sheet_state = "veryHidden"
    book.defined_names.append(DefinedName("patient_list", attr_text="Corners!$A$2:$A$4"))
    book.properties.creator = "Example Author"
    book.properties.description = "Example description"
    book.save("corners-openpyxl.xlsx")


def dates_of_1904():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    fill(book.active)
    book.active.title = "Visits"
    book.save("dates-1904-openpyxl.xlsx")


table()
corners()
dates_of_1904()
