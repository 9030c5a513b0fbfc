# Everything else that a summary publishes, of the invented study (larger_*.csv) and of the synthetic example (../Resources/guo2012), in base R.
# Written from the definitions of the study, not from the product's code. Run in this folder after make_expected.R:  Rscript make_more_expected.R
# One line a number: where it stands in summary.json, and what it must be.
visits <- data.frame(month = c(0, 1, 3, 6, 9, 12, 18, 24, 30), target = c(1, 30, 91, 183, 274, 365, 548, 731, 913),
  strict_from = c(-30, 16, 61, 153, 244, 305, 488, 671, 853), strict_to = c(1, 44, 121, 213, 304, 425, 608, 791, 973),
  contiguous_from = c(-30, 16, 61, 137, 229, 320, 457, 640, 822), contiguous_to = c(1, 60, 136, 228, 319, 456, 639, 821, 1004))
read <- function(file, rename = c()) {
  frame <- read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE)
  for (old in names(rename)) names(frame)[names(frame) == old] <- rename[[old]]
  names(frame)[names(frame) == "verbatim_term"] <- "ae_term"
  frame$site_id <- tolower(frame$site_id)
  frame
}
number <- function(frame, column) if (column %in% names(frame)) as.numeric(frame[[column]]) else rep(NA_real_, nrow(frame))
text <- function(frame, column) if (column %in% names(frame)) frame[[column]] else rep(NA_character_, nrow(frame))

wilson <- function(k, n) {
  z <- qnorm(.975); p <- k / n
  w <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  c(if (k == 0) 0 else w[1], if (k == n) 1 else w[2])
}
signed_rank_p <- function(d) {
  if (length(d) == 0) return(NA)
  d <- round(d, 9); d <- d[d != 0]
  if (length(d) == 0) return(1)
  r <- rank(abs(d)); w <- sum(r[d > 0]); middle <- sum(r) / 2
  if (length(d) <= 12) return(mean(abs(as.matrix(expand.grid(rep(list(0:1), length(d)))) %*% r - middle) >= abs(w - middle) - 1e-9))
  share <- 1
  for (twice in round(2 * r)) share <- c(share, rep(0, twice)) / 2 + c(rep(0, twice), share) / 2
  min(1, sum(share[abs((seq_along(share) - 1) / 2 - middle) >= abs(w - middle) - 1e-9]))
}

study <- function(name, subjects, data, events, activity) {
  out <- list()
  put <- function(path, value) out[[length(out) + 1]] <<- paste0(path, ",",
    if (length(value) == 0 || is.na(value)) "NA" else if (is.character(value)) value else if (is.logical(value)) tolower(value) else sprintf("%.15g", value))
  put_interval <- function(path, pair) if (length(pair) < 2 || anyNA(pair)) put(path, NA) else { put(paste0(path, ".0"), pair[1]); put(paste0(path, ".1"), pair[2]) }
  put_share <- function(path, k, n) {
    put(paste0(path, ".k"), k); put(paste0(path, ".n"), n)
    put_interval(paste0(path, ".wilson95"), if (n > 0) wilson(k, n))
    put_interval(paste0(path, ".clopperPearson95"), if (n > 0) as.numeric(binom.test(k, n)$conf.int))
  }
  put_values <- function(path, x) {
    n <- length(x); q <- if (n > 0) quantile(x, c(.25, .5, .75), type = 7, names = FALSE) else rep(NA, 3)
    put(paste0(path, ".n"), n); put(paste0(path, ".mean"), if (n > 0) mean(x) else NA); put(paste0(path, ".sd"), if (n > 1) sd(x) else NA)
    put(paste0(path, ".median"), q[2]); put(paste0(path, ".q1"), q[1]); put(paste0(path, ".q3"), q[3])
    put(paste0(path, ".min"), if (n > 0) min(x) else NA); put(paste0(path, ".max"), if (n > 0) max(x) else NA)
  }
  data <- data[order(data$subject_id, as.numeric(data$study_day)), ]
  day <- as.numeric(data$study_day)
  own <- match(data$subject_id, subjects$subject_id)
  last_dose <- number(subjects, "imatinib_last_dose_study_day")
  columns <- c("mrss_total", "fvc_pct_pred", "dlco_pct_pred", "fvc_pct_pred_recomputed", "dlco_pct_pred_recomputed", "albumin_g_l", "weight_kg", "fvc_l",
    "bmi_kg_m2", "haq_di", "patient_global", "physician_global", "dlco", "dlco_hb_adj", "imatinib_dose_mg_per_day", "fev1_pct_pred", "fev1_pct_pred_recomputed",
    "tlc_pct_pred", "tlc_pct_pred_recomputed", "kco_pct_pred", "kco_pct_pred_recomputed")
  x <- setNames(lapply(columns, function(column) number(data, column)), columns)
  x$dlco_pct_pred_hb_adj <- x$dlco_pct_pred * x$dlco_hb_adj / x$dlco
  x$dlco_pct_pred_recomputed_hb_adj <- x$dlco_pct_pred_recomputed * x$dlco_hb_adj / x$dlco
  x$bmi_kg_m2_recomputed <- x$weight_kg / (number(subjects, "height_cm")[own] / 100)^2
  tpn <- text(data, "tpn")
  scopes <- c("overall", sort(unique(subjects$site_id)))
  inside <- function(scope) which(scope == "overall" | subjects$site_id == scope)
  rows_of <- split(seq_along(own), factor(own, levels = seq_len(nrow(subjects))))

  # One value a subject and visit: a matrix for every variable and window rule.
  pick <- function(values, rule) t(vapply(rows_of, function(rows) vapply(seq_len(nrow(visits)), function(v) {
    hit <- rows[day[rows] >= visits[[paste0(rule, "_from")]][v] & day[rows] <= visits[[paste0(rule, "_to")]][v] & !is.na(values[rows])]
    if (length(hit) == 0) NA_real_ else if (v == 1) values[hit[length(hit)]] else values[hit[order(abs(day[hit] - visits$target[v]), day[hit])[1]]]
  }, 0), rep(0, nrow(visits))))
  at <- list(strict = lapply(x, pick, "strict"), contiguous = lapply(x, pick, "contiguous"))
  seen <- lapply(c(strict = "strict", contiguous = "contiguous"), function(rule) !is.na(pick(rep(1, length(day)), rule)))
  final <- ifelse(is.na(last_dose), vapply(rows_of, function(rows) if (length(rows) > 0) max(day[rows]) else NA_real_, 0), last_dose)
  expected <- lapply(c(strict = "strict", contiguous = "contiguous"), function(rule) t(vapply(seq_len(nrow(subjects)), function(s)
    visits$month == 0 | (!is.na(final[s]) & final[s] >= visits[[paste0(rule, "_from")]]) | seen[[rule]][s, ], rep(TRUE, nrow(visits)))))
  ild <- text(subjects, "ild") %in% "Y"

  ## Measures: value, change, tests
  shown <- c("mrss_total", "fvc_pct_pred", "dlco_pct_pred", "fvc_pct_pred_recomputed", "dlco_pct_pred_recomputed", "albumin_g_l", "weight_kg", "fvc_l",
    "dlco_pct_pred_hb_adj", "bmi_kg_m2", "bmi_kg_m2_recomputed", "haq_di", "patient_global", "physician_global")
  units <- c(mrss_total = "points", albumin_g_l = "g/L", weight_kg = "kg", fvc_l = "L", bmi_kg_m2 = "kg/m2", bmi_kg_m2_recomputed = "kg/m2", haq_di = "points",
    patient_global = "points", physician_global = "points")
  always <- c("mrss_total", "fvc_pct_pred", "dlco_pct_pred", "albumin_g_l", "weight_kg")
  for (variable in shown) if (variable %in% always || any(!is.na(x[[variable]])))
    for (rule in c("strict", "contiguous")) for (scope in if (rule == "strict") scopes else "overall") for (v in seq_len(nrow(visits))) {
      if (scope == "overall" && v == 1) put(paste0(if (rule == "contiguous") "sensitivity.", "measures|", variable, ".unit"), if (variable %in% names(units)) units[[variable]] else "%")
      who <- inside(scope); value <- at[[rule]][[variable]][who, v]; base <- at[[rule]][[variable]][who, 1]; due <- sum(expected[[rule]][who, v])
      if (all(is.na(value)) && due == 0) next
      path <- paste0(if (rule == "contiguous") "sensitivity.", "measures|", variable, ".rows|", scope, "|", visits$month[v])
      known <- value[!is.na(value)]; q <- if (length(known) > 0) quantile(known, c(.25, .5, .75), type = 7, names = FALSE) else rep(NA, 3)
      put(paste0(path, ".n"), length(known)); put(paste0(path, ".nExpected"), due)
      put(paste0(path, ".mean"), if (length(known) > 0) mean(known) else NA); put(paste0(path, ".sd"), if (length(known) > 1) sd(known) else NA)
      put(paste0(path, ".median"), q[2]); put(paste0(path, ".q1"), q[1]); put(paste0(path, ".q3"), q[3])
      put(paste0(path, ".min"), if (length(known) > 0) min(known) else NA); put(paste0(path, ".max"), if (length(known) > 0) max(known) else NA)
      put_interval(paste0(path, ".meanCi95"), if (length(known) > 1) mean(known) + c(-1, 1) * qt(.975, length(known) - 1) * sd(known) / sqrt(length(known)))
      # Why missing: no value was rejected and no window is open in these studies.
      gone <- is.na(value) & !expected[[rule]][who, v]; left <- gone & !is.na(last_dose[who]) & last_dose[who] < visits[[paste0(rule, "_from")]][v]
      put(paste0(path, ".missing.notYetDue"), sum(gone & !left)); put(paste0(path, ".missing.withdrawn"), sum(left))
      put(paste0(path, ".missing.notDone"), sum(is.na(value) & !gone)); put(paste0(path, ".missing.rejected"), 0)
      if (v == 1) { put(paste0(path, ".change"), NA); put(paste0(path, ".responders"), NA); next }
      both <- !is.na(value) & !is.na(base); change <- (value - base)[both]; n <- length(change)
      equal <- n > 1 && diff(range(round(change, 9))) == 0
      put(paste0(path, ".change.n"), n); put(paste0(path, ".change.mean"), if (n > 0) mean(change) else NA); put(paste0(path, ".change.sd"), if (n > 1) sd(change) else NA)
      put(paste0(path, ".change.median"), if (n > 0) median(change) else NA)
      put(paste0(path, ".change.min"), if (n > 0) min(change) else NA); put(paste0(path, ".change.max"), if (n > 0) max(change) else NA)
      put_interval(paste0(path, ".change.ci95"), if (n > 1) mean(change) + c(-1, 1) * qt(.975, n - 1) * sd(change) / sqrt(n))
      put(paste0(path, ".change.pairedTP"), if (n > 1 && !equal) t.test(change)$p.value else NA)
      put(paste0(path, ".change.wilcoxonExactP"), signed_rank_p(change)); put(paste0(path, ".change.wilcoxonNormalP"), NA)
      if (variable != "mrss_total") { put(paste0(path, ".responders"), NA); next }
      down <- round((base - value)[both], 9)
      put_share(paste0(path, ".responders"), sum(down > 5 & round(down - base[both] / 4, 9) >= 0), n)
      put(paste0(path, ".responders.baselineBelow7"), sum(base[both] < 7))
    }

  ## Skin and lung classes
  for (rule in c("strict", "contiguous")) for (scope in if (rule == "strict") scopes else "overall") for (v in 2:nrow(visits)) {
    who <- inside(scope); prefix <- if (rule == "contiguous") "sensitivity." else ""
    value <- at[[rule]]$mrss_total[who, v]; base <- at[[rule]]$mrss_total[who, 1]; both <- !is.na(value) & !is.na(base); up <- round((value - base)[both], 9)
    if (any(both)) {
      path <- paste0(prefix, "skinClasses|", scope, "|", visits$month[v])
      put_share(paste0(path, ".decrease5"), sum(up <= -5), sum(both)); put_share(paste0(path, ".decrease3"), sum(up <= -3), sum(both))
      put_share(paste0(path, ".progressors"), sum(up > 5 & round(up - base[both] / 4, 9) >= 0), sum(both))
    }
    for (basis in c("reported", "recomputed")) {
      f <- if (basis == "reported") "fvc_pct_pred" else "fvc_pct_pred_recomputed"; d <- sub("fvc", "dlco", f); h <- paste0(d, "_hb_adj")
      get <- function(variable, visit) at[[rule]][[variable]][who, visit]
      use <- ild[who] & !is.na(get(f, v)) & !is.na(get(f, 1))
      if (!any(use)) next
      points <- round((get(f, v) - get(f, 1))[use], 9); fvc <- round(100 * (get(f, v) / get(f, 1) - 1)[use], 9)
      dlco <- round(100 * (get(d, v) / get(d, 1) - 1)[use], 9)
      worse <- fvc <= -10 | (fvc <= -5 & !is.na(dlco) & dlco <= -15); better <- fvc >= 10 | (fvc >= 5 & !is.na(dlco) & dlco >= 15)
      open <- abs(fvc) >= 5 & abs(fvc) < 10 & is.na(dlco)
      path <- paste0(if (rule == "contiguous") "sensitivity.lungClasses|" else "ildResponse.classes|", scope, "|", visits$month[v], "|", basis)
      put(paste0(path, ".n"), sum(use)); put(paste0(path, ".improved"), sum(better)); put(paste0(path, ".worsened"), sum(worse))
      put(paste0(path, ".indeterminate"), sum(open)); put(paste0(path, ".stable"), sum(!better & !worse & !open))
      put(paste0(path, ".mcidImproved"), sum(points >= 3)); put(paste0(path, ".mcidWorsened"), sum(points <= -3)); put(paste0(path, ".mcidStable"), sum(abs(points) < 3))
      if (visits$month[v] > 12) { for (m in c("ppfPhysiology", "ppfDlcoCorrected", "ppfDlcoUncorrected", "ppfDlcoMissing")) put(paste0(path, ".", m), NA); next }
      raw <- (get(d, v) - get(d, 1))[use]; corrected <- (get(h, v) - get(h, 1))[use]
      fall <- round(ifelse(is.na(corrected), raw, corrected), 9)
      put_share(paste0(path, ".ppfPhysiology"), sum(points <= -5 | (!is.na(fall) & fall <= -10)), sum(use))
      put(paste0(path, ".ppfDlcoCorrected"), sum(!is.na(corrected))); put(paste0(path, ".ppfDlcoUncorrected"), sum(is.na(corrected) & !is.na(raw)))
      put(paste0(path, ".ppfDlcoMissing"), sum(is.na(corrected) & is.na(raw)))
    }
  }

  ## Slopes of FVC: lm for every subject, t of the slopes
  on <- function(days, s) is.na(last_dose[s]) | days <= last_dose[s] + 30
  for (variable in c("fvc_l", "fvc_pct_pred", "fvc_pct_pred_recomputed")) for (scope in scopes) {
    slopes <- c(); short <- 0
    for (s in inside(scope)) {
      rows <- rows_of[[s]]; rows <- rows[day[rows] >= -30 & on(day[rows], s) & !is.na(x[[variable]][rows])]
      if (length(rows) == 0) next
      if (diff(range(day[rows])) < 152) { short <- short + 1; next }
      slopes <- c(slopes, coef(lm(y ~ t, data.frame(y = x[[variable]][rows], t = day[rows] / 365.25)))[["t"]] * if (variable == "fvc_l") 1000 else 1)
    }
    if (length(slopes) + short == 0) next
    path <- paste0("lungSlopes|", scope, "|", variable); n <- length(slopes)
    put(paste0(path, ".unit"), if (variable == "fvc_l") "mL/year" else "% predicted/year")
    put_values(paste0(path, ".slopes"), slopes)
    put_interval(paste0(path, ".ci95"), if (n > 1) as.numeric(t.test(slopes)$conf.int)); put(paste0(path, ".p"), if (n > 1) t.test(slopes)$p.value else NA)
    put(paste0(path, ".tooShort"), short)
  }

  ## Nutrition
  albumin_first <- at$strict$albumin_g_l[, 1]
  albumin_last <- vapply(seq_along(rows_of), function(s) { r <- rows_of[[s]]; r <- r[on(day[r], s) & !is.na(x$albumin_g_l[r])]; if (length(r) > 0) x$albumin_g_l[r[length(r)]] else NA_real_ }, 0)
  tpn_first <- vapply(rows_of, function(r) { r <- r[day[r] >= -30 & day[r] <= 1 & !is.na(tpn[r])]; if (length(r) > 0) tpn[r[length(r)]] else NA_character_ }, "")
  tpn_last <- vapply(rows_of, function(r) if (length(r) > 0) tpn[r[length(r)]] else NA_character_, "")
  for (scope in scopes) {
    who <- inside(scope); low <- who[!is.na(albumin_first[who]) & albumin_first[who] < 35]; given <- who[tpn_first[who] %in% "Y"]; known <- given[!is.na(tpn_last[given])]
    path <- paste0("nutrition.byScope|", scope)
    put_share(paste0(path, ".albuminRestored"), sum(albumin_last[low] >= 35), length(low))
    put(paste0(path, ".tpnKnownAtBaseline"), sum(!is.na(tpn_first[who]))); put(paste0(path, ".tpnAtBaseline"), length(given))
    put_share(paste0(path, ".tpnDiscontinued"), sum(tpn_last[known] == "N"), length(known)); put(paste0(path, ".tpnUnknown"), length(given) - length(known))
  }

  ## Exposure, day by day
  days <- ifelse(is.na(last_dose), final, last_dose)
  dose <- lapply(seq_along(rows_of), function(s) {
    r <- rows_of[[s]]; r <- r[day[r] >= 1 & day[r] <= days[s] & !is.na(x$imatinib_dose_mg_per_day[r])]
    start <- number(subjects, "imatinib_dose_mg_per_day")[s]
    if (is.na(start)) start <- if (length(r) > 0) x$imatinib_dose_mg_per_day[r[1]] else NA
    each <- rep(start, days[s]); for (one in r) each[day[one]:days[s]] <- x$imatinib_dose_mg_per_day[one]
    list(total = sum(each), visits = length(r) > 0)
  })
  total <- vapply(dose, `[[`, 0, "total"); by_visit <- vapply(dose, `[[`, TRUE, "visits")
  for (scope in scopes) {
    who <- inside(scope); path <- paste0("exposure|", scope); dosed <- who[!is.na(total[who])]
    put_values(paste0(path, ".treatmentMonths"), days[who] / 30.4375); put(paste0(path, ".patientMonths"), sum(days[who]) / 30.4375)
    put_values(paste0(path, ".meanDailyDoseMg"), total[dosed] / days[dosed]); put_values(paste0(path, ".cumulativeDoseG"), total[dosed] / 1000)
    put(paste0(path, ".doseFromVisits"), sum(by_visit[dosed])); put_share(paste0(path, ".onTreatmentAtCutOff"), sum(is.na(last_dose[who])), length(who))
  }

  ## Adverse events
  grade <- number(events, "ae_grade"); onset <- number(events, "ae_onset_study_day"); who_had <- match(events$subject_id, subjects$subject_id)
  blank <- function(v) ifelse(is.na(v), "missing", v)
  term <- ifelse(is.na(text(events, "ae_ctcae_term")), text(events, "ae_term"), text(events, "ae_ctcae_term"))
  label <- vapply(toupper(term), function(t) sort(unique(term[toupper(term) == t]), method = "radix")[1], "")
  kinds <- list(all = rep("", nrow(events)), severity = blank(ifelse(grade >= 3, "grade 3 to 5", "grade 1 to 2")), grade = blank(as.character(grade)),
    seriousness = blank(c(Y = "serious", N = "not serious")[text(events, "ae_serious")]), causality = blank(text(events, "ae_causality")),
    outcome = blank(text(events, "ae_outcome")), action = blank(text(events, "ae_action")), term = label)
  treated <- is.na(onset) | (onset >= 1 & on(onset, who_had))
  for (scope in scopes) for (kind in names(kinds)) {
    here <- who_had %in% inside(scope); months <- sum(days[inside(scope)]) / 30.4375
    for (level in if (kind == "all") "" else unique(kinds[[kind]][here])) {
      hit <- here & kinds[[kind]] == level; k <- sum(hit & treated); path <- paste0("eventRates|", scope, "|", kind, "|", level)
      put(paste0(path, ".events"), sum(hit)); put(paste0(path, ".subjects"), length(unique(who_had[hit]))); put(paste0(path, ".onTreatment"), k)
      put(paste0(path, ".patientMonths"), months); put(paste0(path, ".per100PatientMonths"), 100 * k / months)
      put_interval(paste0(path, ".ci95"), 100 * c(qchisq(.025, 2 * k) / 2, qchisq(.975, 2 * k + 2) / 2) / months)
    }
  }

  ## Composite indices at month 12
  items <- c("mrss_total", "fvc_pct_pred", "patient_global", "physician_global", "haq_di"); m12 <- which(visits$month == 12)
  for (rule in c("strict", "contiguous")) {
    now <- sapply(items, function(i) at[[rule]][[i]][, m12]); first <- sapply(items, function(i) at[[rule]][[i]][, 1])
    any_now <- rowSums(!is.na(now)) > 0; full <- rowSums(is.na(now) | is.na(first)) == 0; delta <- now - first
    p <- plogis(as.vector(-5.54 + delta %*% c(-.81, .21, -.40, -.44, -3.41)))
    better <- function(level) { gain <- cbind((first - now)[, -2], delta[, 2]) ; need <- cbind(first[, -2] * level / 100, first[, 2] * .05)
      rowSums(round(gain - need, 9) >= 0 & cbind(first[, -2], first[, 2]) != 0) >= 3 }
    responds <- sapply(c(20, 25, 30, 50), better); if (is.null(dim(responds))) responds <- matrix(responds, nrow = 1)
    review <- ild & now[, 2] < 80 & round(delta[, 2] / first[, 2] + .15, 9) <= 0
    for (scope in if (rule == "strict") scopes else "overall") {
      who <- inside(scope); f <- who[full[who]]
      if (!any(any_now[who])) next
      path <- paste0(if (rule == "strict") "composite.rows|" else "sensitivity.composite|", scope)
      put(paste0(path, ".n"), length(f)); put(paste0(path, ".incomplete"), sum(any_now[who] & !full[who])); put_values(paste0(path, ".crissP"), p[f])
      put_share(paste0(path, ".crissImproved"), sum(p[f] >= .6), length(f)); put(paste0(path, ".stepOneToReview"), sum(review[f]))
      for (l in 1:4) put_share(paste0(path, ".revised|", c(20, 25, 30, 50)[l], ".responders"), sum(responds[f, l]), length(f))
    }
    if (rule == "strict") for (s in which(full)) {
      path <- paste0("composite.subjects|", subjects$site_id[s], "|", subjects$subject_id[s])
      for (i in 1:5) put(paste0(path, c(".mrssChange", ".fvcChange", ".patientGlobalChange", ".physicianGlobalChange", ".haqDiChange")[i]), delta[s, i])
      put(paste0(path, ".crissP"), p[s]); put(paste0(path, ".isImproved"), p[s] >= .6)
      put(paste0(path, ".revisedLevel"), if (any(responds[s, ])) max(c(20, 25, 30, 50)[responds[s, ]]) else NA); put(paste0(path, ".stepOneToReview"), review[s])
    }
  }

  ## Data quality
  for (scope in scopes) for (v in seq_len(nrow(visits))) {
    who <- inside(scope); path <- paste0("quality.visits|", scope, "|", visits$month[v]); come <- seen$strict[who, v]; due <- expected$strict[who, v]
    left <- !due & !is.na(last_dose[who]) & last_dose[who] < visits$strict_from[v]
    put(paste0(path, ".subjects"), length(who)); put(paste0(path, ".expected"), sum(due)); put(paste0(path, ".seen"), sum(come))
    put(paste0(path, ".notDone"), sum(due & !come)); put(paste0(path, ".withdrawn"), sum(left)); put(paste0(path, ".notYetDue"), sum(!due & !left))
    put_share(paste0(path, ".expectedSeen"), sum(come), sum(due))
  }
  for (variable in c("fvc_pct_pred", "fev1_pct_pred", "tlc_pct_pred", "dlco_pct_pred", "kco_pct_pred")) for (scope in scopes) {
    d <- (x[[variable]] - x[[paste0(variable, "_recomputed")]])[own %in% inside(scope)]; d <- d[!is.na(d)]; n <- length(d)
    if (n == 0) next
    path <- paste0("quality.agreement|", scope, "|", variable)
    put(paste0(path, ".n"), n); put(paste0(path, ".meanDifference"), mean(d)); put(paste0(path, ".sdDifference"), if (n > 1) sd(d) else NA)
    put_interval(paste0(path, ".limits95"), if (n > 1) mean(d) + c(-1.96, 1.96) * sd(d)); put_share(paste0(path, ".within5"), sum(abs(round(d, 9)) <= 5), n)
  }
  if (!is.null(activity)) {
    activity$count <- as.numeric(activity$count)
    for (scope in c("overall", unique(activity$site))) {
      here <- activity[scope == "overall" | activity$site == scope, ]; sum_of <- function(kind, keys) sum(here$count[here$kind == kind & here$key %in% keys])
      path <- paste0("quality.acceptance|", scope); good <- sum_of("status", c("Accepted", "AcceptedWithWarnings", "PartiallyAccepted")); yes <- sum_of("total", "rows_accepted")
      put(paste0(path, ".documents"), sum_of("total", "documents")); put(paste0(path, ".submissions"), sum_of("total", "submissions"))
      for (status in unique(here$key[here$kind == "status"])) put(paste0(path, ".byStatus.", status), sum_of("status", status))
      put_share(paste0(path, ".accepted"), good, good + sum_of("status", "Rejected")); put_share(paste0(path, ".rowsAccepted"), yes, yes + sum_of("total", "rows_withheld"))
      silent <- setdiff(unique(here$site), here$site[here$kind == "examined"])
      for (check in unique(here$key[here$kind %in% c("issues", "examined")])) {
        unknown <- any(here$kind == "issues" & here$key == check & here$site %in% silent) || !any(here$kind == "examined" & here$key == check)
        path <- paste0("quality.checks|", scope, "|", check); i <- sum_of("issues", check); e <- if (unknown) NA else sum_of("examined", check)
        put(paste0(path, ".issues"), i); put(paste0(path, ".examined"), e); put(paste0(path, ".issuesPer100"), 100 * i / e)
      }
    }
  }
  writeLines(c("path,value", sort(unlist(out), method = "radix")), paste0(name, "_more_expected.csv"))
}

study("larger", read("larger_subjects.csv"), read("larger_visits.csv"), read("larger_events.csv"), read.csv("larger_activity.csv", colClasses = "character"))
guo <- "../Resources/guo2012/"
study("guo2012", read(paste0(guo, "subjects.csv"), c(ild_at_baseline = "ild")), read(paste0(guo, "visits.csv"), c(dlco_ml_min_mmhg = "dlco")),
  read(paste0(guo, "adverse_events.csv"), c(ctcae_v5_term = "ae_ctcae_term_other", onset_study_day = "ae_onset_study_day", ctcae_grade = "ae_grade", serious = "ae_serious",
    causality_who_umc = "ae_causality", action_taken = "ae_action", outcome = "ae_outcome")), NULL)
