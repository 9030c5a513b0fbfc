using System.Globalization;
using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Domain.Tests.LungFunction;

public sealed class ReferenceEquationsTests
{
    public static TheoryData<string> Cases => [.. Lines().Skip(1)];

    [Theory, MemberData(nameof(Cases))]
    public void A_published_equation_gives_the_independently_computed_value(string line)
    {
        var field = line.Split(',');
        var person = new ReferencePerson(field[4] == "F" ? Sex.Female : Sex.Male, Number(field[5]), Number(field[6]), Ethnicity(field[7]));

        var reference = ReferenceEquations.Predict(Set(field[1]), Enum.Parse<LungParameter>(field[2], ignoreCase: true), person)!.Value;
        var measured = Number(field[8]);

        Assert.Equal(Number(field[9]), reference.L, 1e-6);
        Assert.Equal(Number(field[10]), reference.M, 1e-6);
        Assert.Equal(Number(field[11]), reference.S, 1e-6);
        Assert.Equal(Number(field[12]), reference.M, 5.1e-5);
        Assert.Equal(Number(field[13]), reference.PercentPredicted(measured), 5.1e-4);
        Assert.Equal(Number(field[14]), reference.ZScore(measured), 5.1e-5);
        Assert.Equal(Number(field[15]), reference.LowerLimit, 5.1e-5);
        Assert.Equal(Number(field[16]), reference.UpperLimit, 5.1e-5);
    }

    [Theory]
    [InlineData(ReferenceSet.GliGlobal2022, LungParameter.Fvc, 2.99)]
    [InlineData(ReferenceSet.GliGlobal2022, LungParameter.Fvc, 95.01)]
    [InlineData(ReferenceSet.Gli2017, LungParameter.Tlco, 85.01)]
    [InlineData(ReferenceSet.Gli2021, LungParameter.Tlc, 80.01)]
    [InlineData(ReferenceSet.Gli2021, LungParameter.Fvc, 45)]
    public void An_age_or_parameter_that_a_set_does_not_cover_has_no_predicted_value(ReferenceSet set, LungParameter parameter, double age) =>
        Assert.Null(ReferenceEquations.Predict(set, parameter, new ReferencePerson(Sex.Female, age, 158)));

    [Theory]
    [InlineData(ReferenceSet.GliGlobal2022, LungParameter.Fvc, 3)]
    [InlineData(ReferenceSet.GliGlobal2022, LungParameter.Fvc, 95)]
    [InlineData(ReferenceSet.Gli2017, LungParameter.Tlco, 85)]
    [InlineData(ReferenceSet.Gli2021, LungParameter.Tlc, 80)]
    public void The_first_and_last_age_of_a_set_are_covered(ReferenceSet set, LungParameter parameter, double age) =>
        Assert.NotNull(ReferenceEquations.Predict(set, parameter, new ReferencePerson(Sex.Male, age, 158)));

    private static ReferenceSet Set(string name) => name switch
    {
        "GLI-2012" => ReferenceSet.Gli2012,
        "GLI-Global-2022" => ReferenceSet.GliGlobal2022,
        "GLI-2017" => ReferenceSet.Gli2017,
        "GLI-2021" => ReferenceSet.Gli2021,
        "JIAN-2017" => ReferenceSet.Jian2017,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static int Ethnicity(string text) => text.Length == 0 || text == "NA" ? 5 : int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "LungFunction", "check_cases.csv")).Where(line => !line.StartsWith('#'));
}
