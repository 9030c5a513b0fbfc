# An invented study of 60 subjects at 8 sites, and every figure that a summary of it must give, in base R (4.x).
# Nothing is shared with the product's code. Run in this folder:  Rscript make_expected.R
# Built in: ties, changes of zero, changes on the limits of response, missing baselines, screening values before baseline,
# several visits in one window, two equally far from its target, visits between windows, subjects without a last dose.
set.seed(20260301)
visits <- data.frame(
  month  = c(0, 1, 3, 6, 9, 12, 18, 24, 30),
  target = c(1, 30, 91, 183, 274, 365, 548, 731, 913),
  s_from = c(-30, 16, 61, 153, 244, 305, 488, 671, 853), s_to = c(1, 44, 121, 213, 304, 425, 608, 791, 973),
  c_from = c(-30, 16, 61, 137, 229, 320, 457, 640, 822), c_to = c(1, 60, 136, 228, 319, 456, 639, 821, 1004))
measures <- c("mrss_total", "fvc_pct_pred", "dlco_pct_pred", "albumin_g_l", "weight_kg")

## The study -------------------------------------------------------------------------------------------------------------------
sizes <- c(1, 2, 3, 4, 6, 9, 15, 20)
subjects <- do.call(rbind, lapply(seq_along(sizes), function(s) data.frame(
  subject_id = sprintf("S%d-%02d", s, seq_len(sizes[s])), site_id = sprintf("site-%d", s),
  sex = sample(c("F", "M"), sizes[s], TRUE, c(.8, .2)), ild = sample(c("Y", "N"), sizes[s], TRUE, c(.6, .4)),
  imatinib_last_dose_study_day = sample(c(NA, 100:950), sizes[s], TRUE, c(200, rep(1, 851))))))
one_visit <- function(subject, day, base, months) {
  data.frame(subject_id = subject$subject_id, site_id = subject$site_id, study_day = day,
    mrss_total    = pmin(51, pmax(0, base$mrss - sample(c(0, 0, .5, 1, 2, 5, 5.5, 8, base$mrss / 4), 1) * (months > 0))),
    fvc_pct_pred  = round(base$fvc * (1 + sample(c(0, .05, -.05, .1, -.1, .02, -.07, .12), 1) * (months > 0)), 1),
    dlco_pct_pred = round(base$dlco * (1 + sample(c(0, .15, -.15, .2, -.2, .03), 1) * (months > 0)), 1),
    albumin_g_l   = base$alb + sample(-3:6, 1) * (months > 0),
    weight_kg     = round(base$kg + rnorm(1, 0, 2) * (months > 0), 1))
}
all <- list()
for (i in seq_len(nrow(subjects))) {
  subject <- subjects[i, ]
  base <- list(mrss = sample(seq(4, 44, by = 1), 1), fvc = sample(600:1100, 1) / 10, dlco = sample(400:1000, 1) / 10,
               alb = sample(24:45, 1), kg = sample(400:800, 1) / 10)
  for (v in seq_len(nrow(visits))) {
    if (v > 1 && runif(1) < .15) next
    if (v > 1 && !is.na(subject$imatinib_last_dose_study_day) && visits$s_from[v] > subject$imatinib_last_dose_study_day && runif(1) < .9) next
    days <- if (v == 1) c(if (runif(1) < .3) sample(-45:-2, 1), sample(-1:1, 1)) else {
      day <- visits$target[v] + sample(-35:35, 1)
      c(day, if (runif(1) < .2) 2 * visits$target[v] - day, if (runif(1) < .15) visits$target[v] + sample(-45:45, 1))
    }
    for (day in sort(unique(days))) all[[length(all) + 1]] <- one_visit(subject, day, base, visits$month[v])
  }
}
data <- do.call(rbind, all)
data <- data[!duplicated(data[c("subject_id", "study_day")]), ]
for (m in measures) data[[m]][runif(nrow(data)) < c(.08, .2, .3, .1, .05)[match(m, measures)]] <- NA

# More columns and files, from a seed of their own so that those above stay as they are.
before <- .Random.seed
set.seed(20261122)
some <- function(x, share) ifelse(runif(length(x)) < share, x, NA)
height <- sample(148:182, nrow(subjects), TRUE)
subjects$height_cm <- some(height, .95)
subjects$imatinib_dose_mg_per_day <- some(sample(c(100, 200, 200, 400), nrow(subjects), TRUE), .7)
who <- match(data$subject_id, subjects$subject_id); count <- nrow(data)
data$fvc_l <- some(round(data$fvc_pct_pred / 100 * (height[who] / 50) + rnorm(count, 0, .06), 2), .95)
data$fvc_pct_pred_recomputed <- some(round(data$fvc_pct_pred + rnorm(count, 1.5, 3.2), 6), .9)
data$fev1_pct_pred <- some(round(data$fvc_pct_pred + rnorm(count, -2, 4), 1), .8)
data$fev1_pct_pred_recomputed <- some(round(data$fev1_pct_pred + rnorm(count, 0, 6), 6), .8)
data$dlco <- some(round(data$dlco_pct_pred / 100 * 24, 1), .9)
data$dlco_hb_adj <- some(round(data$dlco * runif(count, .9, 1.2), 3), .6)
data$dlco_pct_pred_recomputed <- some(round(data$dlco_pct_pred + rnorm(count, -1, 4), 6), .9)
data$bmi_kg_m2 <- some(round(data$weight_kg / (height[who] / 100)^2, 1), .85)
steady <- function(highest, step, share) {
  base <- sample(seq(0, highest, by = step), nrow(subjects), TRUE)
  x <- base[who] + ifelse(data$study_day > 1, sample(seq(-3, 1) * step * 2, count, TRUE), 0)
  some(pmin(highest, pmax(0, x)), share)
}
data$haq_di <- steady(3, .125, .9)
data$patient_global <- steady(10, .5, .92)
data$physician_global <- steady(10, .5, .92)
fed <- runif(nrow(subjects)) < .3
data$tpn <- some(ifelse(fed[who] & runif(count) < ifelse(data$study_day > 250, .4, .95), "Y", "N"), .85)
data$imatinib_dose_mg_per_day <- some(sample(c(0, 100, 200, 200, 200, 300), count, TRUE), .5)
# Values on the limits of the classes.
later <- which(data$study_day > 60)
on_limit <- function(column, step) {
  for (row in sample(later, 60)) {
    first <- which(data$subject_id == data$subject_id[row] & data$study_day %in% -30:1 & !is.na(data[[column]]))
    if (length(first) > 0) data[[column]][row] <<- data[[column]][max(first)] + sample(step, 1)
  }
}
on_limit("fvc_pct_pred_recomputed", c(3, -3, -5, -2.999999, -4.999999))
on_limit("fev1_pct_pred", c(0, 5))
events <- do.call(rbind, lapply(seq_len(nrow(subjects)), function(i) {
  n <- sample(0:4, 1)
  if (n == 0) return(NULL)
  data.frame(subject_id = subjects$subject_id[i], site_id = subjects$site_id[i],
    ae_term = sample(c("Nausea", "nausea", "Oedema of the legs", "Rash", "Muscle cramps"), n, TRUE),
    ae_ctcae_term = some(sample(c("Nausea", "Edema limbs", "Rash maculo-papular"), n, TRUE), .5),
    ae_onset_study_day = some(sample(c(-20:0, 1:900), n, TRUE), .9), ae_grade = some(sample(1:5, n, TRUE, c(5, 4, 3, 1, 1)), .9),
    ae_serious = some(sample(c("Y", "N"), n, TRUE, c(1, 4)), .9),
    ae_causality = some(sample(c("CERTAIN", "PROBABLE", "POSSIBLE", "UNLIKELY"), n, TRUE), .9),
    ae_outcome = some(sample(c("RECOVERED/RESOLVED", "RECOVERING/RESOLVING", "FATAL"), n, TRUE, c(6, 3, 1)), .9),
    ae_action = some(sample(c("DOSE NOT CHANGED", "DOSE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN"), n, TRUE), .9))
}))
checks <- c("SSC-021", "SSC-036", "SSC-101", "SSC-302")
activity <- do.call(rbind, lapply(seq_along(sizes), function(s) {
  site <- sprintf("site-%d", s); examined <- sample(50:400, 4); issues <- sapply(examined, function(e) sample(c(0, 0, 3, e), 1))
  keep <- issues > 0
  rbind(data.frame(site, kind = "total", key = c("documents", "submissions", "rows_accepted", "rows_withheld"), count = c(3, 9, sample(20:90, 1), sample(0:9, 1))),
    data.frame(site, kind = "status", key = c("Accepted", "AcceptedWithWarnings", "PartiallyAccepted", "Rejected", "Duplicate"), count = sample(0:4, 5, TRUE)),
    if (any(keep)) data.frame(site, kind = "issues", key = checks[keep], count = issues[keep]),
    if (s != 2) data.frame(site, kind = "examined", key = checks, count = examined))
}))
.Random.seed <- before

## The figures -----------------------------------------------------------------------------------------------------------------
value_at <- function(d, m, v, rule) {
  from <- visits[[paste0(rule, "_from")]][v]; to <- visits[[paste0(rule, "_to")]][v]
  d <- d[d$study_day >= from & d$study_day <= to & !is.na(d[[m]]), ]
  if (nrow(d) == 0) return(NA)
  d <- d[order(d$study_day), ]
  if (v == 1) d[[m]][nrow(d)] else d[[m]][order(abs(d$study_day - visits$target[v]), d$study_day)[1]]
}
expected_at <- function(subject, d, v, rule) {
  from <- visits[[paste0(rule, "_from")]][v]; to <- visits[[paste0(rule, "_to")]][v]
  last <- subject$imatinib_last_dose_study_day
  if (is.na(last)) last <- max(d$study_day)
  v == 1 || last >= from || any(d$study_day >= from & d$study_day <= to)
}
signed_rank_p <- function(d) {
  if (length(d) == 0) return(NA)
  d <- round(d, 9); d <- d[d != 0]; n <- length(d)
  if (n == 0) return(1)
  r <- rank(abs(d)); w <- sum(r[d > 0]); middle <- sum(r) / 2
  if (n <= 14) { # all sign patterns, one by one
    signs <- as.matrix(expand.grid(rep(list(0:1), n)))
    return(mean(abs(signs %*% r - middle) >= abs(w - middle) - 1e-9))
  }
  share <- 1 # probabilities of sums of doubled ranks, rank by rank
  for (twice in round(2 * r)) { share <- c(share, rep(0, twice)) / 2 + c(rep(0, twice), share) / 2 }
  sums <- (seq_along(share) - 1) / 2
  min(1, sum(share[abs(sums - middle) >= abs(w - middle) - 1e-9]))
}
figures <- function(scope, rule, m, v) {
  ids <- subjects[scope == "overall" | subjects$site_id == scope, ]
  get <- function(visit, how) vapply(ids$subject_id, function(id) value_at(data[data$subject_id == id, ], m, visit, how), 0)
  x <- get(v, rule); b <- get(1, rule)
  expected <- sum(vapply(seq_len(nrow(ids)), function(i) expected_at(ids[i, ], data[data$subject_id == ids$subject_id[i], ], v, rule), TRUE))
  if (all(is.na(x)) && expected == 0) return(NULL)
  seen <- x[!is.na(x)]; n <- length(seen)
  q <- if (n > 0) quantile(seen, c(.25, .5, .75), type = 7, names = FALSE) else rep(NA, 3)
  both <- !is.na(x) & !is.na(b); change <- (x - b)[both]; nc <- length(change)
  s <- if (nc > 1) sd(change) else NA
  equal <- nc > 1 && diff(range(round(change, 9))) == 0
  half <- if (nc > 1) qt(.975, nc - 1) * s / sqrt(nc) else NA
  k <- sum((b - x)[both] > 5 & (b - x)[both] >= .25 * b[both])
  z <- qnorm(.975); p <- k / nc
  wilson <- (p + z^2 / (2 * nc) + c(-1, 1) * z * sqrt(p * (1 - p) / nc + z^2 / (4 * nc^2))) / (1 + z^2 / nc)
  if (nc > 0 && k == 0) wilson[1] <- 0
  if (nc > 0 && k == nc) wilson[2] <- 1
  cp <- c(if (k == 0) 0 else qbeta(.025, k, nc - k + 1), if (k == nc) 1 else qbeta(.975, k + 1, nc - k))
  later <- v > 1; skin <- later && m == "mrss_total"
  data.frame(scope, rule = if (rule == "s") "strict" else "contiguous", variable = m, month = visits$month[v], n, n_expected = expected,
    mean = if (n > 0) mean(seen) else NA, sd = if (n > 1) sd(seen) else NA, median = q[2], q1 = q[1], q3 = q[3],
    min = if (n > 0) min(seen) else NA, max = if (n > 0) max(seen) else NA,
    change_n = if (later) nc else NA, change_mean = if (later && nc > 0) mean(change) else NA, change_sd = if (later) s else NA,
    change_median = if (later && nc > 0) median(change) else NA,
    ci_low = if (later && nc > 1) mean(change) - half else NA, ci_high = if (later && nc > 1) mean(change) + half else NA,
    t_p = if (later && nc > 1 && !equal) 2 * pt(-abs(mean(change) / (s / sqrt(nc))), nc - 1) else NA,
    wilcoxon_p = if (later && nc > 0) signed_rank_p(change) else NA,
    k = if (skin) k else NA, wilson_low = if (skin && nc > 0) wilson[1] else NA, wilson_high = if (skin && nc > 0) wilson[2] else NA,
    cp_low = if (skin && nc > 0) cp[1] else NA, cp_high = if (skin && nc > 0) cp[2] else NA)
}
scopes <- c("overall", sort(unique(subjects$site_id)))
rows <- list()
for (scope in scopes) for (rule in if (scope == "overall") c("s", "c") else "s") for (m in measures) for (v in seq_len(nrow(visits)))
  rows[[length(rows) + 1]] <- figures(scope, rule, m, v)
expected <- do.call(rbind, rows)

lungs <- list()
for (i in which(subjects$ild == "Y")) for (v in 2:nrow(visits)) {
  d <- data[data$subject_id == subjects$subject_id[i], ]
  at <- function(m, visit) value_at(d, m, visit, "s")
  f <- 100 * (at("fvc_pct_pred", v) - at("fvc_pct_pred", 1)) / at("fvc_pct_pred", 1)
  g <- 100 * (at("dlco_pct_pred", v) - at("dlco_pct_pred", 1)) / at("dlco_pct_pred", 1)
  if (is.na(f)) next
  f9 <- round(f, 9); g9 <- round(g, 9)
  category <- if (f9 <= -10) "worsened" else if (f9 >= 10) "improved" else if (abs(f9) >= 5 && is.na(g9)) "indeterminate"
    else if (f9 <= -5 && g9 <= -15) "worsened" else if (f9 >= 5 && g9 >= 15) "improved" else "stable"
  lungs[[length(lungs) + 1]] <- data.frame(site = subjects$site_id[i], subject = subjects$subject_id[i], month = visits$month[v], category, fvc = f, dlco = g)
}

## Files -----------------------------------------------------------------------------------------------------------------------
full <- function(frame) { for (c in names(frame)) if (is.numeric(frame[[c]])) frame[[c]] <- ifelse(is.na(frame[[c]]), "NA", sprintf("%.15g", frame[[c]])); frame }
plain <- function(frame) { for (c in names(frame)) frame[[c]] <- ifelse(is.na(frame[[c]]), "", as.character(frame[[c]])); frame }
write.csv(plain(events), "larger_events.csv", row.names = FALSE, quote = FALSE)
write.csv(plain(activity), "larger_activity.csv", row.names = FALSE, quote = FALSE)
write.csv(plain(subjects), "larger_subjects.csv", row.names = FALSE, quote = FALSE)
write.csv(plain(data), "larger_visits.csv", row.names = FALSE, quote = FALSE)
write.csv(full(expected), "larger_expected.csv", row.names = FALSE, quote = FALSE)
write.csv(full(do.call(rbind, lungs)), "larger_ild_expected.csv", row.names = FALSE, quote = FALSE)

# Proportions and signed ranks beyond the sizes of the study.
proportions <- do.call(rbind, lapply(c(1, 2, 7, 60, 500, 20000), function(n) do.call(rbind, lapply(unique(round(c(0, 1, n / 3, n - 1, n))), function(k) {
  z <- qnorm(.975); p <- k / n
  w <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  data.frame(k, n, wilson_low = if (k == 0) 0 else w[1], wilson_high = if (k == n) 1 else w[2],
             cp_low = if (k == 0) 0 else qbeta(.025, k, n - k + 1), cp_high = if (k == n) 1 else qbeta(.975, k + 1, n - k))
}))))
write.csv(full(proportions), "proportions_expected.csv", row.names = FALSE, quote = FALSE)
ranks <- do.call(rbind, lapply(c(1:30, 50, 60, 100, 200, 301, 700, 1100), function(n) {
  d <- sample(c(-8:8, seq(-3, 3, by = .5)), n, TRUE) - sample(c(0, .5), 1)
  if (n == 700) d <- seq_len(n) * sample(c(-1, 1), n, TRUE, c(.55, .45)) # no ties: psignrank of R must say the same
  if (n == 700) stopifnot(abs(signed_rank_p(d) / (2 * psignrank(min(sum(d[d > 0]), -sum(d[d < 0])), n)) - 1) < 1e-9)
  data.frame(p = signed_rank_p(d), differences = paste(d, collapse = " "))
}))
write.csv(full(ranks), "signed_ranks_expected.csv", row.names = FALSE, quote = FALSE)
