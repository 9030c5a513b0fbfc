#!/usr/bin/env python3
"""Makes the demo's workbooks of three fictitious sites from source/*.csv (synthetic, no real patient).

site-a: one .xlsx with a title above each table and dates as study days.
site-b: one .xls (BIFF8, saved by LibreOffice) with Chinese headings.
site-c: three .csv files.
Needs Debian's python3-openpyxl and libreoffice-calc. Run it in this folder; the results are committed.
"""
import csv
import pathlib
import subprocess
import tempfile

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
INBOX = HERE / "inbox"

SUBJECTS = ["subject_id", "sex", "age_at_baseline_years", "height_cm", "ssc_subset", "disease_duration_years", "ild_at_baseline",
            "severe_gi_involvement", "imatinib_dose_mg_per_day", "imatinib_start_study_day", "imatinib_last_dose_study_day"]
VISITS = ["subject_id", "visit_label", "study_day", "mrss_assessor1", "mrss_assessor2", "mrss_assessor3", "mrss_assessor4", "mrss_total",
          "fvc_l", "fvc_pct_pred", "fev1_l", "dlco_ml_min_mmhg", "dlco_pct_pred", "hb_g_l", "albumin_g_l", "tpn", "weight_kg", "bmi_kg_m2"]
EVENTS = ["subject_id", "verbatim_term", "onset_study_day", "end_study_day", "ctcae_grade", "serious", "seriousness_criteria",
          "causality_verbatim", "action_taken", "outcome"]

ENGLISH = {
    "subject_id": "Subject", "sex": "Sex", "age_at_baseline_years": "Age (y)", "height_cm": "Height (cm)", "ssc_subset": "Disease subset",
    "disease_duration_years": "Duration of disease", "ild_at_baseline": "ILD", "severe_gi_involvement": "GI involvement",
    "imatinib_dose_mg_per_day": "Imatinib dose", "imatinib_start_study_day": "Imatinib start study day",
    "imatinib_last_dose_study_day": "Imatinib last dose study day",
    "visit_label": "Visit", "study_day": "Study day", "mrss_assessor1": "mRSS 1", "mrss_assessor2": "mRSS 2",
    "mrss_assessor3": "mRSS 3", "mrss_assessor4": "mRSS 4", "mrss_total": "mRSS", "fvc_l": "FVC (L)",
    "fvc_pct_pred": "FVC % pred", "fev1_l": "FEV1 (L)", "dlco_ml_min_mmhg": "DLCO (mL/min/mmHg)", "dlco_pct_pred": "DLCO % pred",
    "hb_g_l": "Hb (g/L)", "albumin_g_l": "Albumin (g/L)", "tpn": "TPN", "weight_kg": "Weight (kg)", "bmi_kg_m2": "BMI",
    "verbatim_term": "Adverse event", "onset_study_day": "Onset study day", "end_study_day": "End study day", "ctcae_grade": "CTCAE grade",
    "serious": "Serious", "seriousness_criteria": "SAE criteria", "causality_verbatim": "Relationship", "action_taken": "Action taken",
    "outcome": "Outcome",
}
CHINESE = {
    "subject_id": "受试者编号", "sex": "性别", "age_at_baseline_years": "年龄(岁)", "height_cm": "身高(cm)", "ssc_subset": "亚型",
    "disease_duration_years": "病程", "ild_at_baseline": "间质性肺病", "severe_gi_involvement": "GI involvement",
    "imatinib_dose_mg_per_day": "伊马替尼剂量", "imatinib_start_study_day": "Imatinib start study day",
    "imatinib_last_dose_study_day": "Imatinib last dose study day",
    "visit_label": "访视", "study_day": "治疗天数", "mrss_assessor1": "评估者1", "mrss_assessor2": "评估者2", "mrss_total": "改良Rodnan皮肤评分",
    "fvc_l": "用力肺活量(L)", "fvc_pct_pred": "FVC占预计值%", "fev1_l": "FEV1实测值", "dlco_ml_min_mmhg": "DLCO实测值",
    "dlco_pct_pred": "DLCO占预计值%", "hb_g_l": "血红蛋白", "albumin_g_l": "白蛋白", "tpn": "全肠外营养", "weight_kg": "体重(kg)",
    "bmi_kg_m2": "体质指数",
    "verbatim_term": "不良事件", "onset_study_day": "onset study day", "end_study_day": "end study day", "ctcae_grade": "CTCAE分级",
    "serious": "是否严重", "seriousness_criteria": "SAE标准", "causality_verbatim": "与药物关系", "action_taken": "采取措施", "outcome": "转归",
}
CHINESE_VALUES = {
    "F": "女", "Y": "是", "N": "否", "probably not related": "可能无关",
    "RECOVERED/RESOLVED": "痊愈",
}


def read(name, site):
    with open(HERE / "source" / name, encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["site_id"] == site]


def number(text):
    try:
        return int(text) if "." not in text else float(text)
    except ValueError:
        return text


def add_sheet(book, title, heading, columns, rows, names, values):
    sheet = book.create_sheet(title)
    top = 1
    if heading:
        sheet.append([heading])
        sheet["A1"].font = Font(bold=True, size=14)
        sheet.append([])
        top = 3
    used = [c for c in columns if any(row[c] for row in rows)]
    sheet.append([names[c] for c in used])
    for cell in sheet[top]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([values.get(row[c], number(row[c])) if row[c] else None for c in used])
    sheet.freeze_panes = sheet.cell(row=top + 1, column=2)


def make(site, names, titles, heading, values):
    book = Workbook()
    book.remove(book.active)
    for title, columns, file in zip(titles, (SUBJECTS, VISITS, EVENTS), ("subjects.csv", "visits.csv", "adverse_events.csv")):
        add_sheet(book, title, heading and f"{heading}: {title}", columns, read(file, site), names, values)
    return book


make("SITE-A", ENGLISH, ("Subjects", "Visits", "Adverse events"), "Site A, imatinib in systemic sclerosis (synthetic)", {}).save(
    INBOX / "site-a" / "imatinib.xlsx")

with tempfile.TemporaryDirectory() as folder:
    book = make("SITE-B", CHINESE, ("受试者", "随访", "不良事件"), None, CHINESE_VALUES)
    book.save(pathlib.Path(folder) / "imatinib.xlsx")
    subprocess.run(["soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", str(INBOX / "site-b"),
                    str(pathlib.Path(folder) / "imatinib.xlsx")], check=True, capture_output=True)

for file in ("subjects.csv", "visits.csv", "adverse_events.csv"):
    rows = read(file, "SITE-C")
    with open(INBOX / "site-c" / file, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
