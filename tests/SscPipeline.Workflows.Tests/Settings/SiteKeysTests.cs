using Microsoft.Extensions.Configuration;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Tests.Settings;

public sealed class SiteKeysTests
{
    private static readonly string Hash = SiteKey.Of("the key").Hash;

    [Fact]
    public void A_key_opens_its_own_site_and_no_other()
    {
        var keys = Read(("site-a", Hash), ("site-b", SiteKey.Of("another").Hash));

        Assert.Equal("site-a", keys.Open("site-a", "the key")?.Value);
        Assert.Null(keys.Open("site-b", "the key"));
        Assert.Null(keys.Open("site-c", "the key"));
        Assert.Null(keys.Open("site-a", "The key"));
        Assert.Null(keys.Open("site-a", ""));
        Assert.Null(keys.Open("site-a", Hash));
        Assert.Null(SiteKeys.None.Open("site-a", "the key"));
    }

    [Fact]
    public void While_a_key_is_changed_the_old_and_the_new_one_open_the_site()
    {
        var keys = Read(("site-a", $"{Hash} ; {SiteKey.Of("the new key").Hash.ToUpperInvariant()};"));

        Assert.Equal("site-a", keys.Open("site-a", "the key")?.Value);
        Assert.Equal("site-a", keys.Open("site-a", "the new key")?.Value);
        Assert.Null(keys.Open("site-a", "the key;the new key"));
    }

    [Fact]
    public void A_variable_may_write_underscores_for_the_hyphens_of_a_site() =>
        Assert.Equal("site-a-2", Read(("site_a_2", Hash)).Open("site-a-2", "the key")?.Value);

    [Fact]
    public void A_key_that_begins_like_a_longer_one_opens_nothing()
    {
        var longest = new string('k', 512);

        Assert.NotNull(Read(("site-a", SiteKey.Of(longest).Hash)).Open("site-a", longest));
        Assert.Null(Read(("site-a", SiteKey.Of(longest).Hash)).Open("site-a", longest + "k"));
    }

    [Theory]
    [InlineData("site-a", "the key")]
    [InlineData("site-a", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("site-a", ";")]
    [InlineData("site-a", "five")]
    [InlineData("Site A", "")]
    public void A_wrong_setting_stops_the_start_and_is_not_repeated(string site, string value)
    {
        var text = value switch { "five" => string.Join(';', Enumerable.Repeat(Hash, 5)), "" => Hash, _ => value };

        var wrong = Assert.Throws<SettingException>(() => Read((site, text)));

        Assert.StartsWith($"Setting 'Ssc:Sites:{site}:KeyHash'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("ssc site-key", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value.Length > 1 ? value : Hash, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_set_under_both_spellings_stops_the_start() =>
        Assert.Contains("twice for site site-a", Assert.Throws<SettingException>(() => Read(("site-a", Hash), ("site_a", Hash))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_new_key_is_long_never_the_same_and_opens_with_its_printed_setting()
    {
        var made = Enumerable.Range(0, 50).Select(_ => SiteKey.Make()).ToList();

        Assert.Equal(50, made.Select(key => key.Key).Distinct().Count());
        Assert.All(made, key => Assert.Matches("^[A-Za-z0-9_-]{43}$", key.Key));
        Assert.Equal("site-a", Read(("site_a", made[0].Hash)).Open("site-a", made[0].Key)?.Value);
        Assert.Equal("Ssc__Sites__site_a__KeyHash", SiteKey.SettingOf(Domain.Submissions.SiteCode.Parse("site-a")));
    }

    private static SiteKeys Read(params (string Site, string Hash)[] hashes) => SiteKeys.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(hashes.Select(one => KeyValuePair.Create($"Ssc:Sites:{one.Site}:KeyHash", (string?)one.Hash))).Build().GetSection("Ssc:Sites"));
}
