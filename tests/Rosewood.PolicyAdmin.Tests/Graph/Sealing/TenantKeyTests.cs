using Rosewood.PolicyAdmin.Graph;

namespace Rosewood.PolicyAdmin.Tests.Graph.Sealing;

public sealed class TenantKeyTests
{
    private static readonly SyncPolicyTenant Traces = new() { Source = [TenantSource.MessageTraces] };

    [Fact]
    public async Task The_key_is_the_owners_alone_and_lies_outside_of_the_store_and_of_the_slices()
    {
        await using var school = await TenantSchool.StartAsync();
        await school.RunAsync(Traces);

        File.ReadAllBytes(school.Paths.Key).Length.ShouldBe(32);
        Path.GetDirectoryName(school.Paths.Key).ShouldBe(Path.Combine(school.Folder, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(school.Paths.Key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_lost_key_is_never_replaced_in_silence()
    {
        await using var school = await TenantSchool.StartAsync();
        await school.RunAsync(Traces);
        File.Delete(school.Paths.Key);

        (await school.FaultOfAsync(Traces)).Id.ShouldBe("TenantKeyMissing");
        File.Exists(school.Paths.Key).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_others_may_read_or_that_is_cut_off_is_a_fault()
    {
        await using var school = await TenantSchool.StartAsync();
        await school.RunAsync(Traces);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(school.Paths.Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            (await school.FaultOfAsync(Traces)).Id.ShouldBe("TenantKeyOpenToOthers");
            File.SetUnixFileMode(school.Paths.Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await File.WriteAllBytesAsync(school.Paths.Key, new byte[31]);
        (await school.FaultOfAsync(Traces)).Id.ShouldBe("TenantKeyDamaged");
    }

    [Fact]
    public async Task A_slice_that_was_changed_is_a_fault_and_never_half_read()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(300, TenantSchool.Start.AddDays(-3), TenantSchool.Start.AddMinutes(-5));
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns] });
        var slice = school.Slices.Of(TenantSource.SignIns)[^2].Path;
        var bytes = await File.ReadAllBytesAsync(slice);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(slice, bytes);

        var fault = await school.FaultOfAsync(new Rosewood.PolicyAdmin.SignIns.FindSharedCredentialUse { FromTenant = true });
        fault.Id.ShouldBe("TenantFileDamaged");
        fault.Target.ShouldBe(slice);
    }
}
