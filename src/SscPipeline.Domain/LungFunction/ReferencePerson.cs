namespace SscPipeline.Domain.LungFunction;

public enum Sex
{
    Female,
    Male,
}

/// <summary>What a reference equation asks of a person.</summary>
/// <param name="AgeYears">At the test, in decimal years.</param>
/// <param name="HeightCm">Standing height in centimetres.</param>
/// <param name="Ethnicity">Code of GLI-2012 only: 1 Caucasian, 2 African-American, 3 North-East Asian, 4 South-East Asian, 5 other or mixed.</param>
public readonly record struct ReferencePerson(Sex Sex, double AgeYears, double HeightCm, int Ethnicity = 5);
