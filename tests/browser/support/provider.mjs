// An OpenID provider of the office: oidc-provider from npm, certified by the OpenID Foundation, on this machine. Its
// host name is another than the pages' own, so that browsers take it for another site.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const of_web = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const { default: Provider } = await import(pathToFileURL(of_web.resolve("oidc-provider")));

export const client = { id: "chuyen-can", secret: "of the program: 1+1=2 & 100%" }; // letters that a header must escape

const kinds = { RS256: ["rsa", { modulusLength: 2048 }], ES256: ["ec", { namedCurve: "P-256" }] };

function new_key(alg) {
  const { privateKey } = generateKeyPairSync(...kinds[alg]);
  return { ...privateKey.export({ format: "jwk" }), kid: randomBytes(4).toString("hex"), use: "sig", alg };
}

/** Takes whatever name is typed on its page. `sign_with(alg)` takes new keys in place of all before; `silence()` and
 *  `wake()` as a provider that is away for a while. */
export async function start_provider(redirect) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  const issuer = `http://localhost:${port}`;
  const close = () => new Promise((closed) => (server.closeAllConnections(), server.close(closed)));
  const sign_with = (alg) => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [redirect],
          response_types: ["code"],
          grant_types: ["authorization_code"],
          id_token_signed_response_alg: alg,
        },
      ],
      jwks: { keys: [new_key(alg)] },
      cookies: { keys: [randomBytes(16).toString("hex")] },
      claims: { openid: ["sub"], profile: ["preferred_username"] },
      pkce: { methods: ["S256"], required: () => true },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    });
    server.removeAllListeners("request");
    server.on("request", provider.callback());
  };
  sign_with("RS256");
  const wake = () => new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  return { issuer, sign_with, silence: close, wake, stop: close };
}
