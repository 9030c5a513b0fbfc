namespace SscPipeline.Domain.LungFunction;

/// <summary>A published set of reference equations. One set serves all visits of all subjects: sets are never mixed within a change.</summary>
public enum ReferenceSet
{
    /// <summary>FEV1, FVC and their ratio by ethnicity code 1 to 5, ages 3 to 95. doi:10.1183/09031936.00080312.</summary>
    Gli2012,

    /// <summary>FEV1, FVC and their ratio without ethnicity, ages 3 to 95; what the ATS recommends. doi:10.1164/rccm.202205-0963OC.</summary>
    GliGlobal2022,

    /// <summary>Transfer factor, transfer coefficient and alveolar volume with the correction of 2020, uncorrected for haemoglobin, ages 5 to 85.
    /// doi:10.1183/13993003.00010-2017, doi:10.1183/13993003.50010-2017.</summary>
    Gli2017,

    /// <summary>Total lung capacity, ages 5 to 80. doi:10.1183/13993003.00289-2020.</summary>
    Gli2021,

    /// <summary>FEV1, FVC and their ratio (in percent) for China, ages 4 to 80. doi:10.21037/jtd.2017.10.110.</summary>
    Jian2017,
}
