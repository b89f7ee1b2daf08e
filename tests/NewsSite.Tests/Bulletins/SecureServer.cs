using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsSite.Tests.Mail;

namespace NewsSite.Tests.Bulletins;

/// <summary>A real SMTP server (aiosmtpd) that takes mail only from who has turned on TLS and signed in, with a certificate of its own, which only those trust who are told to.</summary>
internal sealed class SecureServer : IAsyncDisposable
{
    private const string User = "newsroom", Password = "brass lantern + 7 herons";

    private const string Program = """
        import asyncio, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
        port, certificate, key, user, password = sys.argv[1:6]
        log = open(sys.argv[6], 'a', buffering=1)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        def sign_in(server, session, envelope, mechanism, data):
            session.used = mechanism
            return AuthResult(success=isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode()))
        class Handler:
            async def handle_DATA(self, server, session, envelope):
                log.write(' '.join([envelope.rcpt_tos[0], 'TLS' if session.ssl else 'clear', session.used if session.authenticated else 'nobody']) + '\n')
                return '250 OK'
        class Server(SMTP):
            async def smtp_AUTH(self, arg):  # as elsewhere, "login" is LOGIN
                name, _, rest = (arg or '').partition(' ')
                return await super().smtp_AUTH((name.upper() + ' ' + rest).strip())
        async def main():
            loop = asyncio.get_running_loop()
            make = lambda: Server(Handler(), loop=loop, tls_context=context, require_starttls=True, auth_required=True, authenticator=sign_in)
            await (await loop.create_server(make, '127.0.0.1', int(port))).serve_forever()
        asyncio.run(main())
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private readonly Process _process;
    private readonly int _port = SmtpServer.FreePort();

    private SecureServer()
    {
        File.WriteAllText(Log, "");
        WriteCertificate();
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Program, $"{_port}", Certificate, Key, User, Password, Log]) { RedirectStandardError = true })!;
        _ = _process.StandardError.ReadToEndAsync();
    }

    public string[] Settings => ["--Mail:Mode=Smtp", "--Mail:Host=localhost", $"--Mail:Port={_port}", $"--Mail:User={User}", $"--Mail:Password={Password}", "--Mail:From=Newsroom <news@example.org>"];

    /// <summary>The certificate, for whoever is to trust it.</summary>
    public string Certificate => Path.Combine(_folder, "certificate.pem");

    private string Key => Path.Combine(_folder, "key.pem");

    private string Log => Path.Combine(_folder, "log");

    public static async Task<SecureServer> StartAsync()
    {
        var server = new SecureServer();
        await Eventually.TrueAsync(async () =>
        {
            if (server._process.HasExited) throw new InvalidOperationException("The SMTP server did not start; script/test installs it (python3-aiosmtpd).");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, server._port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
        return server;
    }

    /// <summary>A line for each mail: to whom, whether encrypted, and how the sender had signed in.</summary>
    public IReadOnlyList<string> Taken() => File.ReadAllLines(Log);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
    }
}
