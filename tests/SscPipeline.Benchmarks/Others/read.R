# Reading alone: readxl gives data frames, the checks would come on top.
path <- commandArgs(trailingOnly = TRUE)[1]
rows <- sum(vapply(readxl::excel_sheets(path), function(sheet) nrow(readxl::read_excel(path, sheet = sheet)), integer(1)))
cat(rows, "\n")
