import { call, send, with_query } from "./client";

export interface SecondFactor {
  enrolled: boolean;
  required: boolean; // a role needs one and there is none
  recovery_codes: number; // that are left
}

/** A secret for an authenticator app; not in force until a code of it was shown. */
export interface Offer {
  secret: string; // "ABCD EFGH …"
  uri: string; // "otpauth://totp/…"
  picture: { size: number; path: string }; // a QR code, in units of one of its squares
  offer: string;
}

const path = "/session/second-factor";

/** One's own second factor. */
export const second_factor_api = {
  state: () => call<SecondFactor>(path),
  begin: (password: string, code: string, lang: string) => send<Offer>("POST", with_query(path, { lang }), { password, code }),
  confirm: (offer: string, code: string, lang: string) =>
    send<{ recovery_codes: string[] }>("PUT", with_query(path, { lang }), { offer, code }),
};

/** What the server says of a sign-in, and of who may do nothing but enrol. */
export const problems = {
  wrong_password: "urn:chuyen-can:sign-in-refused",
  code_needed: "urn:chuyen-can:second-factor-needed",
  code_wrong: "urn:chuyen-can:second-factor-refused",
  enrol_first: "urn:chuyen-can:second-factor-required",
} as const;
