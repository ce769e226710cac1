import type { Locale } from '@buurt/domain/wire/locale.js';
import { html, raw } from 'hono/html';

/** Who a mail is from, as its reader knows them. */
export interface MailSender {
  /** Of the organisation; empty where the settings have none. */
  readonly name: string;
  /** `#rrggbb`; absent: a calm one. */
  readonly colour?: string | undefined;
}

interface MailLink {
  readonly label: string;
  readonly href: string;
}

/** One of several things that a mail tells of, each with a link. */
export interface MailEntry {
  readonly link: MailLink;
  /** Short lines under it. */
  readonly details: readonly string[];
}

/** What a mail says: the one description from which its text and its HTML are made. */
export interface MailContent {
  readonly lang: Locale;
  readonly sender: MailSender;
  readonly subject: string;
  readonly greeting?: string;
  /** In words of ours, of the organisation or of residents; an empty line begins a new paragraph. */
  readonly body: string;
  /** What it tells of, after the body. */
  readonly entries?: readonly MailEntry[] | undefined;
  readonly button?: MailLink | undefined;
  /** Buttons after the first. */
  readonly more?: readonly MailLink[] | undefined;
  /** A second link, with what it is for. */
  readonly own?: { readonly lead: string; readonly link: MailLink } | undefined;
  /** What follows the button. */
  readonly closing?: string;
  /** Why somebody gets this mail, and how to end that. */
  readonly footer?: { readonly reason: string; readonly stop: MailLink };
}

/** Characters that steer a terminal or turn the direction of what stands after them: nobody types them, and they can hide words. */
const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it is safe to show, with the line ends of a mail. */
const plain = (text: string) => text.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n').replaceAll(steering, '');

export const onOneLine = (text: string) => plain(text).replaceAll(/\s+/gu, ' ').trim();

/** Longer ones no program shows, and a mail server need not take a line of more than 998 characters (RFC 5322 §2.1.1). */
const longestHeader = 200;

/** A text as it stands in a header: a subject, or the name of a sender. */
export function headerText(text: string): string {
  const letters = Array.from(onOneLine(text));
  return letters.length <= longestHeader
    ? letters.join('')
    : `${letters.slice(0, longestHeader - 1).join('')}…`;
}

const spokenEntry = ({ link, details }: MailEntry) =>
  [`- ${link.label}`, ...[...details, link.href].map((line) => `  ${line}`)].join('\n');

const spoken = ({ label, href }: MailLink) => `${label}: ${href}`;

/** For programs that show no HTML, and residents who want none. */
export const textOf = ({
  greeting,
  body,
  entries = [],
  button,
  more = [],
  own,
  closing,
  footer,
}: MailContent): string =>
  `${[
    greeting,
    plain(body),
    entries.map(spokenEntry).join('\n'),
    button && spoken(button),
    ...more.map(spoken),
    own && `${own.lead}\n\n${spoken(own.link)}`,
    closing,
    // Two dashes and a space: what follows is no part of the message (RFC 3676 §4.3).
    footer && `-- \n${footer.reason} ${spoken(footer.stop)}`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;

const calm = '#0b5c66';

/** The brightness of a colour as WCAG counts it, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const isColour = (text: string) => /^#[\da-f]{6}$/i.test(text);

/** White or black, whichever reads best on a colour: at least 4.5:1 on any. */
export const inkOn = (colour: string): '#ffffff' | '#000000' =>
  1.05 / (luminance(colour) + 0.05) >= (luminance(colour) + 0.05) / 0.05 ? '#ffffff' : '#000000';

// Dark by rules, for programs that know them; all else stands in the elements, since many programs drop a style sheet.
const dark = `:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  body, .mail { background: #14191a !important; color: #eef3f2 !important }
  .small, .small a { color: #b9c4c3 !important } }`;

const styles = {
  body: 'margin:0;padding:0;background:#ffffff;color:#1c2324',
  mail: 'max-width:34rem;margin:0 auto;padding:24px 20px;background:#ffffff;color:#1c2324;font:18px/1.6 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif;overflow-wrap:anywhere;word-break:break-word',
  sender: 'margin:0 0 24px;padding:0 0 12px;font-weight:700',
  paragraph: 'margin:0 0 16px',
  list: 'margin:0 0 16px;padding:0 0 0 24px',
  entry: 'margin:0 0 12px',
  button: 'display:inline-block;padding:12px 24px;border-radius:12px;font-weight:700;text-decoration:none',
  small: 'margin:32px 0 0;font-size:15px;color:#4a5556',
};

/* eslint-disable no-restricted-syntax -- No policy of a page holds for a mail, and many mail programs drop style sheets. */

const linesOf = (paragraph: string) => paragraph.split('\n').map((line) => line.trim());

function paragraphFrom(text: string) {
  const lines = linesOf(text);
  if (lines.every((line) => line.startsWith('- ')))
    return html`<ul style="${styles.list}">
      ${lines.map((line) => html`<li>${line.slice(2)}</li>`)}
    </ul>`;
  return html`<p style="${styles.paragraph}">
    ${lines.map((line, index) => (index === 0 ? line : html`<br />${line}`))}
  </p>`;
}

const paragraphsFrom = (text: string) =>
  plain(text)
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '')
    .map(paragraphFrom);

/**
 * Without pictures, scripts, tables or anything that is fetched: nobody learns that a mail was opened. Every word is escaped.
 */
export async function htmlOf({
  lang,
  sender,
  subject,
  greeting = '',
  body,
  entries = [],
  button,
  more = [],
  own,
  closing = '',
  footer,
}: MailContent): Promise<string> {
  const colour = sender.colour !== undefined && isColour(sender.colour) ? sender.colour : calm;
  const ink = inkOn(colour);
  const name = onOneLine(sender.name);
  return String(
    await html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>${subject}</title>
          ${raw(`<style>${dark}</style>`)}
        </head>
        <body style="${styles.body}">
          <div class="mail" lang="${lang}" style="${styles.mail}">
            ${
              name === ''
                ? ''
                : html`<p style="${styles.sender};border-bottom:4px solid ${colour}">${name}</p>`
            }
            ${paragraphsFrom(greeting)} ${paragraphsFrom(body)}
            ${
              entries.length === 0
                ? ''
                : html`<ul style="${styles.list}">
                    ${entries.map(
                      ({ link, details }) =>
                        html`<li style="${styles.entry}">
                          <a href="${link.href}">${link.label}</a
                          >${details.map((line) => html`<br />${line}`)}
                        </li>`,
                    )}
                  </ul>`
            }
            ${[...(button ? [button] : []), ...more].map(
              ({ href, label }) =>
                html`<p style="${styles.paragraph}">
                  <a
                    href="${href}"
                    style="${styles.button};border:2px solid ${ink};background:${colour};color:${ink}"
                    >${label}</a
                  >
                </p>`,
            )}
            ${
              own
                ? html`${paragraphsFrom(own.lead)}
                    <p style="${styles.paragraph}"><a href="${own.link.href}">${own.link.label}</a></p>`
                : ''
            }
            ${paragraphsFrom(closing)}
            ${
              footer
                ? html`<p class="small" style="${styles.small}">
                    ${footer.reason}
                    <a href="${footer.stop.href}" style="color:#4a5556">${footer.stop.label}</a>
                  </p>`
                : ''
            }
          </div>
        </body>
      </html>`,
  );
}
