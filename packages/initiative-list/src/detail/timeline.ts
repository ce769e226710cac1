import { html, nothing, type TemplateResult } from 'lit';
import { money, relative, shortDate } from '@buurt/core/messages/format.js';
import { daysUntil, promisedMoney, silentDays } from '@buurt/domain/initiatives/initiative-news.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { BuurtPromise, Initiative } from '@buurt/domain/initiatives/initiative.js';
import { crossIcon, hourglassIcon, tickIcon } from '../icons.js';
import { picture } from '../pictures.js';
import { section } from './sections.js';
import type { Telling } from './story.js';

const road: readonly InitiativeStatus[] = ['new', 'onBallot', 'granted', 'underway', 'done'];

/** The steps before the one it is at that are known to have been taken: not every initiative is voted on, or gets money. */
function taken({ status, promises }: Initiative): ReadonlySet<InitiativeStatus> {
  const granted = promisedMoney(promises).grantedCents !== null;
  return new Set<InitiativeStatus>([
    'new',
    ...(granted ? (['granted'] as const) : []),
    ...(status === 'done' ? (['underway'] as const) : []),
  ]);
}

/** From idea to done, and where it is now; with the reason where one was given. */
export function stages({ t }: Telling, initiative: Initiative): TemplateResult {
  const { status, statusReason } = initiative;
  const at = road.indexOf(status);
  const past = taken(initiative);
  const reason = statusReason
    ? html`<p class="reason"><strong>${t.why}</strong> ${statusReason}</p>`
    : nothing;
  if (at < 0) return html`${reason}`;
  return html`<ol class="stages" aria-label=${t.stages}>
      ${road.map(
        (each, index) =>
          html`<li
            class=${index < at && past.has(each) ? 'past' : index === at ? 'now' : ''}
            aria-current=${index === at ? 'step' : nothing}
          >
            ${t.stage[each]}${index === at ? html`<span class="for-reader"> (${t.now})</span>` : nothing}
          </li>`,
      )}
    </ol>
    ${reason}`;
}

/** Today where the buurt is, as a calendar date: `2026-11-23`. */
const today = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(now);

type How = 'kept' | 'broken' | 'late' | 'open';

/** What became of a promise: as the operator says, and by the calendar while he says nothing. */
function fate(
  { t, now }: Telling,
  { state, by }: BuurtPromise,
): { readonly how: How; readonly words: string } {
  if (state === 'kept') return { how: 'kept', words: t.kept };
  if (state === 'broken') return { how: 'broken', words: t.broken };
  const days = daysUntil(by, today(now));
  if (days < 0) return { how: 'late', words: t.daysLate({ days: -days }) };
  return { how: state, words: days === 0 ? t.today : t.daysLeft({ days }) };
}

const signs: Readonly<Record<How, TemplateResult>> = {
  kept: tickIcon,
  broken: crossIcon,
  late: hourglassIcon,
  open: hourglassIcon,
};

function promise(telling: Telling, each: BuurtPromise): TemplateResult {
  const { t, locale } = telling;
  const { how, words } = fate(telling, each);
  const { grantedCents, spentCents } = each;
  return html`<li class="promise ${how}">
    ${signs[how]}
    <div>
      <p>
        <strong><bdi>${each.what}</bdi></strong>
      </p>
      <p class="hint">
        <bdi
          ><bdi>${each.who}</bdi>, ${t.before({ date: shortDate(each.by, locale) })} —
          <strong class="fate">${words}</strong></bdi
        >
      </p>
      ${
        grantedCents === null
          ? nothing
          : html`<p class="hint">
              <bdi
                >${
                  spentCents === null
                    ? t.granted({ amount: money(grantedCents, locale) })
                    : t.spentOf({ spent: money(spentCents, locale), granted: money(grantedCents, locale) })
                }</bdi
              >
            </p>`
      }
    </div>
  </li>`;
}

function purse(telling: Telling, promises: readonly BuurtPromise[]) {
  const { t, locale, level } = telling;
  const { grantedCents, spentCents } = promisedMoney(promises);
  if (grantedCents === null && spentCents === null) return nothing;
  const amount = (cents: number | null) => money(cents ?? 0, locale);
  return section(
    { ...telling, level: level + 1 },
    t.money,
    html`<p class="purse">
        <span>${t.granted({ amount: amount(grantedCents) })}</span>
        <span>${t.spent({ amount: amount(spentCents) })}</span>
      </p>
      ${
        grantedCents
          ? html`<progress
              max=${grantedCents}
              value=${Math.min(spentCents ?? 0, grantedCents)}
              aria-label=${t.spentOf({ spent: amount(spentCents), granted: amount(grantedCents) })}
            ></progress>`
          : nothing
      }`,
  );
}

/** Who does what by when, what became of it, and the money. */
export const promises = (telling: Telling, { promises: all }: Initiative) =>
  all.length === 0
    ? nothing
    : section(
        telling,
        telling.t.promises,
        html`<ul class="promises">
            ${all.toSorted((a, b) => a.by.localeCompare(b.by)).map((each) => promise(telling, each))}
          </ul>
          ${purse(telling, all)}`,
      );

/** What was told, the newest first, down to the idea itself. */
export function news(telling: Telling, initiative: Initiative): TemplateResult {
  const { t, list, locale, now } = telling;
  const days = silentDays(initiative, now);
  const told = [...initiative.news, { at: initiative.publishedAt, text: t.published, photo: null }];
  return section(
    telling,
    t.news,
    html`${days > 0 ? html`<p class="silent">${list.silence({ days })}</p>` : nothing}
      <ol class="news-list">
        ${told.map(
          ({ at, text, photo }) =>
            html`<li>
              <p class="hint">
                <bdi><time datetime=${at}>${shortDate(at, locale)}</time> (${relative(at, locale, now)})</bdi>
              </p>
              <p class="prose" dir="auto">${text}</p>
              ${photo ? picture(photo, '(min-width: 40rem) 20rem, 100vw') : nothing}
            </li>`,
        )}
      </ol>`,
  );
}
