import type { Problem } from "../api/client";
import { format_number, type Language } from "../format";
import type { Words } from "./vi";

/** What a problem means and what to do, in the pages' own words. */
export function explanation(problem: Problem, said: Words["problem"]): string {
  switch (problem.status) {
    case 0:
      return said.no_answer;
    case 403:
      return said.forbidden;
    case 404:
      return said.not_found;
    case 429:
    case 503:
      return said.busy;
    default:
      return said.other;
  }
}

/** Refusals of the office's own sign-in, which only the server's sentence explains. */
const told = new Set([
  "urn:chuyen-can:provider-unreachable",
  "urn:chuyen-can:provider-refused",
  "urn:chuyen-can:no-login",
  "urn:chuyen-can:password-and-code",
]);

/** The same where something was handed in: a guess too many names the wait, and what cannot be taken has the server's
 *  own sentence. */
export function refusal(problem: Problem, words: Words, language: Language): string {
  if (problem.status === 429 && problem.wait_s > 0) {
    return words.sign_in.too_often(wait_words(problem.wait_s, words, language));
  }
  const has_sentence = problem.title !== "" && (problem.status === 422 || problem.status === 409 || told.has(problem.type));
  return has_sentence ? full_stop(problem.title) : explanation(problem, words.problem);
}

function wait_words(seconds: number, words: Words, language: Language): string {
  if (seconds < 90) return words.seconds(format_number(seconds, language));
  return words.minutes(format_number(Math.ceil(seconds / 60), language));
}

const full_stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
