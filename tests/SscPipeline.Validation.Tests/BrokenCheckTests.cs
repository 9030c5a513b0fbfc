using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Tests;

public sealed class BrokenCheckTests
{
    [Fact]
    public void A_check_that_fails_by_our_fault_is_marked_and_the_others_run_on()
    {
        var reading = Examples.Checker.Read(
            "a.csv", Examples.Workbook(Examples.Sheet("Sheet1", "subject_id,study_day,fvc_l,fev1_l\nS1,1,2.5,2.6\n")), CancellationToken.None);

        var found = new CheckRun(Lexicon.Load(CsvTable.Load), new CheckingOptions(), reading, Examples.Alone)
        {
            OfRecords = [[new Throwing(), new Fev1IsNotLargerThanFvc()]],
        }.Run(CancellationToken.None);

        Assert.Equal(CheckResult.Broken("SSC-021"), found.Checks.Single(check => check.Id == "SSC-021"));
        Assert.Equal(["Sheet1!D2 SSC-031"], found.Short());
        Assert.False(found.IsRejected);
    }

    private sealed class Throwing : IRecordCheck
    {
        public string Id => "SSC-021";

        public void Run(DocumentView document, FindingLog log)
        {
            log.Add(Finding.OfFile(Id));
            throw new InvalidOperationException("our fault");
        }
    }
}
