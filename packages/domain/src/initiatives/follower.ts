import { emailProblems } from '../ideas/contact.js';
import { textProblems, type Problem } from '../wire/problem.js';
import type { Locale } from '../wire/locale.js';
import { longest } from '../ideas/settings.js';

/** Somebody who wants to hear by e-mail what comes of an initiative, or of all in a buurt. */
export interface NewFollower {
  readonly email: string;
  /** The page on which he asked: where his mails lead back to. */
  readonly page?: string;
  /** In which they want to read; Dutch where it is not said. */
  readonly locale?: Locale;
}

/** A host, and a path if any; no name and password. Each part begins with what the part before it cannot hold. */
const webAddress = /^https?:\/\/[^\s/@]+(\/\S*)?$/;

function pageProblems(page: string): Problem[] {
  const problems = textProblems('/page', page, { max: longest.page });
  return problems.length > 0 || webAddress.test(page) ? problems : [{ pointer: '/page', code: 'malformed' }];
}

/** Everything that is wrong with what a follower handed in; empty when a mail can be sent. */
export function followerProblems({ email, page }: NewFollower): Problem[] {
  return [
    ...emailProblems('/email', email, { required: true }),
    ...(page === undefined ? [] : pageProblems(page)),
  ];
}
