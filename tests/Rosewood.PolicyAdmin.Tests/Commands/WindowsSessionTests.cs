using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class WindowsSessionTests
{
    private const string System = "S-1-5-18";
    private const string Person = "S-1-5-21-1-2-3-1001";

    [Theory]
    [InlineData(0, System, "S-1-5-32-544", true)] // a scheduled task of the system
    [InlineData(0, Person, "S-1-5-3", true)] // a scheduled task of an account
    [InlineData(0, Person, "S-1-5-6", true)] // a service of an account
    [InlineData(1, System, "S-1-5-32-544", false)] // a shell that somebody opened as the system on their desktop
    [InlineData(1, Person, "S-1-5-4", false)] // a desktop
    [InlineData(0, Person, "S-1-5-2", false)] // PowerShell remoting
    [InlineData(0, Person, "S-1-5-3;S-1-5-2", false)]
    [InlineData(0, System, "S-1-5-4", false)]
    [InlineData(0, Person, "", false)]
    [InlineData(0, null, "", false)]
    public void Services_and_tasks_are_unattended_and_people_are_not(int session, string? user, string groups, bool unattended) =>
        WindowsSession.IsUnattended(session, user, groups.Split(';')).ShouldBe(unattended);
}
