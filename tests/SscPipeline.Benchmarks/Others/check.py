"""What a data manager would write in an afternoon: read every sheet, then ranges, the sum of the areas and duplicates, all vectorised."""
import sys

import pandas

LIMITS = {
    "mrss_total": (0, 51), "fvc_l": (0.3, 9), "fev1_l": (0.2, 8), "dlco": (0.5, 60), "albumin_g_l": (10, 70), "weight_kg": (25, 250),
    "tlc_l": (0.5, 12), "hb_g_l": (40, 220), "haq_di": (0, 3), "patient_global": (0, 10), "physician_global": (0, 10),
}

sheets = pandas.read_excel(sys.argv[1], sheet_name=None, engine="openpyxl")
visits, subjects = sheets["Visits"], sheets["Subjects"]
issues = 0
areas = [column for column in visits.columns if column.startswith("mrss_area_")]
for column in areas:
    issues += int((~visits[column].between(0, 3)).sum())
for column, (low, high) in LIMITS.items():
    if column in visits.columns:
        issues += int((~visits[column].between(low, high)).sum())
issues += int((visits[areas].sum(axis=1) != visits["mrss_total"]).sum())
issues += int(visits.duplicated(["subject_id", "study_day"]).sum())
issues += int((~visits["subject_id"].isin(subjects["subject_id"])).sum())
print(len(visits), issues)
