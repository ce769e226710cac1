import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MailCause } from '@buurt/domain/desk/mails.js';
import { mailCauseOf } from '../../packages/server/src/mail/mail-cause.js';
import { classifyMailFailure } from '../../packages/server/src/mail/transports.js';

/** As servers of Gmail, Outlook, Postfix and others say it. */
const answers: readonly (readonly [string, MailCause])[] = [
  ['550-5.1.1 The email account that you tried to reach does not exist.', 'address'],
  ['550 5.5.0 Requested action not taken: mailbox unavailable', 'address'],
  ['550 no such user', 'address'],
  ['553 mailbox name not allowed', 'address'],
  ['550 5.2.1 The email account that you tried to reach is disabled.', 'address'],
  ['452 4.2.2 The recipient is over quota', 'full'],
  ['552 5.2.2 Mailbox full', 'full'],
  ['552 mailbox exceeded storage', 'full'],
  ['554 5.7.1 Service unavailable; Client host blocked using a list', 'refused'],
  ['550 5.7.26 Unauthenticated email is not accepted due to DMARC policy.', 'refused'],
  ['554 looks like spam', 'refused'],
  ['535 5.7.8 Authentication credentials invalid', 'sender'],
  ['530 Authentication required', 'sender'],
  ['553 5.1.8 Sender address rejected: domain not found', 'sender'],
  ['450 4.2.0 Greylisted, try again later', 'later'],
  ['451 4.7.1 Please try again later', 'later'],
  ['421 too busy', 'later'],
  ['501 syntax error', 'other'],
];

describe('Why a mail was not taken', () => {
  for (const [answer, cause] of answers)
    it(`is “${cause}” when a mail server says ${answer}`, () => {
      const { reason } = classifyMailFailure({ responseCode: Number(answer.slice(0, 3)), response: answer });
      assert.equal(mailCauseOf(reason), cause);
    });

  it('is that no server answered, or that it stopped in the middle', () => {
    for (const code of ['ECONNREFUSED', 'ETIMEDOUT', 'EDNS', 'ESOCKET', undefined])
      assert.equal(mailCauseOf(classifyMailFailure({ code }).reason), 'away');
    assert.equal(mailCauseOf(classifyMailFailure({ code: 'EABORT' }).reason), 'slow');
    const { reason } = classifyMailFailure({ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' });
    assert.equal(mailCauseOf(reason), 'slow');
  });
});
