using System.Collections.Immutable;

namespace SscPipeline.Reporting.Export;

/// <summary>What a reader of the files has to know beyond their columns.</summary>
internal static class DefineTexts
{
    public static ImmutableArray<string> Format { get; } =
    [
        "UTF-8 without byte order mark, fields separated by commas, lines ended by a line feed, quoted where RFC 4180 asks for it; the first line names the columns. An empty field is a missing value.",
        "Numbers have a decimal point, no thousands separators and all their digits; dates are ISO 8601. Same data, same bytes.",
        "A text that a spreadsheet would run as a formula has one apostrophe put in front. To undo it: where a field begins with one or more apostrophes followed by =, +, -, @, a tab or a carriage return, remove the first apostrophe. "
        + "Numbers never get one.",
        "Rows are in the order of sites, subjects and study days; --SEQ follows the file and is not kept from one export to the next.",
        "Only what is current (or was, at the time of asOf) and not withheld: a value that an error withholds has no row.",
        "Study days: --DY follows CDISC (the day before the first dose is -1), SRCDAY and outcomes.csv follow the pipeline (it is 0).",
    ];

    public static ImmutableArray<string> StillNeeded { get; } =
    [
        "SAS transport files or Dataset-JSON, Define-XML, an annotated case report form and a reviewer's guide; validation with CDISC CORE or a like program.",
        "A comparison of every code of a test and every unit with a release of CDISC Controlled Terminology: skin areas, assessors, recomputed values, score and fraction are words of this study.",
        "Columns marked Extra belong into SUPP-- datasets, or out.",
        "MedDRA coding: AEDECOD, AEBODSYS and the other terms of the hierarchy are absent; the CTCAE term is as the site sent it.",
        "In DM: RFICDTC, RACE, ETHNIC, COUNTRY and the reasons for a missing actual arm; none is collected. STUDYID is the study's name and not a protocol number.",
        "Trial design (TA, TE, TV, TI, TS) and SE, SV, DS, MH, CM. Total parenteral nutrition, disease subset, disease duration and lung involvement stay in the tidy files.",
        "Baseline flags (--LOBXFL), reference ranges, specimens, methods and positions of measurements, times of day.",
        "Dates where sites send study days or months only, and the original results where only the canonical value was kept (it was the same, or the site named no unit).",
        "Each dose as it was taken: EX is put together from the subject's dose, doses at visits, and first and last dose.",
    ];
}
