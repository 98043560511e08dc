using System.Globalization;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Whether a person is behind a process on Linux, by what the kernel says of it and of those that started it.</summary>
internal static class LinuxSession
{
    /// <summary>The kernel's "not set": the process descends from no login.</summary>
    private const uint NoLogin = uint.MaxValue;

    /// <summary>More ancestors than any process has.</summary>
    private const int MostAncestors = 1000;

    /// <summary>
    /// Whether this process descends from no login, has no terminal, and nobody took on its account on the way (<c>sudo</c>, <c>su</c>).
    /// What can't be read counts as a person.
    /// </summary>
    /// <param name="proc">The kernel's view, <c>/proc</c>.</param>
    public static bool IsUnattended(string proc)
    {
        try
        {
            return !HasLogin(Path.Combine(proc, "self", "loginuid")) && IsStartedByMachine(proc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    private static bool HasLogin(string file)
    {
        try
        {
            return uint.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) != NoLogin;
        }
        catch (FileNotFoundException)
        {
            // A kernel without auditing keeps none; then terminal and ancestors tell.
            return false;
        }
    }

    private static bool IsStartedByMachine(string proc)
    {
        var self = ProcessFacts.Read(Path.Combine(proc, "self"));
        if (self.HasTerminal || self.RealUser != self.EffectiveUser)
        {
            return false;
        }

        // The first process starts services; what is above it is another machine's.
        var parent = self.Parent;
        for (var i = 0; parent > 1; i++)
        {
            var ancestor = ProcessFacts.Read(Path.Combine(proc, parent.ToString(CultureInfo.InvariantCulture)));
            var isOther = ancestor.RealUser != self.RealUser && ancestor.RealUser != 0;
            if (ancestor.HasTerminal || isOther || i == MostAncestors)
            {
                return false;
            }

            parent = ancestor.Parent;
        }

        return true;
    }

    /// <summary>What the kernel says of one process.</summary>
    private sealed record ProcessFacts(int Parent, bool HasTerminal, uint RealUser, uint EffectiveUser)
    {
        public static ProcessFacts Read(string folder)
        {
            // pid (name) state parent group session terminal …; the name may hold anything, also parentheses.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var users = File.ReadLines(Path.Combine(folder, "status"))
                .FirstOrDefault(static l => l.StartsWith("Uid:", StringComparison.Ordinal))?
                .Split('\t', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > 4 && users is { Length: > 2 }
                ? new(Number(fields[1]), Number(fields[4]) != 0, User(users[1]), User(users[2]))
                : throw new FormatException(folder);
        }

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

        private static uint User(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
    }
}
