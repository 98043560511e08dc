namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class HtmlReportTests
{
    [Fact]
    public void The_page_of_a_fixed_report_is_as_approved() => Approved.Matches(SampleReport.Html(SampleReport.Fixed), "html");
}
