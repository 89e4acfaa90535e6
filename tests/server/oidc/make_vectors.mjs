// Makes vectors.json with node's own crypto: keys, and ID tokens that are good or wrong in one way each. The private
// keys are thrown away. `node make_vectors.mjs > vectors.json`.
import { createHmac, generateKeyPairSync, sign } from "node:crypto";

const issuer = "https://id.example.gov.vn", client = "chuyen-can", nonce = "n-0S6_WzA2Mj", now = 1783555200; // 2026-07-09
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const weak = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const jwk = (pair, more) => ({ ...pair.publicKey.export({ format: "jwk" }), use: "sig", ...more });
const keys = { keys: [jwk(rsa, { kid: "r1", alg: "RS256" }), jwk(ec, { kid: "e1" }), jwk(weak, { kid: "w1" }), { kty: "oct", kid: "o1", k: "c2VjcmV0" }] };

const encode = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const good = { iss: issuer, sub: "248289761001", aud: client, exp: now + 600, iat: now, nonce, preferred_username: "an.nv" };

function token(claims, { alg = "RS256", kid = "r1", pair = rsa, header = {}, hmac } = {}) {
  const text = `${encode({ alg, kid, ...header })}.${encode(claims)}`;
  const signed = hmac
    ? createHmac("sha256", hmac).update(text).digest()
    : pair && sign("sha256", Buffer.from(text), { key: pair.privateKey, dsaEncoding: "ieee-p1363" });
  return `${text}.${signed ? signed.toString("base64url") : ""}`;
}
const by_ec = { alg: "ES256", kid: "e1", pair: ec };
const without = (name) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
const tampered = (text) => {
  const [header, , signature] = text.split(".");
  return `${header}.${encode({ ...good, preferred_username: "quan.tri" })}.${signature}`;
};

const tokens = {
  good: {
    "RS256": token(good),
    "ES256": token(good, by_ec),
    "no kid": token(good, { kid: undefined }),
    "a list of audiences with azp": token({ ...good, aud: ["other", client], azp: client }),
    "a list of one": token({ ...good, aud: [client] }),
    "a clock a little slow": token({ ...good, iat: now + 59 }),
    "just over": token({ ...good, exp: now - 59 }),
  },
  wrong: {
    "no algorithm": token(good, { alg: "none", pair: null }),
    "no algorithm, in capitals": token(good, { alg: "NONE", pair: null }),
    "the public key as a secret": token(good, { alg: "HS256", hmac: rsa.publicKey.export({ type: "spki", format: "pem" }) }),
    "another algorithm": token(good, { alg: "RS512" }),
    "the other key's algorithm": token(good, { alg: "ES256", kid: "r1", pair: ec }),
    "a stranger's signature": token(good, { pair: stranger }),
    "changed after it was signed": tampered(token(good)),
    "changed after it was signed, ES256": tampered(token(good, by_ec)),
    "a weak key": token(good, { kid: "w1", pair: weak }),
    "no signature": token(good).replace(/[^.]+$/, ""),
    "a header that demands": token(good, { header: { crit: ["b64"], b64: true } }),
    "another issuer": token({ ...good, iss: "https://id.example.gov.vn.evil.example" }),
    "no issuer": token(without("iss")),
    "another audience": token({ ...good, aud: "other" }),
    "no audience": token(without("aud")),
    "several audiences without azp": token({ ...good, aud: ["other", client] }),
    "another party": token({ ...good, azp: "other" }),
    "over": token({ ...good, exp: now - 61 }),
    "no end": token(without("exp")),
    "an end in words": token({ ...good, exp: "tomorrow" }),
    "not yet issued": token({ ...good, iat: now + 61 }),
    "not yet begun": token({ ...good, nbf: now + 61 }),
    "another nonce": token({ ...good, nonce: "other" }),
    "no nonce": token(without("nonce")),
    "no subject": token(without("sub")),
    "no token": "",
    "two parts": "e30.e30",
    "four parts": "e30.e30.e30.e30",
    "no JSON": `${encode("{")}.${encode("{")}.AAAA`,
    "padding": token(good).replace(".", "=."),
  },
  unknown_key: { "a key that is not shown": token(good, { kid: "r2", pair: stranger }), "a secret's kid": token(good, { kid: "o1" }) },
};
console.log(JSON.stringify({ issuer, client, nonce, now, keys, tokens }, null, 1));
