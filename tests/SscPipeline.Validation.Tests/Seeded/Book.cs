using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>A study written into a workbook, with the place of everything that was written.</summary>
internal sealed class Book(Study study, Habits habits, Pen pen)
{
    private static readonly string[] Facts = ["sex", "age_years", "height_cm", "imatinib_start_date", "imatinib_last_dose_date"];

    private readonly List<Grid> grids = [];
    private readonly Dictionary<(object Of, string Variable), string> places = [];

    /// <summary>Columns that no study has: heading and what stands below it.</summary>
    public List<(string Heading, string Text)> OtherColumns { get; } = [];

    public List<WorkbookText> Texts { get; } = [];

    /// <summary>Notes on a cell: whose and of which variable.</summary>
    public List<(Entry Of, string Variable, string Text)> Notes { get; } = [];

    /// <summary>"Visits!C4": where this was written.</summary>
    public string Place(object of, string variable) => places[(of, variable)];

    public Workbook Write()
    {
        switch (habits.Layout)
        {
            case Layout.Wide or Layout.TwoRows:
                WriteWide();
                break;
            case Layout.SheetPerVisit:
                WriteSubjects();
                foreach (var month in study.Months)
                {
                    WriteLong(VisitName(month), [.. study.Visits.Where(visit => visit.Month == month)], time: false);
                }

                break;
            default:
                if (habits.Layout == Layout.Long)
                {
                    WriteSubjects();
                }

                WriteLong(habits.IsChinese ? "随访" : "Visits", study.Visits, time: true);
                break;
        }

        if (study.Events.Count > 0)
        {
            WriteLong(habits.IsChinese ? "不良事件" : "Adverse events", study.Events, time: true);
        }

        foreach (var (of, variable, text) in Notes)
        {
            var place = Place(of, variable).Split('!');
            grids.Single(grid => grid.Name == place[0]).Comments.Add(new SheetComment(CellAddress.TryParse(place[1])!.Value, "", text));
        }

        return new Workbook(WorkbookFormat.Xlsx, [.. grids.Select(grid => grid.ToSheet())]) { Uses1904Dates = habits.Dates == Dates.Serial1904, Texts = [.. Texts] };
    }

    private void WriteSubjects() => WriteLong(habits.IsChinese ? "受试者" : "Subjects", study.Subjects, time: true);

    private void WriteLong(string name, List<Entry> entries, bool time)
    {
        var grid = Add(name);
        var row = Title(grid);
        var variables = entries.SelectMany(entry => entry.Values.Keys).Distinct().Where(variable => time || variable != "visit_month").ToList();
        var withUnits = habits.HasUnitsRow && entries == study.Visits;
        Heading(grid, row, 1, "subject_id");
        for (var i = 0; i < variables.Count; i++)
        {
            grid.Text(row, i + 2, Header(variables[i], withUnits));
            grid.Text(row + 1, i + 2, withUnits ? Vocabulary.Terms[variables[i]].Unit(habits).Text : "");
            places.TryAdd((name, variables[i]), At(grid, row, i + 2));
        }

        Others(grid, row, variables.Count + 2, entries.Count);
        row += withUnits && variables.Exists(variable => Vocabulary.Terms[variable].Unit(habits).Text.Length > 0) ? 1 : 0;
        foreach (var entry in entries)
        {
            row++;
            Subject(grid, row, entry);
            for (var i = 0; i < variables.Count; i++)
            {
                Put(grid, row, i + 2, entry, variables[i]);
            }
        }

        Summary(grid, row + 1, variables, entries);
    }

    private void WriteWide()
    {
        var grid = Add(habits.IsChinese ? "数据" : "Data");
        var row = Title(grid);
        var measures = study.Visits[0].Values.Keys.Where(variable => variable is not ("visit_month" or "comment")).ToList();
        var isTwo = habits.Layout == Layout.TwoRows;
        var headings = row + (isTwo ? 1 : 0);
        Heading(grid, headings, 1, "subject_id");
        for (var i = 0; i < Facts.Length; i++)
        {
            Heading(grid, headings, i + 2, Facts[i]);
        }

        foreach (var (at, month) in study.Months.Index())
        {
            var first = Facts.Length + 2 + (at * measures.Count);
            if (isTwo)
            {
                grid.Text(row, first, VisitName(month));
                grid.Merge(row, first, first + measures.Count - 1);
            }

            for (var i = 0; i < measures.Count; i++)
            {
                grid.Text(headings, first + i, isTwo ? Header(measures[i], false) : $"{Header(measures[i], false)} {VisitName(month)}");
            }
        }

        Others(grid, headings, Facts.Length + 2 + (study.Months.Length * measures.Count), study.Subjects.Count);
        foreach (var (index, subject) in study.Subjects.Index())
        {
            var line = headings + 1 + index;
            Subject(grid, line, subject);
            for (var i = 0; i < Facts.Length; i++)
            {
                Put(grid, line, i + 2, subject, Facts[i]);
            }

            foreach (var visit in study.Visits.Where(visit => visit.Subject == subject.Subject))
            {
                var first = Facts.Length + 2 + (Array.IndexOf(study.Months, visit.Month) * measures.Count);
                for (var i = 0; i < measures.Count; i++)
                {
                    Put(grid, line, first + i, visit, measures[i]);
                }
            }
        }
    }

    private Grid Add(string name)
    {
        var grid = new Grid(name);
        grids.Add(grid);
        return grid;
    }

    /// <summary>The row of the headings.</summary>
    private int Title(Grid grid)
    {
        if (!habits.HasTitle)
        {
            return 1;
        }

        grid.Text(1, 1, habits.IsChinese ? "系统性硬化症伊马替尼研究" : "Imatinib in systemic sclerosis");
        grid.Merge(1, 1, 8);
        return 3;
    }

    private void Heading(Grid grid, int row, int column, string variable) => grid.Text(row, column, Header(variable, false));

    private string Header(string variable, bool unitsBelow)
    {
        var (name, unit) = (Vocabulary.Terms[variable].Name(habits), Vocabulary.Terms[variable].Unit(habits).Text);
        return unit.Length == 0 || unitsBelow ? name : (habits.Spelling % 3) switch { 0 => $"{name} ({unit})", 1 => $"{name} [{unit}]", _ => $"{name}, {unit}" };
    }

    private void Subject(Grid grid, int row, Entry entry)
    {
        grid.Text(row, 1, entry.Subject);
        places[(entry, "subject_id")] = At(grid, row, 1);
    }

    private void Put(Grid grid, int row, int column, Entry entry, string variable)
    {
        places[(entry, variable)] = At(grid, row, column);
        if (entry.Values.TryGetValue(variable, out var value))
        {
            grid.Set(row, column, pen.Write(variable, value));
        }
    }

    private void Others(Grid grid, int row, int column, int count)
    {
        for (var i = 0; i < OtherColumns.Count && grids.Count == 1; i++)
        {
            grid.Text(row, column + i, OtherColumns[i].Heading);
            places[(this, OtherColumns[i].Heading)] = At(grid, row, column + i);
            for (var below = 1; below <= count; below++)
            {
                grid.Text(row + below, column + i, OtherColumns[i].Text);
            }
        }
    }

    private void Summary(Grid grid, int row, List<string> variables, List<Entry> entries)
    {
        if (habits.HasSummary && variables.IndexOf("weight_kg") is >= 0 and var at)
        {
            grid.Text(row, 1, habits.IsChinese ? "平均值" : "Mean");
            var numbers = entries.Select(entry => entry.Values["weight_kg"]).OfType<decimal>().ToList();
            grid.Set(row, at + 2, pen.Write("haq_di", Math.Round(numbers.Average(), 2)));
        }
    }

    private string VisitName(int month) => (habits.IsChinese, habits.Spelling % 2) switch
    {
        (true, 0) => month == 0 ? "基线" : $"{month}个月",
        (true, _) => month == 0 ? "基线" : $"{month}月",
        (_, 0) => month == 0 ? "BL" : $"{month}m",
        _ => month == 0 ? "Baseline" : $"Month {month}",
    };

    private static string At(Grid grid, int row, int column) => $"{grid.Name}!{new CellAddress(row, column)}";
}
