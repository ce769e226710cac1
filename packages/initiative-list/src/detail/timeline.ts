import { html, nothing, type TemplateResult } from 'lit';
import { money, relative, shortDate } from '@buurt/core/messages/format.js';
import { daysUntil, promisedMoney, silentDays } from '@buurt/domain/initiatives/initiative-news.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { BuurtPromise, Initiative } from '@buurt/domain/initiatives/initiative.js';
import { picture } from '@buurt/core/element/picture.js';
import type { Icon } from '@buurt/core/icons/icon.js';
import { tickIcon } from '@buurt/core/icons/icons.js';
import { crossIcon, hourglassIcon, street } from '../icons.js';
import { section, type SectionContext } from './sections.js';

const steps: readonly InitiativeStatus[] = ['new', 'onBallot', 'granted', 'underway', 'done'];

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
export function stages({ t }: SectionContext, initiative: Initiative): TemplateResult {
  const { status, statusReason } = initiative;
  const at = steps.indexOf(status);
  const past = taken(initiative);
  const reason = statusReason
    ? html`<p class="reason"><strong>${t.why}</strong> ${statusReason}</p>`
    : nothing;
  if (at < 0) return html`${reason}`;
  return html`<ol class="stages" aria-label=${t.stages}>
      ${steps.map(
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

type PromiseOutcome = 'kept' | 'broken' | 'late' | 'open';

/** What became of a promise: as the operator says, and by the calendar while they say nothing. */
function outcomeOf(
  { t, now }: SectionContext,
  { state, dueOn }: BuurtPromise,
): { readonly outcome: PromiseOutcome; readonly text: string } {
  if (state === 'kept') return { outcome: 'kept', text: t.kept };
  if (state === 'broken') return { outcome: 'broken', text: t.broken };
  const days = daysUntil(dueOn, today(now));
  if (days < 0) return { outcome: 'late', text: t.daysLate({ days: -days }) };
  return { outcome: state, text: days === 0 ? t.today : t.daysLeft({ days }) };
}

const icons: Readonly<Record<PromiseOutcome, Icon>> = {
  kept: tickIcon,
  broken: crossIcon,
  late: hourglassIcon,
  open: hourglassIcon,
};

function promise(context: SectionContext, each: BuurtPromise): TemplateResult {
  const { t, locale } = context;
  const { outcome, text } = outcomeOf(context, each);
  const { grantedCents, spentCents } = each;
  return html`<li class="promise ${outcome}">
    ${icons[outcome]}
    <div>
      <p>
        <strong><bdi>${each.what}</bdi></strong>
      </p>
      <p class="hint">
        <bdi
          ><bdi>${each.who}</bdi>, ${t.before({ date: shortDate(each.dueOn, locale) })} —
          <strong class="fate">${text}</strong></bdi
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

function moneySection(context: SectionContext, promises: readonly BuurtPromise[]) {
  const { t, locale, level } = context;
  const { grantedCents, spentCents } = promisedMoney(promises);
  if (grantedCents === null && spentCents === null) return nothing;
  const amount = (cents: number | null) => money(cents ?? 0, locale);
  return section(
    { ...context, level: level + 1 },
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
export const promises = (context: SectionContext, { promises: all }: Initiative) =>
  all.length === 0
    ? nothing
    : section(
        context,
        context.t.promises,
        html`<ul class="promises">
            ${all.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).map((each) => promise(context, each))}
          </ul>
          ${moneySection(context, all)}`,
      );

/** The news, the newest first, down to the idea itself. */
export function news(context: SectionContext, initiative: Initiative): TemplateResult {
  const { t, list, locale, now } = context;
  const days = silentDays(initiative, now);
  const feed = [...initiative.news, { at: initiative.publishedAt, text: t.published, photo: null }];
  return section(
    context,
    t.news,
    html`${days > 0 ? html`<p class="silent">${list.silence({ days })}</p>` : nothing}
      <ol class="news-list">
        ${feed.map(
          ({ at, text, photo }) =>
            html`<li>
              <p class="hint">
                <bdi><time datetime=${at}>${shortDate(at, locale)}</time> (${relative(at, locale, now)})</bdi>
              </p>
              <p class="prose" dir="auto">${text}</p>
              ${photo ? picture(photo, '(min-width: 40rem) 20rem, 100vw', street) : nothing}
            </li>`,
        )}
      </ol>`,
  );
}
