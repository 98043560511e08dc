using System.Net;
using System.Net.Http.Headers;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Tests.Graph.Client;

public sealed class RetryHandlerTests
{
    private readonly QuickClock _clock = new(DateTimeOffset.UnixEpoch, 1000);
    private readonly GraphTraffic _traffic = new();
    private readonly List<TimeSpan> _waits = [];

    private async Task<(HttpStatusCode? Status, int Requests)> SendAsync(HttpMethod method, params object[] answers)
    {
        using var script = new Script(answers);
        using var handler = new RetryHandler(new RetryRules(), _clock, _traffic, (w, _) => _waits.Add(w)) { InnerHandler = script };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(method, "https://graph.microsoft.com/v1.0/users/a@b.example/sendMail");
        request.Content = method == HttpMethod.Get ? null : new StringContent("the body");
        try
        {
            using var response = await client.SendAsync(request);
            return (response.StatusCode, script.Bodies.Count);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return (null, script.Bodies.Count);
        }
        finally
        {
            script.Bodies.ShouldAllBe(b => b.Equals(method == HttpMethod.Get ? "" : "the body", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_post_is_never_sent_again_after_an_error_of_the_service(HttpStatusCode status) =>
        (await SendAsync(HttpMethod.Post, status, HttpStatusCode.Accepted)).ShouldBe((status, 1));

    [Fact]
    public async Task A_post_is_never_sent_again_after_a_cut_connection() =>
        (await SendAsync(HttpMethod.Post, new HttpRequestException("cut"), HttpStatusCode.Accepted)).ShouldBe((null, 1));

    [Fact]
    public async Task A_post_is_sent_again_with_its_body_after_429() =>
        (await SendAsync(HttpMethod.Post, HttpStatusCode.TooManyRequests, HttpStatusCode.Accepted)).ShouldBe((HttpStatusCode.Accepted, 2));

    [Fact]
    public async Task A_get_is_sent_again_after_errors_and_cuts()
    {
        (await SendAsync(HttpMethod.Get, HttpStatusCode.GatewayTimeout, new HttpRequestException("cut"), new IOException("cut"), HttpStatusCode.BadGateway, HttpStatusCode.OK)).ShouldBe((HttpStatusCode.OK, 5));
        _traffic.Requests.ShouldBe(5);
    }

    [Fact]
    public async Task Tries_have_an_end() =>
        (await SendAsync(HttpMethod.Get, [.. Enumerable.Repeat<object>(HttpStatusCode.ServiceUnavailable, 20)])).ShouldBe((HttpStatusCode.ServiceUnavailable, 8));

    [Fact]
    public async Task A_network_that_is_down_is_told_after_three_tries()
    {
        var down = new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");
        (await SendAsync(HttpMethod.Get, [.. Enumerable.Repeat<object>(down, 20)])).ShouldBe((null, 3));
    }

    [Fact]
    public async Task Refusals_are_not_tried_again()
    {
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound])
        {
            (await SendAsync(HttpMethod.Get, status, HttpStatusCode.OK)).ShouldBe((status, 1));
        }
    }

    [Fact]
    public async Task The_service_is_never_asked_before_it_says()
    {
        (await SendAsync(HttpMethod.Get, TimeSpan.FromSeconds(17), HttpStatusCode.OK)).ShouldBe((HttpStatusCode.OK, 2));
        _waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(18));
    }

    [Fact]
    public async Task A_wait_longer_than_a_person_waits_ends_it()
    {
        (await SendAsync(HttpMethod.Get, TimeSpan.FromHours(1), HttpStatusCode.OK)).ShouldBe((HttpStatusCode.TooManyRequests, 1));
        _traffic.Throttled.ShouldBe(1);
    }

    private sealed class Script(object[] answers) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return answers[Bodies.Count - 1] switch
            {
                Exception e => throw e,
                TimeSpan wait => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(wait) }, Content = new StringContent("") },
                HttpStatusCode status => new HttpResponseMessage(status) { Content = new StringContent("") },
                _ => throw new InvalidOperationException(),
            };
        }
    }
}
