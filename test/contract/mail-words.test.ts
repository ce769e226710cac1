import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followerPageMessages } from '../../packages/server/src/followers/follower-page.messages.js';
import { makerMessages } from '../../packages/server/src/ideas/maker.messages.js';
import { newsMessages } from '../../packages/server/src/initiatives/news.messages.js';
import { mailMessages } from '../../packages/server/src/mail/mail.messages.js';
import { handoverMessages } from '../../packages/server/src/makers/handover.messages.js';
import { staffMailMessages } from '../../packages/server/src/staff/staff-mails.messages.js';
import { settleMessages } from '../../packages/server/src/rounds/settle.messages.js';

/** All that residents read in mails, and on the page to which mails lead. */
const all = {
  mail: mailMessages,
  maker: makerMessages,
  handover: handoverMessages,
  news: newsMessages,
  settle: settleMessages,
  staff: staffMailMessages,
  page: followerPageMessages,
};

/** The texts in messages with the paths to them, where values have one word each. */
function textsIn(messages: object, path: string): [string, string][] {
  return Object.entries(messages).flatMap(([name, message]): [string, string][] => {
    if (typeof message === 'object' && message !== null) return textsIn(message, `${path}.${name}`);
    const values = Array.from({ length: 4 }, () => 'waarde');
    const text: unknown =
      typeof message === 'function' ? (message as (...values: string[]) => unknown)(...values) : message;
    return [[`${path}.${name}`, String(text)]];
  });
}
const textsOf = (locale: 'nl' | 'en') =>
  Object.entries(all).flatMap(([name, messages]) => textsIn(messages[locale], name));
const sentencesIn = (text: string) => text.split(/[.!?:]\s+|\n/);

/** Words above B1, of offices; each has a plain one. */
const stiff =
  /\b(u|uw|betreffende|middels|teneinde|indien|tevens|reeds|hierbij|derhalve|conform|dient te|gelieve|verzoeken|desgewenst|aangaande)\b/i;

describe('The words of mails, and of the page of a follower', () => {
  for (const locale of ['nl', 'en'] as const)
    it(`are short sentences (${locale})`, () => {
      const most = locale === 'nl' ? 15 : 18;
      const long = textsOf(locale).flatMap(([path, text]) =>
        sentencesIn(text)
          .filter((sentence) => sentence.split(/\s+/).length > most)
          .map((sentence) => [path, sentence]),
      );
      assert.deepEqual(long, []);
    });

  it('say je, and no words of offices', () => {
    assert.deepEqual(
      textsOf('nl').filter(([, text]) => stiff.test(text)),
      [],
    );
  });

  it('are there in both languages, and differ', () => {
    const english = new Map(textsOf('en'));
    for (const [path, text] of textsOf('nl')) {
      assert.ok(english.has(path), path);
      assert.notEqual(english.get(path), text, path);
    }
  });
});
