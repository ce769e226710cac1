import { explainRules, printCode, rulesSentencesNl, type BallotRules, type Round } from '@buurt/domain';
import { html, raw } from 'hono/html';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { letterStyles } from './letter-styles.js';
import { numbered } from './paper-ballot.js';

/** One row of the mail-merge file. */
export interface Letter {
  readonly letter: string;
  readonly code: string;
}

export interface LetterOptions {
  /** Who writes, as residents know him. */
  readonly sender: string;
  /** The page with the vote. */
  readonly page: string;
  /** Where a resident who needs help gets it, in a sentence. */
  readonly helpLine: string | undefined;
  /** Whether a ballot on paper goes with each letter. */
  readonly paper: boolean;
}

type Html = ReturnType<typeof html>;

/** The page with the code behind the `#`, which browsers do not send to anybody. */
export const linkWith = (page: string, code: string): string => `${page}#code=${code}`;

const when = new Intl.DateTimeFormat('nl-NL', {
  ...{ timeZone: 'Europe/Amsterdam', weekday: 'long', day: 'numeric', month: 'long' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

const money = (cents: number, currency: string) =>
  new Intl.NumberFormat('nl-NL', {
    ...{ style: 'currency', currency, minimumFractionDigits: cents % 100 === 0 ? 0 : 2 },
  }).format(cents / 100);

const qrOf = (text: string) =>
  raw(toSvgSource(generate(text), { on: '#000', off: '#fff', pad: 4, xmlDeclaration: false }));

function letterPage(
  round: Round,
  { letter, code }: Letter,
  { sender, page, helpLine, paper }: LetterOptions,
) {
  const { host, pathname } = new URL(page);
  const written = host + (pathname === '/' ? '' : pathname);
  return html`<section class="page">
    <header>
      <p class="sender">${sender}</p>
      <p>Aan de bewoners van dit adres</p>
    </header>
    <h1>${round.name}: jullie kiezen</h1>
    <p class="lead">
      Er is ${money(round.budgetCents, round.currency)} voor de buurt. De buren maakten
      ${String(round.proposals.length)} plannen. Met deze brief stemt jullie huis mee.
    </p>
    <div class="vote">
      <div class="qr">${qrOf(linkWith(page, code))}</div>
      <div>
        <p>Scan het vierkant met je telefoon. Of ga naar</p>
        <p class="address">${written}</p>
        <p>en vul deze code in:</p>
        <p class="code">${printCode(code)}</p>
      </div>
    </div>
    <ul>
      <li>
        Stemmen kan van <b>${when.format(new Date(round.opensAt))}</b> tot
        <b>${when.format(new Date(round.closesAt))}</b>.
      </li>
      <li>Een huis heeft één stem. Overleg dus samen.</li>
      <li>Anders besloten? Stem opnieuw met dezelfde code. Je laatste stem telt.</li>
      <li>
        Het stemsysteem kent je adres niet. Bewaar de brief tot de uitslag: wie de code heeft, kan stemmen.
      </li>
      ${paper ? html`<li>Liever op papier? Gebruik het stembiljet hierachter.</li>` : ''}
      <li>${helpLine ?? 'Hulp nodig? Vraag het een buur, of neem contact met ons op.'}</li>
    </ul>
    <p class="english" lang="en">
      In English: your home has one vote. Scan the square, or go to ${written} and type the code. You can
      change your vote until the end. The page is in English too.
    </p>
    <p class="number">Brief ${letter}</p>
  </section>`;
}

const boxes: Readonly<Record<BallotRules['expression'], { hint: string; box: string }>> = {
  approve: { hint: 'Zet een kruisje voor elk plan dat je kiest.', box: 'square' },
  rank: { hint: 'Zet 1 voor het plan dat je het liefst wilt, dan 2, en zo verder.', box: 'line' },
  allocate: { hint: 'Zet voor elk plan dat je kiest hoeveel punten het krijgt.', box: 'line' },
  score: { hint: 'Zet voor elk plan dat je kiest hoeveel punten het krijgt.', box: 'line' },
};

function paperBallot(round: Round, { letter, code }: Letter): Html {
  const { hint, box } = boxes[round.rules.expression];
  const rows = numbered(round).map(({ title, costCents }, index) => [index + 1, title, costCents] as const);
  return html`<section class="page ballot">
    <h1>Stembiljet: ${round.name}</h1>
    <p class="lead">${hint}</p>
    <ul class="rules">
      ${explainRules(round, rulesSentencesNl).map((rule) => html`<li>${rule}</li>`)}
    </ul>
    <table>
      <tbody>
        ${rows.map(
          ([number, title, costCents]) =>
            html`<tr>
              <td><span class="${box}"></span></td>
              <td class="nr">${String(number)}</td>
              <td>${title}</td>
              <td class="cost">${money(costCents, round.currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      Lever dit biljet in vóór ${when.format(new Date(round.closesAt))}. Stem je ook online? Dan telt die
      stem.
    </p>
    <p class="code small">${printCode(code)}</p>
    <p class="number">Brief ${letter}</p>
  </section>`;
}

/** Letters for print, one on a page of A4 and a ballot on the next; the page asks nothing of any server. */
export async function lettersHtml(
  round: Round,
  letters: readonly Letter[],
  options: LetterOptions,
): Promise<string> {
  const pages = letters.map((letter) => [
    letterPage(round, letter, options),
    options.paper ? paperBallot(round, letter) : '',
  ]);
  return String(
    await html`<!doctype html>
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="robots" content="noindex" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'"
          />
          <title>Brieven: ${round.name}</title>
          ${raw(letterStyles)}
        </head>
        <body>
          ${pages}
        </body>
      </html> `,
  );
}
