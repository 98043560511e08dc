using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Checks a policy before it counts: browsers pass over what they can't read, and then nothing is blocked.</summary>
internal static class BrowserCheck
{
    /// <summary>As <see cref="IEnforcementDriver.CheckAsync"/>.</summary>
    public static async Task<string?> RunAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken)
    {
        var staged = await File.ReadAllBytesAsync(stagedEntry, cancellationToken).ConfigureAwait(false);
        CheckForm(target, staged);
        if (target.Platform != BrowserPlatform.Linux)
        {
            return null;
        }

        RefuseForeign(target, plan.Entry.Path);
        var rivals = ManagedFolder.Rivals(target, plan.Entry.Path);
        if (rivals.FirstOrDefault(r => ManagedFolder.Counts(r, plan.Entry.Path)) is { } last)
        {
            throw BrowserFaults.Overridden(target.Name, last, plan.Entry.Path).ToException();
        }

        return rivals.Count == 0 ? null : $"{string.Join(", ", rivals)} sets policies that {plan.Entry.Path} sets too. The browser takes the last by name, so that those of the other file are lost. Take them out there.";
    }

    private static void CheckForm(EnforcementTargetConfig target, byte[] staged)
    {
        string? wrong;
        try
        {
            wrong = PolicyShape.FindWrong(target.Format, PolicyFile.Read(target, staged));
        }
        catch (FormatException e)
        {
            wrong = e.Message;
        }

        if (wrong is not null)
        {
            throw EnforcementFaults.CheckFailed(target.Name, "Reading the policy again", $"{wrong}.").ToException();
        }
    }

    /// <summary>
    /// A file of the school's own policies is not replaced by ours: its other policies would end without a word. What no browser can read
    /// holds none in force, and is.
    /// </summary>
    private static void RefuseForeign(EnforcementTargetConfig target, string path)
    {
        if (TargetFiles.ReadIfThere(path) is { } content && LinuxFile.ReadForeign(target, content) is { } policy && PolicyShape.Foreign(target.Format, policy) is { Count: > 0 } foreign)
        {
            throw BrowserFaults.NotOurs(target.Name, path, foreign).ToException();
        }
    }
}
