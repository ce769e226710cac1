import { emailPattern } from './email.js';
import { textProblems, type Problem } from './problem.js';

/** Somebody who wants to hear by e-mail what comes of an initiative, or of all in a buurt. */
export interface NewFollower {
  readonly email: string;
  /** The page on which he asked: where his mails lead back to. */
  readonly page?: string;
}

const longestPage = 1000;

function pageProblems(page: string): Problem[] {
  const problems = textProblems('/page', page, { max: longestPage });
  const isPage = /^https?:\/\/[^\s/]+\S*$/.test(page);
  return problems.length > 0 || isPage ? problems : [{ pointer: '/page', code: 'malformed' }];
}

/** Everything that is wrong with what a follower handed in; empty when a mail can be sent. */
export function followerProblems({ email, page }: NewFollower): Problem[] {
  const address = email.trim();
  const problems = textProblems('/email', address, { required: true, max: 254 });
  const isAddress = problems.length > 0 || emailPattern.test(address);
  return [
    ...problems,
    ...(isAddress ? [] : [{ pointer: '/email', code: 'not-an-email' as const }]),
    ...(page === undefined ? [] : pageProblems(page)),
  ];
}
