using System.Text;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

[Collection(nameof(ServedCollection))]
public sealed class HttpLogTests(ServedStudy study)
{
    [Fact]
    public async Task The_log_of_every_level_holds_no_key_no_name_and_no_content()
    {
        using var site = Caller.Of(study, "site-15");
        using var thief = Caller.With(study, "GUESSED-KEY");
        const string Csv = "subject_id,study day,mrss,SECRETHEADING\nSECRETSUBJECT,1,20,SECRETVALUE\n";
        var before = study.Log.Count;

        await site.PostAsync("sites/site-15/submissions?document=SECRETNAME.csv", Csv);
        await site.PostAsync("sites/site-15/check?name=SECRETNAME.csv", Csv);
        await site.PostAsync("sites/site-15/submissions?document=SECRETNAME/../x", Csv);
        await site.PostAsync("check?name=SECRETNAME", Csv, ("x-functions-key", ServedStudy.FunctionKey));
        await thief.GetAsync("sites/SECRETSITE/submissions");
        var settled = await study.SettledAsync("site-15", "SECRETNAME.csv");
        await site.GetAsync($"sites/site-15/submissions/{settled.SubmissionId}/receipt?note=SECRETNOTE");

        var said = string.Join('\n', study.Log.Skip(before));
        Assert.Contains(settled.SubmissionId, said, StringComparison.Ordinal);
        Assert.Contains("1050", said, StringComparison.Ordinal);
        Assert.Contains("1051", said, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("GUESSED", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ServedStudy.KeyOf("site-15"), said, StringComparison.Ordinal);
        Assert.DoesNotContain(ServedStudy.FunctionKey, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(ServedStudy.KeyOf("site-15")))), said, StringComparison.Ordinal);
    }
}
