using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>
/// Makes one part of the report of what was found elsewhere. A new part is a class with this interface, a line in
/// <see cref="ReportSections.All"/>, its rows in <see cref="AudienceTable"/>, and the ids of its tables in <c>ReportEndings</c>.
/// </summary>
internal interface IReportSection
{
    /// <summary>Its id in <see cref="AudienceTable"/>.</summary>
    string Id { get; }

    /// <summary>Its heading.</summary>
    string Title { get; }

    /// <summary>Makes the part for the detail that is asked for, never for more.</summary>
    /// <param name="input">What it is made of, and for whom; its detail is not <see cref="ReportDetail.None"/>.</param>
    ReportSection Make(SectionInput input);
}
