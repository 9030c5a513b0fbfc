using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Tests;

public sealed class CaseTests
{
    public static TheoryData<string, string> Cases(string kind)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in CaseFile.All().Where(file => file.Name.StartsWith(kind, StringComparison.Ordinal)))
        {
            data.Add(file.Check, file.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases), "negative")]
    public void What_is_wrong_is_found_at_exactly_these_cells(string check, string name)
    {
        var file = new CaseFile(check, name);

        var found = file.Run();

        Assert.Equal(file.Expected(), found.Short().Where(issue => issue.EndsWith(check, StringComparison.Ordinal)));
        Assert.DoesNotContain(found.Checks, result => result.Status == CheckStatus.Broken);
    }

    [Theory]
    [MemberData(nameof(Cases), "positive")]
    [MemberData(nameof(Cases), "inside")]
    public void What_is_right_or_just_right_enough_passes(string check, string name)
    {
        var found = new CaseFile(check, name).Run();

        Assert.DoesNotContain(found.Issues, issue => issue.Check == check);
        Assert.Equal(CheckStatus.Passed, found.Checks.Single(result => result.Id == check).Status);
    }

    [Theory]
    [MemberData(nameof(Cases), "positive")]
    public void A_right_example_has_no_error_of_any_kind(string check, string name) =>
        Assert.Empty(new CaseFile(check, name).Run().Errors());
}
