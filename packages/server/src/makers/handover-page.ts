import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import type { Takeover } from '@buurt/domain/initiatives/maker-submissions.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { html, raw } from 'hono/html';
import type { SmallPage } from '../http/small-page.js';
import { handoverMessages } from './handover.messages.js';

/** What the page says once there is nothing to answer any more. */
export function answeredPage(
  state: 'accepted' | 'declined' | 'gone',
  title: string,
  locale: Locale,
): SmallPage {
  const t = handoverMessages[locale];
  const { body } = t[state];
  return {
    title: state === 'accepted' ? t.accepted.title(title) : t[state].title,
    body: html`<p>${body}</p>`,
    locale,
  };
}

/** What the page asks, and what was filled in when something was wrong with it. */
interface AskingPage {
  readonly title: string;
  /** Of the maker. */
  readonly words: string;
  readonly organisation: string;
  readonly contactKeptDays: number;
  readonly locale: Locale;
  readonly filled?: Takeover;
  readonly problems?: readonly Problem[];
}

function nameProblem(locale: Locale, { code, limit = 0 }: Problem): string {
  const t = handoverMessages[locale].page;
  if (code === 'required') return t.required;
  return code === 'too-long' ? t.tooLong(limit) : t.malformed;
}

/** The page on which a neighbour says whether they take over. */
export function askingPage(
  { title, words, organisation, contactKeptDays, locale, filled, problems = [] }: AskingPage,
  path: string,
): SmallPage {
  const t = handoverMessages[locale].page;
  const ofName = problems.find(({ pointer }) => pointer === '/name');
  const ofConsent = problems.find(({ pointer }) => pointer === '/consent');
  const described = (id: string, hint: string) => raw(`aria-invalid="true" aria-describedby="${id} ${hint}"`);
  // Where something is wrong, whoever reads with a keyboard or by ear stands there at once.
  const focus = (isFirst: boolean) => (isFirst ? raw('autofocus') : '');
  return {
    title: t.title(title),
    locale,
    body: html`<p>${t.lead}</p>
      ${
        words === ''
          ? ''
          : html`<p>${t.writes}</p>
              <blockquote dir="auto">${words}</blockquote>`
      }
      <p>${t.means}</p>
      <form method="post" action="${path}/accept">
        <label for="name">${t.name}</label>
        <p class="hint" id="name-hint">${t.nameHint}</p>
        ${ofName ? html`<p class="problem" id="name-problem">${nameProblem(locale, ofName)}</p>` : ''}
        <input
          id="name"
          name="name"
          type="text"
          dir="auto"
          autocomplete="name"
          required
          maxlength="${String(mostCharacters.name)}"
          value="${filled?.name ?? ''}"
          ${focus(ofName !== undefined)}
          ${ofName ? described('name-problem', 'name-hint') : raw('aria-describedby="name-hint"')}
        />
        <label class="check">
          <input
            name="consent"
            type="checkbox"
            value="yes"
            required
            ${filled?.consent ? raw('checked') : ''}
            ${focus(!ofName && ofConsent !== undefined)}
            ${ofConsent ? raw('aria-invalid="true" aria-describedby="consent-problem"') : ''}
          />
          <span>${t.consent(organisation || t.organisation, contactKeptDays)}</span>
        </label>
        ${ofConsent ? html`<p class="problem" id="consent-problem">${t.consentNeeded}</p>` : ''}
        <p><button>${t.accept}</button></p>
      </form>
      <h2 id="nee">${t.declineTitle}</h2>
      <p>${t.declineText}</p>
      <form method="post" action="${path}/decline">
        <button class="quiet">${t.decline}</button>
      </form>`,
  };
}
