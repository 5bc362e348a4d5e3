// A city's sign-on as it stands in the world: a real OpenID Connect server in a process of its own. Told on its command line, as JSON:
// { port, clientId, clientSecret, redirectUri, home, people: { <login>: claims } }. Whoever signs in types a login; any password will do.
import Provider from 'oidc-provider';

const { port, clientId, clientSecret, redirectUri, home, people } = JSON.parse(process.argv[2] ?? '{}');
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [home],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'org_code', 'org_name', 'post'], phone: ['phone_number'] },
  scopes: ['openid', 'profile', 'phone'],
  cookies: { keys: ['for-tests-only'] },
  features: { devInteractions: { enabled: true } },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: async (_, login) => ({ accountId: login, claims: async () => ({ sub: `city-${login}`, name: login, ...people[login] }) }),
});
provider.on('server_error', (_, fault) => console.error(fault));
provider.listen(port, '127.0.0.1', () => console.log('ready'));
