import { emailPattern } from './email.js';
import { textProblems, type Problem } from './problem.js';
import { longest, mostCharacters } from './settings.js';

/** Somebody who wants to hear by e-mail what comes of an initiative, or of all in a buurt. */
export interface NewFollower {
  readonly email: string;
  /** The page on which he asked: where his mails lead back to. */
  readonly page?: string;
}

/** A host, and a path if any; no name and password. Each part begins with what the part before it cannot hold. */
const webAddress = /^https?:\/\/[^\s/@]+(\/\S*)?$/;

function pageProblems(page: string): Problem[] {
  const problems = textProblems('/page', page, { max: longest.page });
  return problems.length > 0 || webAddress.test(page) ? problems : [{ pointer: '/page', code: 'malformed' }];
}

/** Everything that is wrong with what a follower handed in; empty when a mail can be sent. */
export function followerProblems({ email, page }: NewFollower): Problem[] {
  const address = email.trim();
  const problems = textProblems('/email', address, { required: true, max: mostCharacters.email });
  const isAddress = problems.length > 0 || emailPattern.test(address);
  return [
    ...problems,
    ...(isAddress ? [] : [{ pointer: '/email', code: 'not-an-email' as const }]),
    ...(page === undefined ? [] : pageProblems(page)),
  ];
}
