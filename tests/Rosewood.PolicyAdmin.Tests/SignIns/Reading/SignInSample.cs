using System.IO.Compression;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Reading;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

/// <summary>A file of sign-ins for one test, and what was read from it.</summary>
internal sealed record SignInSample(SignInFile File, IReadOnlyList<SignIn> Rows)
{
    public static TimeZoneInfo London { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The only row.</summary>
    public SignIn Row => Rows.ShouldHaveSingleItem();

    public static SignInSample Read(string text, string name = "signins.txt", bool? dayFirst = null, int blockSize = 256 * 1024) =>
        Read(Encoding.UTF8.GetBytes(text), name, dayFirst, blockSize);

    public static SignInSample Read(byte[] bytes, string name = "signins.txt", bool? dayFirst = null, int blockSize = 256 * 1024)
    {
        using var folder = new Folder();
        var path = folder.Write(name, bytes);
        var rows = new List<SignIn>();
        var file = SignInLog.Read(path, new SignInReadOptions(London, dayFirst) { BlockSize = blockSize }, (in SignIn s) => rows.Add(s), progress: null, CancellationToken.None);
        file.Used.ShouldBe(rows.Count);
        file.Path.ShouldBe(path);
        return new SignInSample(file, rows);
    }

    public static Fault FaultOf(string text, bool? dayFirst = null, int blockSize = 256 * 1024) => FaultOf(Encoding.UTF8.GetBytes(text), dayFirst, blockSize);

    public static Fault FaultOf(byte[] bytes, bool? dayFirst = null, int blockSize = 256 * 1024) =>
        Should.Throw<FaultException>(() => Read(bytes, "signins.txt", dayFirst, blockSize)).Fault;

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static long Ticks(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture).UtcTicks;

    internal sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("rosewood-signins-").FullName;

        public string Write(string name, byte[] bytes)
        {
            var path = Path.Combine(_path, name);
            System.IO.File.WriteAllBytes(path, bytes);
            return path;
        }

        public string PathOf(string name) => Path.Combine(_path, name);

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
