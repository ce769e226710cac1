import { textProblems, type Problem } from '../wire/problem.js';
import { mostCharacters } from './settings.js';

/**
 * Local part, @, and a domain of labels with a dot (WHATWG "valid e-mail address", with letters of all alphabets): what
 * stops a slip of the finger, and every sign that a mail program reads as the end of an address or the begin of another.
 * Only a letter that arrives proves more.
 */
const emailPattern =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** At least eight digits, in the ways in which people group them. */
const phonePattern = /^(?=(?:\D*\d){8})\+?[\d\s().-]+$/;

interface ContactRule {
  readonly required?: boolean;
  readonly max?: number;
}

/** Length before pattern; a field that is empty and may be so has no problem. */
function contactProblemsOf(
  pointer: string,
  value: string,
  rule: Required<ContactRule>,
  problemCode: (contact: string) => Problem['code'] | undefined,
): Problem[] {
  const contact = value.trim();
  const problems = textProblems(pointer, contact, rule);
  if (problems.length > 0 || textProblems(pointer, contact, { required: true }).length > 0) return problems;
  const code = problemCode(contact);
  return code === undefined ? [] : [{ pointer, code }];
}

/** What is wrong with an e-mail address. */
export const emailProblems = (
  pointer: string,
  value: string,
  { required = false, max = Infinity }: ContactRule = {},
): Problem[] =>
  contactProblemsOf(pointer, value, { required, max: Math.min(max, mostCharacters.email) }, (contact) =>
    emailPattern.test(contact) ? undefined : 'not-an-email',
  );

/** What is wrong with a telephone number. */
export const phoneProblems = (
  pointer: string,
  value: string,
  { required = false, max = Infinity }: ContactRule = {},
): Problem[] =>
  contactProblemsOf(pointer, value, { required, max: Math.min(max, mostCharacters.phone) }, (contact) =>
    phonePattern.test(contact) ? undefined : 'not-a-phone-number',
  );

/**
 * What is wrong with one field that takes either an e-mail address or a telephone number. The problem is about the one
 * that somebody seems to have meant: an address has an @, a number has no letters.
 */
export function contactProblems(pointer: string, value: string, rule: ContactRule = {}): Problem[] {
  const { required = false } = rule;
  if (value.includes('@')) return emailProblems(pointer, value, rule);
  if (/\d/.test(value) && !/\p{L}/u.test(value)) return phoneProblems(pointer, value, rule);
  return contactProblemsOf(pointer, value, { required, max: mostCharacters.email }, () => 'not-a-contact');
}
