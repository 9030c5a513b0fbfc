#!/bin/sh
# Makes the synthetic files of this folder that LibreOffice writes. Run with the folder as working directory, after make_openpyxl.py.
set -eu
out=$(mktemp -d)
convert() { # source, filter, extension, name to keep
  soffice --headless --convert-to "$2" --outdir "$out" "$1" > /dev/null
  mv "$out/$(basename "${1%.*}").$3" "$4"
}
convert table-openpyxl.xlsx xlsx xlsx table-libreoffice.xlsx
convert table-openpyxl.xlsx xls xls table-libreoffice.xls
convert table-openpyxl.xlsx csv csv table-libreoffice.csv
convert table-openpyxl.xlsx ods ods foreign-open-document.ods
convert table-openpyxl.xlsx 'html:HTML (StarCalc)' html foreign-web-page.xls
convert table-openpyxl.xlsx pdf pdf foreign-print.pdf
convert corners-openpyxl.xlsx xlsx xlsx corners-libreoffice.xlsx
convert corners-openpyxl.xlsx xls xls corners-libreoffice.xls
convert dates-1904-openpyxl.xlsx xls xls dates-1904-libreoffice.xls
rm -r "$out"
