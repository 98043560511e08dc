using System.Text;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class EntraCsvTests
{
    private const string Header = "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Cross tenant access type,Incoming token type,Application,Application ID ,Resource,Resource ID ,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Multifactor authentication auth method,Autonomous system  number,Incoming token type,Latency,Conditional Access";
    private const string Row = "2026-11-05T14:03:22Z,r1,Mozilla,c1,u1,\"Ames, Nell\",n.ames@rosewood.example,Member,none,none,\"Office \"\"365\"\"\",a1,Graph,g1,81.2.69.144,\"Leeds, West Yorkshire, GB\",Success,0,Other.,Browser,d1,Edge 131.0.0,Windows 10,Yes,Yes,Azure AD joined,,,2856,none,120,Success";

    [Fact]
    public void The_admin_centers_download_is_read_whole()
    {
        var sample = SignInSample.Read(Header + "\r\n" + Row + "\r\n");
        sample.Row.ShouldBe(new SignIn
        {
            Source = SignInSource.Entra,
            UtcTicks = SignInSample.Ticks("2026-11-05T14:03:22Z"),
            Account = "n.ames@rosewood.example",
            Outcome = SignInOutcome.Success,
            Activity = SignInActivity.Interactive,
            DeviceId = "d1",
            OperatingSystem = "Windows 10",
            Browser = "Edge 131.0.0",
            Application = "Office \"365\"",
            Address = "81.2.69.144",
            City = "Leeds",
            Country = "GB",
            AutonomousSystem = 2856,
        });
        sample.File.Kind.ShouldBe("Entra sign-ins (CSV)");
    }

    [Theory]
    [InlineData("InteractiveSignIns_2026-11-01_2026-11-07.csv", false, false)]
    [InlineData("NonInteractiveSignIns_2026-11-01_2026-11-07.csv", true, true)]
    [InlineData("renamed.csv", false, true)]
    public void Whether_a_person_was_there_only_the_downloads_name_tells(string name, bool isBackground, bool hasBackground)
    {
        var sample = SignInSample.Read(Header + "\n" + Row, name);
        sample.Row.Activity.ShouldBe(isBackground ? SignInActivity.Background : SignInActivity.Interactive);
        sample.File.HasBackground.ShouldBe(hasBackground);
    }

    [Fact]
    public void Encoding_compression_and_delimiter_change_nothing()
    {
        var expected = SignInSample.Read(Header + "\n" + Row).Rows;
        var text = Header + "\r\n" + Row + "\r\n\r\n";
        foreach (var bytes in new[]
        {
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            Encoding.Unicode.GetBytes(text),
            SignInSample.Gzip(Encoding.UTF8.GetBytes(text)),
            Encoding.UTF8.GetBytes("sep=,\r\n" + text),
            Encoding.UTF8.GetBytes("#TYPE System.Object\r\n" + text),
            Encoding.UTF8.GetBytes("\"" + Header.Replace(",", "\",\"", StringComparison.Ordinal) + "\"\n" + Row),
        })
        {
            SignInSample.Read(bytes).Rows.ShouldBe(expected);
        }

        const string Semicolons = "Username;Date (UTC);Status;Extra\nn.ames@rosewood.example;2026-11-05T14:03:22Z;Success;\"a;b\"";
        SignInSample.Read(Semicolons).Row.Account.ShouldBe("n.ames@rosewood.example");
        SignInSample.Read(Semicolons.Replace(';', '\t')).Row.Outcome.ShouldBe(SignInOutcome.Success);
    }

    [Theory]
    [InlineData("Success", "", nameof(SignInOutcome.Success))]
    [InlineData("Success", "None", nameof(SignInOutcome.Success))]
    [InlineData("Failure", "50126", nameof(SignInOutcome.WrongPassword))]
    [InlineData("Failure", "", nameof(SignInOutcome.Refused))]
    [InlineData("Failure", "0", nameof(SignInOutcome.Refused))]
    [InlineData("Interrupted", "50140", nameof(SignInOutcome.Interrupted))]
    [InlineData("Interrupted", "999999", nameof(SignInOutcome.Interrupted))]
    [InlineData("", "50055", nameof(SignInOutcome.PasswordOutdated))]
    public void Status_and_code_together_tell_the_outcome(string status, string code, string outcome) =>
        SignInSample.Read($"Date (UTC),Username,Status,Sign-in error code\n2026-11-05T14:03:22Z,a@b.example,{status},{code}").Row.Outcome.ToString().ShouldBe(outcome);

    [Fact]
    public void The_second_factors_words_are_in_their_own_column() =>
        SignInSample.Read("Date (UTC),Username,Status,Sign-in error code,Multifactor authentication result\n2026-11-05T14:03:22Z,a@b.example,Failure,500121,MFA denied; user declined the authentication")
            .Row.Outcome.ShouldBe(SignInOutcome.SecondFactorRefused);

    [Theory]
    [InlineData("Date (UTC)", "2026-07-05T14:03:22Z", "2026-07-05T14:03:22Z")]
    [InlineData("Date (UTC)", "2026-07-05 14:03:22", "2026-07-05T14:03:22Z")]
    [InlineData("Date (UTC+1)", "2026-07-05 14:03:22", "2026-07-05T13:03:22Z")]
    [InlineData("Date (UTC+05:30)", "2026-07-05 14:03:22", "2026-07-05T08:33:22Z")]
    [InlineData("Date (local)", "2026-07-05 14:03:22", "2026-07-05T13:03:22Z")]
    [InlineData("Date", "2026-07-05 14:03:22", "2026-07-05T13:03:22Z")]
    [InlineData("Date (UTC)", "25/07/2026 14:03:22", "2026-07-25T14:03:22Z")]
    [InlineData("Date (UTC)", "\"7/25/2026, 2:03:22 PM\"", "2026-07-25T14:03:22Z")]
    [InlineData("Date (UTC)", "7/25/2026 2:03:22\u202FPM", "2026-07-25T14:03:22Z")]
    [InlineData("Date (UTC)", "25.7.2026 14:03:22", "2026-07-25T14:03:22Z")]
    [InlineData("Date (UTC)", "7/7/2026 14:03:22", "2026-07-07T14:03:22Z")]
    [InlineData("CreatedDateTime", "2026-07-05T14:03:22Z", "2026-07-05T14:03:22Z")]
    public void A_date_is_read_as_its_column_and_its_country_write_it(string column, string date, string expected) =>
        SignInSample.Read($"{column},Username,Status\n{date},a@b.example,Success").Row.UtcTicks.ShouldBe(SignInSample.Ticks(expected));

    [Fact]
    public void Day_and_month_follow_the_config_or_a_proof_in_the_file_and_are_never_guessed()
    {
        const string Ambiguous = "Date (UTC),Username,Status\n05/11/2026 14:03:22,a@b.example,Success\n";
        SignInSample.FaultOf(Ambiguous).Id.ShouldBe("LogDateOrderUnknown");
        SignInSample.FaultOf(Ambiguous).Message.ShouldContain("dayFirst");
        SignInSample.Read(Ambiguous, dayFirst: true).Row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-11-05T14:03:22Z"));
        SignInSample.Read(Ambiguous, dayFirst: false).Row.UtcTicks.ShouldBe(SignInSample.Ticks("2026-05-11T14:03:22Z"));

        // The proof may be far behind the file's beginning.
        var filler = string.Concat(Enumerable.Repeat("05/11/2026 14:03:22,a@b.example,Success\n", 5000));
        SignInSample.Read(Ambiguous + filler + "25/11/2026 14:03:22,a@b.example,Success").Rows[0].UtcTicks.ShouldBe(SignInSample.Ticks("2026-11-05T14:03:22Z"));
        SignInSample.Read(Ambiguous + filler + "11/25/2026 14:03:22,a@b.example,Success").Rows[0].UtcTicks.ShouldBe(SignInSample.Ticks("2026-05-11T14:03:22Z"));

        var mixed = SignInSample.Read(Ambiguous + "25/11/2026 14:03:22,a@b.example,Success\n11/25/2026 14:03:22,a@b.example,Success");
        mixed.Rows.Count.ShouldBe(2);
        mixed.File.Unread.ShouldBe([new UnreadSignIn("line 4", "its time can't be read.")]);
    }

    [Fact]
    public void Spanish_and_french_exports_are_read()
    {
        var spanish = SignInSample.Read("Fecha (UTC);Id. de solicitud;Usuario;Nombre de usuario;Aplicación;Recurso;Dirección IP;Ubicación;Estado;Código de error de inicio de sesión;Id. de dispositivo;Explorador;Sistema operativo;Número de sistema autónomo\n2026-11-05T14:03:22Z;r;Nell;a@b.example;Teams;Graph;81.2.69.144;Leeds, West Yorkshire, GB;Error;50126;d1;Edge;Windows 10;2856").Row;
        spanish.Outcome.ShouldBe(SignInOutcome.WrongPassword);
        spanish.Application.ShouldBe("Teams");
        spanish.DeviceId.ShouldBe("d1");
        spanish.City.ShouldBe("Leeds");
        spanish.AutonomousSystem.ShouldBe(2856);

        var french = SignInSample.Read("Date (UTC),ID de requête,Utilisateur,Nom d’utilisateur,Application,Adresse IP,Emplacement,Statut,Code d'erreur de connexion,ID de l'appareil,Navigateur,Système d'exploitation\n2026-11-05T14:03:22Z,r,Nell,a@b.example,Teams,81.2.69.144,\"Leeds, West Yorkshire, GB\",Échec,50126,d1,Edge,Windows 10").Row;
        french.Outcome.ShouldBe(SignInOutcome.WrongPassword);
        french.OperatingSystem.ShouldBe("Windows 10");
        french.Country.ShouldBe("GB");
    }

    [Fact]
    public void Applications_downloads_concern_no_person()
    {
        var sample = SignInSample.Read("Date (UTC),Request ID,Service principal ID,Service principal name,Status,Sign-in error code\n2026-11-05T14:03:22Z,r,s,backup,Success,0\n");
        sample.Rows.ShouldBeEmpty();
        sample.File.Rows.ShouldBe(1);
        sample.File.Malformed.ShouldBe(0);
    }

    [Fact]
    public void A_cell_may_hold_lines_and_a_broken_row_takes_no_other_with_it()
    {
        var sample = SignInSample.Read("Date (UTC),Username,Status,Failure reason\n"
            + "2026-11-05T14:00:01Z,a@b.example,Failure,\"two\r\nlines, \"\"quoted\"\"\"\n"
            + "2026-11-05T14:00:02Z,\"b\"@b.example,Failure,x\n"
            + "2026-11-05T14:00:03Z,c@b.example,Failure,x\n"
            + "2026-11-05T14:00:04Z,d@b.example\n"
            + "2026-11-05T14:00:05Z,e@b.example,Failure,\"open\n"
            + "2026-11-05T14:00:06Z,f@b.example,Failure,x");
        sample.Rows.Select(static r => r.Account[0]).ShouldBe(['a', 'c', 'f']);
        sample.File.Rows.ShouldBe(6);
        sample.File.Unread.Select(static u => u.Place).ShouldBe(["line 4", "line 6", "line 7"]);
    }

    [Fact]
    public void Of_two_columns_for_one_field_the_better_named_counts() =>
        SignInSample.Read("User,UserPrincipalName,Username,CreatedDateTime,Date (UTC),Status\nNell,x@b.example,a@b.example,2026-01-01T00:00:00Z,2026-11-05T14:03:22Z,Success").Row
            .ShouldSatisfyAllConditions(
                r => r.Account.ShouldBe("a@b.example"),
                r => r.UtcTicks.ShouldBe(SignInSample.Ticks("2026-11-05T14:03:22Z")));
}
