namespace SscPipeline.Domain.LungFunction;

/// <summary>What a reference equation predicts, in the unit that the equation is published in.</summary>
public enum LungParameter
{
    /// <summary>L.</summary>
    Fev1,

    /// <summary>L.</summary>
    Fvc,

    /// <summary>A fraction of 1; percent in <see cref="ReferenceSet.Jian2017"/>.</summary>
    Fev1Fvc,

    /// <summary>L.</summary>
    Tlc,

    /// <summary>Transfer factor in SI units, mmol/min/kPa.</summary>
    Tlco,

    /// <summary>Transfer factor in traditional units, mL/min/mmHg; its published equation is 2.987 times that of <see cref="Tlco"/>.</summary>
    Dlco,

    /// <summary>Transfer coefficient in SI units, mmol/min/kPa/L.</summary>
    Kco,

    /// <summary>Transfer coefficient in traditional units, mL/min/mmHg/L.</summary>
    KcoTraditional,

    /// <summary>L.</summary>
    Va,
}
