using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Graph.Authentication;

public sealed class TenantCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    private string File => Path.Combine(_folder, "app.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FaultOf() => Should.Throw<FaultException>(() => Load()).Fault.Id;

    private string Load()
    {
        using var certificate = TenantCertificate.Load(new TenantConfig { TenantId = "x", ClientId = default, CertificatePath = File }, Now);
        certificate.HasPrivateKey.ShouldBeTrue();
        return certificate.Thumbprint;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pem_with_its_key_and_a_pfx_without_a_password_are_read(bool asPfx)
    {
        var written = TestCertificate.Write(File, Now.AddDays(-1), Now.AddDays(1), asPfx);
        Load().ShouldBe(written);
    }

    [Fact]
    public void One_that_is_out_of_its_time_is_refused_before_the_service_does()
    {
        TestCertificate.Write(File, Now.AddDays(-9), Now.AddDays(-1));
        FaultOf().ShouldBe("TenantCertificateExpired");
        TestCertificate.Write(File, Now.AddDays(1), Now.AddDays(9));
        FaultOf().ShouldBe("TenantCertificateExpired");
    }

    [Fact]
    public void One_with_a_password_one_without_its_key_and_one_that_is_none_are_told()
    {
        TestCertificate.Write(File, Now.AddDays(-1), Now.AddDays(1), asPfx: true, password: "secret");
        FaultOf().ShouldBe("TenantCertificateUnreadable");
        TestCertificate.Write(File, Now.AddDays(-1), Now.AddDays(1), withKey: false);
        FaultOf().ShouldBe("TenantCertificateUnreadable");
        System.IO.File.WriteAllText(File, "hello");
        FaultOf().ShouldBe("TenantCertificateUnreadable");
        System.IO.File.Delete(File);
        FaultOf().ShouldBe("TenantCertificateMissing");
    }

    [Fact]
    public void One_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        TestCertificate.Write(File, Now.AddDays(-1), Now.AddDays(1));
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        FaultOf().ShouldBe("TenantCertificateOpenToOthers");
    }
}
