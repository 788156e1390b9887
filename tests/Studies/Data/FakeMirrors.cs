using System.Net;

namespace DevicePhys.Tests.Studies.Data;

/// <summary>Answers requests in a test's stead of the network and remembers them.</summary>
internal sealed class FakeMirrors(Func<Uri, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public List<Uri> Asked { get; } = [];

    public static FakeMirrors Bodies(Func<Uri, byte[]?> body) => new((uri, _) => Task.FromResult(
        body(uri) is { } bytes
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
            : new HttpResponseMessage(HttpStatusCode.NotFound)));

    public static FakeMirrors Offline() => new((_, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        return answer(request.RequestUri!, cancellationToken);
    }
}
