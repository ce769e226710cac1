import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inkOn, type MailSender } from '../../packages/server/src/mail/mail-layout.js';
import { composeMail, digestText, type Mail } from '../../packages/server/src/mail/mail-texts.js';
import { offerText } from '../../packages/server/src/ideas/maker-texts.js';
import { folderTransport } from '../../packages/server/src/mail/transports.js';

const link = 'https://buurt.example.nl/v1/followers/1.a';
const sender: MailSender = { name: 'De Wetering', colour: '#ffcc00' };
const at = { publicUrl: 'https://buurt.example.nl:8443/wonen', link };
const news = {
  id: '0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01',
  initiativeId: '5b1f3c1e-2b83-4a5e-8a0e-0d8f5d9b7c11',
  kind: 'news',
  email: 'sam@voorbeeld.nl',
  isMaker: false,
  locale: 'nl',
  what: 'Lange tafel',
  page: 'https://www.example.nl/buurt?id=3&x=1',
  subject: 'Nieuws over Lange tafel',
  text: 'Lange tafel\n\nDe tafel staat.\nKom je ook?',
  sender,
} as const;

/** The names of the tags that open in a page. */
const tagsIn = (html: string) => [...html.matchAll(/<([a-z!][\w-]*)/gi)].map(([, name]) => name!);
const known = new Set([
  '!doctype',
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'div',
  'p',
  'a',
  'br',
  'ul',
  'li',
]);

/** Each part of a mail as it goes over the line: its headers by their small names, and what it holds. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}
function partFrom(source: string): Part {
  const [, head = '', body = ''] = /^([\s\S]*?)\n\n([\s\S]*)$/.exec(source)!;
  const lines = head.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return {
    body,
    headers: new Map(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
    ),
  };
}
const decoded = ({ headers, body }: Part): string =>
  headers.get('content-transfer-encoding') === 'base64'
    ? Buffer.from(body, 'base64').toString()
    : headers.get('content-transfer-encoding') === 'quoted-printable'
      ? Buffer.from(
          body
            .replaceAll(/=\n/g, '')
            .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString()
      : body;

/** A mail as it is written for a mail server: its headers, its text and its HTML, and its longest line. */
async function written(mail: Mail) {
  const folder = await mkdtemp(join(tmpdir(), 'buurt-mail-'));
  await folderTransport(folder, 'Buurt <buurt@example.nl>', () => new Date())(mail);
  const [file] = await readdir(folder);
  const source = await readFile(join(folder, file!), 'utf8');
  await rm(folder, { recursive: true });
  const whole = partFrom(source);
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(whole.headers.get('content-type')!)!;
  const [text, html, ...more] = whole.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((each) => partFrom(each.replace(/^\n/, '')));
  assert.deepEqual(more, []);
  return {
    headers: whole.headers,
    text: decoded(text!),
    html: decoded(html!),
    longestLine: Math.max(...source.split('\n').map((line) => line.length)),
  };
}

describe('A mail', () => {
  it('says the same as text and as HTML', async () => {
    const { text, html } = await composeMail(news, at);
    assert.equal(
      text,
      'Lange tafel\n\nDe tafel staat.\nKom je ook?\n\nMeer lezen: https://www.example.nl/buurt?id=3&x=1\n\n' +
        `-- \nJe krijgt deze mail omdat je “Lange tafel” volgt. Stoppen met deze mails: ${link}\n`,
    );
    for (const word of ['De tafel staat.<br', 'Kom je ook?', 'Meer lezen', 'omdat je “Lange tafel” volgt'])
      assert.ok(html.includes(word), word);
    assert.ok(html.includes('href="https://www.example.nl/buurt?id=3&amp;x=1"'));
    assert.ok(html.includes(`href="${link}"`));
  });

  it('has the organisation on top, in its colour, and is readable in the dark', async () => {
    const { html } = await composeMail(news, at);
    assert.match(html, /<html lang="nl">/);
    assert.match(html, /border-bottom:4px solid #ffcc00">De Wetering</);
    assert.match(html, /background:#ffcc00;color:#000000"/);
    assert.match(html, /<meta name="color-scheme" content="light dark" ?\/>/);
    assert.match(html, /@media \(prefers-color-scheme: dark\)/);
    const plain = await composeMail({ ...news, sender: { name: '', colour: 'red;}' } }, at);
    assert.match(plain.html, /background:#0b5c66;color:#ffffff"/);
    assert.doesNotMatch(plain.html, /border-bottom/);
  });

  it('has nothing that is fetched, nothing that runs, and no table', async () => {
    const { html } = await composeMail(news, at);
    assert.deepEqual(
      tagsIn(html).filter((name) => !known.has(name)),
      [],
    );
    assert.doesNotMatch(html, /src=|url\(|@import|@font-face|<link/i);
  });

  it('lists the titles of a digest', async () => {
    const digest = digestText('Lindenkwartier', { titles: ['Een boom', 'Een & bankje'], count: 3 }, 'nl');
    const { html, text } = await composeMail({ ...news, ...digest, kind: 'digest' }, at);
    assert.match(html, /<li>Een boom<\/li>\s*<li>Een &amp; bankje<\/li>/);
    assert.match(text, /^- Een boom$/m);
  });

  it('has words on its button that can be read on any colour', () => {
    const parts = ['00', '33', '66', '80', '99', 'cc', 'ff'];
    const brightness = (colour: string) =>
      [1, 3, 5]
        .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0);
    for (const red of parts)
      for (const green of parts)
        for (const blue of parts) {
          const colour = `#${red}${green}${blue}`;
          const [light, dark] = [brightness(colour), brightness(inkOn(colour))].toSorted((a, b) => b - a);
          assert.ok((light! + 0.05) / (dark! + 0.05) >= 4.5, colour);
        }
  });
});

describe('The headers of a mail', () => {
  it('name the organisation, and no holiday message answers it', async () => {
    const { headers } = await written(await composeMail(news, at));
    assert.equal(headers.get('from'), 'De Wetering <buurt@example.nl>');
    assert.equal(headers.get('auto-submitted'), 'auto-generated');
    const nameless = await written(await composeMail({ ...news, sender: { name: '' } }, at));
    assert.equal(nameless.headers.get('from'), 'Buurt <buurt@example.nl>');
  });

  it('are the same for a mail that goes twice, and make one conversation of an initiative', async () => {
    const both = await Promise.all([1, 2].map(async () => written(await composeMail(news, at))));
    for (const { headers } of both) {
      assert.equal(headers.get('message-id'), '<0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01@buurt.example.nl>');
      assert.equal(
        headers.get('references'),
        '<initiative.5b1f3c1e-2b83-4a5e-8a0e-0d8f5d9b7c11@buurt.example.nl>',
      );
    }
    const ofBuurt = await written(await composeMail({ ...news, kind: 'digest', initiativeId: null }, at));
    assert.equal(ofBuurt.headers.get('references'), undefined);
  });

  it('let one press end what somebody subscribed to, and nothing else', async () => {
    for (const kind of ['news', 'digest', 'decision', 'offer'] as const) {
      const { headers } = await written(await composeMail({ ...news, kind }, at));
      assert.equal(headers.get('list-unsubscribe'), `<${link}/stop>`);
      assert.equal(headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    }
    for (const kind of ['confirm', 'receipt'] as const) {
      const { headers } = await written(await composeMail({ ...news, kind }, at));
      assert.equal(headers.get('list-unsubscribe'), undefined);
    }
  });
});

const hostile: Readonly<Record<string, string>> = {
  markup: '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>"\'><a href="javascript:x">',
  'a header': 'Een boom\r\nBcc: all@example.org\r\n\r\n<b>body</b>',
  'a header after a bare line end': 'Een boom\nBcc: all@example.org\n\nbody',
  'an encoded header': 'Een boom =?utf-8?Q?=0D=0ABcc:_all@example.org?=',
  'other line ends': 'Een boom\u2028Bcc: all@example.org\u0085Bcc: all@example.org',
  'a turned direction': 'Een \u202eboom\u202c \u2066fdp.exe\u2069',
  'signs that steer': 'Een \u0000\u0007\u001b[31mboom\u009b',
  'a long word': 'a'.repeat(10_000),
  'a long word of other letters': '👩‍🌾é'.repeat(3000),
  'a boundary': '----_NmP-1\nContent-Type: text/html\n\n<script>x</script>\n----_NmP-1--',
  'a dot alone': 'Een boom\n.\nQUIT',
};

describe('Words of residents in a mail', () => {
  for (const [name, words] of Object.entries(hostile))
    for (const kind of ['confirm', 'receipt', 'news', 'digest', 'decision', 'offer'] as const)
      it(`that are ${name} stay words: ${kind}`, async () => {
        const said =
          kind === 'offer'
            ? offerText(words, { kinds: ['time'], message: words, name: words, contact: words }, 'nl')
            : kind === 'digest'
              ? digestText(words, { titles: [words, words], count: 1 }, 'nl')
              : { subject: words, text: words };
        const row = { ...news, ...said, kind, what: words, sender: { ...sender, name: words } };
        const mail = await composeMail(row, at);
        const { headers, text, html, longestLine } = await written(mail);
        assert.deepEqual(
          [...headers.keys()].filter(
            (header) =>
              !/^(list-unsubscribe(-post)?|auto-submitted|from|to|subject|message-id|references|date|mime-version|content-type)$/.test(
                header,
              ),
          ),
          [],
        );
        assert.equal(headers.get('to'), 'sam@voorbeeld.nl');
        assert.match(headers.get('from')!, /<buurt@example\.nl>$/);
        assert.ok(longestLine <= 998, String(longestLine));
        assert.ok(Array.from(mail.subject).length <= 200);
        for (const said of [mail.subject, text, html])
          assert.doesNotMatch(said, /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        assert.doesNotMatch(mail.subject, /\n/);
        assert.deepEqual(
          tagsIn(html).filter((tag) => !known.has(tag)),
          [],
        );
        assert.equal(tagsIn(html).filter((tag) => ['title', 'style', 'body'].includes(tag)).length, 3);
        assert.doesNotMatch(html, /href="(?!https:\/\/(buurt|www)\.example\.nl)/);
        assert.equal(text.trimEnd(), mail.text.trimEnd());
        assert.equal(html.trimEnd(), mail.html.trimEnd());
      });
});
