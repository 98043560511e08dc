namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What commands are about: the engine's capabilities, in words for people.</summary>
internal static class HelpAreas
{
    private const string Engine = "Rosewood.PolicyAdmin.";

    /// <summary>The area of a request: the first part of its namespace behind the engine's.</summary>
    public static string Of(Type request)
    {
        var space = request.Namespace!;
        var capability = space.StartsWith(Engine, StringComparison.Ordinal) ? space[Engine.Length..].Split('.')[0] : space;
        return capability switch
        {
            "Catalogue" => "Services",
            "Correspondence" => "Correspondence with families",
            "Enforcement" => "The block",
            "Findings" => "Dismissals of findings",
            "Governance" => "Governance and data protection",
            "Graph" => "Microsoft 365 tenant",
            "Reporting" => "Reports",
            "SignIns" => "Sign-ins and absences",
            "Traffic" => "Logs and visits",
            _ => capability,
        };
    }

    /// <summary>Things by area, in the order in which areas come first.</summary>
    /// <param name="things">The things.</param>
    /// <param name="request">The request's type of each.</param>
    public static IEnumerable<IGrouping<string, T>> Group<T>(IEnumerable<T> things, Func<T, Type> request) =>
        things.GroupBy(t => Of(request(t)), StringComparer.Ordinal);
}
