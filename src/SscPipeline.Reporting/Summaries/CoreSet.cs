namespace SscPipeline.Reporting.Summaries;

/// <summary>The five items that composite indices of systemic sclerosis are made from; FVC in % predicted, globals on 0 to 10.</summary>
internal readonly record struct CoreSet(decimal Mrss, decimal Fvc, decimal PatientGlobal, decimal PhysicianGlobal, decimal HaqDi)
{
    public static CoreSet operator -(CoreSet now, CoreSet before) => new(
        now.Mrss - before.Mrss,
        now.Fvc - before.Fvc,
        now.PatientGlobal - before.PatientGlobal,
        now.PhysicianGlobal - before.PhysicianGlobal,
        now.HaqDi - before.HaqDi);
}
