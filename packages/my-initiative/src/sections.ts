import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import { money, relative, shortDate } from '@buurt/core/messages/format.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import {
  isRunning,
  type MyInitiative,
  type ReceivedOffer,
  type ReceivedQuestion,
} from '@buurt/domain/initiatives/my-initiative.js';
import type { MakerFormKind, MakerSubject } from './maker-forms.js';
import type { MyInitiativeMessages } from './my-initiative.messages.js';

/** Which form is open: of its kind one at a time, about one offer or question. */
export interface OpenForm {
  readonly kind: MakerFormKind | 'lostLink';
  readonly id?: string;
}

/** What the sections are drawn with. */
export interface SectionContext {
  readonly t: MyInitiativeMessages;
  readonly locale: Locale;
  /** Level of the headings of sections. */
  readonly level: number;
  readonly now: number;
  readonly open: OpenForm | undefined;
  readonly onOpen: (form: OpenForm) => void;
  /** The form that is open, about this. */
  readonly form: (subject: MakerSubject) => unknown;
}

const section = ({ level }: SectionContext, title: string, name: string, content: unknown): TemplateResult =>
  html`<section class=${name}>${heading(level, title, { focusAs: `title-${name}` })}${content}</section>`;

/**
 * The button that opens a form, or the form in its place; `describedBy` is the id of what it is about, where several
 * buttons have the same words.
 */
function opener(
  { open, onOpen, form }: SectionContext,
  wanted: OpenForm,
  label: string,
  subject: MakerSubject,
  { look = '', describedBy }: { readonly look?: string; readonly describedBy?: string } = {},
): unknown {
  if (open?.kind === wanted.kind && open.id === wanted.id) return form(subject);
  return html`<button
    type="button"
    class="button ${look}"
    part=${look === 'primary' ? 'button primary' : 'button'}
    data-opens="${wanted.kind}${wanted.id ?? ''}"
    aria-describedby=${describedBy ?? nothing}
    @click=${() => onOpen(wanted)}
  >
    ${label}
  </button>`;
}

/** Where it stands, in a sentence, and what comes next and when. */
function nextOf({ t, locale }: SectionContext, mine: MyInitiative): readonly string[] {
  const { state, status, round, answerBy } = mine;
  const date = (iso: string) => shortDate(iso, locale);
  if (state === 'waiting') return [t.next.waiting({ date: date(answerBy) })];
  if (state !== 'published') return [t.next[state]];
  if (status === 'onBallot' && round)
    return [
      t.next.onBallot,
      t.next.round({ name: round.name, from: date(round.opensAt), until: date(round.closesAt) }),
    ];
  return [status === 'declined' ? t.next.stopped : t.next[status]];
}

/** The idea, its number, where it stands and what comes next. */
export function about(context: SectionContext, mine: MyInitiative): TemplateResult {
  const { t, level } = context;
  const { state, status, reason, statusReason, supportCount, followerCount } = mine;
  const isShown = state === 'published';
  const why = reason ?? (isShown ? statusReason : null);
  const [first, ...more] = nextOf(context, mine);
  return html`<section class="card about" part="about">
    ${heading(level, html`<bdi>${mine.title}</bdi>`, { focusAs: 'title-about' })}
    ${isShown ? html`<p class="status ${status}">${t.statuses[status]}</p>` : nothing}
    <p><strong>${first}</strong></p>
    ${more.map((each) => html`<p><bdi>${each}</bdi></p>`)}
    ${why ? html`<p class="prose" dir="auto">${why}</p>` : nothing}
    ${
      isShown
        ? html`<p>
            <bdi>${t.supporters({ count: supportCount })}, ${t.followers({ count: followerCount })}</bdi>
          </p>`
        : nothing
    }
    ${
      mine.correctedAt === null
        ? nothing
        : html`<p>${t.corrected({ date: shortDate(mine.correctedAt, context.locale) })}</p>`
    }
    ${mine.hiddenPhotos.map(
      ({ alt, reason }) =>
        html`<div>
          <p><bdi>${t.hiddenPhoto({ alt })}</bdi></p>
          <p class="prose" dir="auto">${reason}</p>
        </div>`,
    )}
    <p>${t.number}: <strong class="number">${mine.reference}</strong></p>
    <p class="hint">${t.mails[mine.mails]}</p>
  </section>`;
}

/** An address to write to, or a number to call. */
const contactLink = (contact: string) =>
  contact.includes('@')
    ? html`<a class="contact" href="mailto:${encodeURIComponent(contact).replace('%40', '@')}"
        ><bdi>${contact}</bdi></a
      >`
    : html`<a class="contact" href="tel:${contact.replaceAll(/[^\d+]/g, '')}"><bdi>${contact}</bdi></a>`;

function offerCard(context: SectionContext, mine: MyInitiative, offer: ReceivedOffer): TemplateResult {
  const { t, locale, now } = context;
  const { id, kinds, message, name, contact, at, outcome, answer } = offer;
  const named = { name: name ?? t.neighbour };
  return html`<li class="card ${outcome === null ? 'waits' : ''}" part="offer">
    <p>
      <strong><bdi>${named.name}</bdi></strong> <span class="hint">${relative(at, locale, now)}</span>
    </p>
    <ul class="kinds">
      ${kinds.map((kind) => html`<li>${t.kindNames[kind]}</li>`)}
    </ul>
    ${message === '' ? nothing : html`<p class="prose" dir="auto">${message}</p>`}
    ${contact === null ? html`<p class="hint">${t.erased}</p>` : contactLink(contact)}
    ${outcome === null ? nothing : html`<p class="outcome">${t.outcomes[outcome]}</p>`}
    ${
      answer === null
        ? nothing
        : html`<div class="answer">
            <p class="hint">${t.yourAnswer}</p>
            <p class="prose" dir="auto">${answer}</p>
          </div>`
    }
    ${
      contact === null
        ? nothing
        : opener(
            context,
            { kind: 'offer', id },
            outcome === null ? t.answerTo(named) : t.changeAnswerTo(named),
            { initiative: mine, offer },
            { look: outcome === null ? 'primary' : '' },
          )
    }
  </li>`;
}

/** Neighbours who want to join. */
export function offers(context: SectionContext, mine: MyInitiative): TemplateResult {
  const { t } = context;
  const count = mine.offers.filter(({ outcome }) => outcome === null).length;
  return section(
    context,
    t.offers,
    'offers',
    mine.offers.length === 0
      ? html`<p class="hint">${t.noOffers}</p>`
      : html`${count > 0 ? html`<p><strong>${t.waiting({ count })}</strong></p>` : nothing}
          <ul class="list">
            ${mine.offers.map((offer) => offerCard(context, mine, offer))}
          </ul>`,
  );
}

function questionCard(
  context: SectionContext,
  mine: MyInitiative,
  question: ReceivedQuestion,
): TemplateResult {
  const { t, locale, now } = context;
  const { id, text, name, at, answer } = question;
  const isOurs = answer?.by !== 'organisation';
  const textId = `question-${id}`;
  return html`<li class="card ${answer ? '' : 'waits'}" part="question">
    <p class="prose" id=${textId} dir="auto">${text}</p>
    <p class="hint">
      <bdi><bdi>${name ?? t.neighbour}</bdi>, ${relative(at, locale, now)}</bdi>
    </p>
    ${
      answer
        ? html`<div class="answer">
            <p class="hint">${isOurs ? t.yourAnswer : t.byOrganisation}</p>
            <p class="prose" dir="auto">${answer.text}</p>
          </div>`
        : nothing
    }
    ${
      isOurs
        ? opener(
            context,
            { kind: 'question', id },
            answer ? t.changeAnswer : t.answerQuestion,
            { initiative: mine, question },
            { look: answer ? '' : 'primary', describedBy: textId },
          )
        : nothing
    }
  </li>`;
}

/** What neighbours asked, that is on the site. */
export const questions = (context: SectionContext, mine: MyInitiative): TemplateResult =>
  section(
    context,
    context.t.questions,
    'questions',
    mine.questions.length === 0
      ? html`<p class="hint">${context.t.noQuestions}</p>`
      : html`<ul class="list">
          ${mine.questions.map((each) => questionCard(context, mine, each))}
        </ul>`,
  );

/** What the maker told, and the way to tell more. */
export function news(context: SectionContext, mine: MyInitiative): TemplateResult {
  const { t, locale } = context;
  return section(
    context,
    t.news,
    'news',
    html`${isRunning(mine) ? opener(context, { kind: 'news' }, t.tellNews, { initiative: mine }) : nothing}
    ${
      mine.news.length === 0
        ? html`<p class="hint">${t.noNews}</p>`
        : html`<ol class="list">
            ${mine.news.map(
              ({ at, text }) =>
                html`<li>
                  <p class="hint">
                    <bdi><time datetime=${at}>${shortDate(at, locale)}</time></bdi>
                  </p>
                  <p class="prose" dir="auto">${text}</p>
                </li>`,
            )}
          </ol>`
    }`,
  );
}

/** What is asked of neighbours, and how much of it came. */
export function needs(context: SectionContext, mine: MyInitiative): TemplateResult {
  const { t } = context;
  return section(
    context,
    t.needs,
    'needs',
    html`${
      mine.needs.length === 0
        ? html`<p class="hint">${t.noNeeds}</p>`
        : html`<ul>
            ${mine.needs.map(
              ({ kind, asked, offered }) =>
                html`<li class="row">
                  <span>${t.kindNames[kind]}</span>
                  <bdi>${t.found({ offered, asked })}</bdi>
                </li>`,
            )}
          </ul>`
    }
    ${isRunning(mine) ? opener(context, { kind: 'needs' }, t.changeNeeds, { initiative: mine }) : nothing}`,
  );
}

/** What the organisation promised, with the money. */
export function promises(context: SectionContext, { promises: all }: MyInitiative): unknown {
  const { t, locale } = context;
  if (all.length === 0) return nothing;
  return section(
    context,
    t.promises,
    'promises',
    html`<ul class="list">
      ${all.map(
        ({ who, what, dueOn, state, grantedCents, spentCents }) =>
          html`<li class="card">
            <p>
              <strong><bdi>${what}</bdi></strong>
            </p>
            <p class="hint">
              <bdi
                ><bdi>${who}</bdi>, ${t.before({ date: shortDate(dueOn, locale) })} —
                ${t.promiseStates[state]}</bdi
              >
            </p>
            ${
              grantedCents === null
                ? nothing
                : html`<p>
                    ${t.granted({ amount: money(grantedCents, locale) })}${
                      spentCents === null
                        ? nothing
                        : html`, ${t.spent({ amount: money(spentCents, locale) })}`
                    }
                  </p>`
            }
          </li>`,
      )}
    </ul>`,
  );
}

/** What was handed in, and the way to change it as long as nobody reacted. */
export const story = (context: SectionContext, mine: MyInitiative): TemplateResult =>
  section(
    context,
    context.t.story,
    'story',
    html`<p class="prose" dir="auto">${mine.story}</p>
      ${
        mine.isEditable
          ? html`<p class="hint">${context.t.editable}</p>
              ${opener(context, { kind: 'texts' }, context.t.changeTexts, { initiative: mine })}`
          : nothing
      }`,
  );

/** Whom the maker asked to take over, with the way to take that back; or the way to ask. */
function handing(context: SectionContext, mine: MyInitiative): unknown {
  const { t, locale } = context;
  const { handover } = mine;
  const subject = { initiative: mine };
  const day = (iso: string) => shortDate(iso, locale);
  if (handover?.state === 'asked')
    return html`<div class="card">
      <p>
        <bdi
          >${t.handedTo({ email: handover.email ?? '', date: day(handover.at), until: day(handover.until) })}</bdi
        >
      </p>
      ${opener(context, { kind: 'withdraw' }, t.withdraw, subject)}
    </div>`;
  if (!mine.canHandOver) return nothing;
  return html`${handover ? html`<p>${t.notTaken}</p>` : nothing}
  ${opener(context, { kind: 'handover' }, t.handOver, subject)}`;
}

/** How it ends for the maker: done, stopped, or in other hands. While the buurt votes about it, only the last. */
export function ending(context: SectionContext, mine: MyInitiative): unknown {
  const { t } = context;
  const isVoted = mine.status === 'onBallot';
  if (!isRunning(mine) || (isVoted && !mine.canHandOver)) return nothing;
  return section(
    context,
    isVoted ? t.handingOver : t.ending,
    'ending',
    html`${
      isVoted
        ? nothing
        : html`<div class="actions" part="actions">
            ${opener(context, { kind: 'done' }, t.done, { initiative: mine })}
            ${opener(context, { kind: 'stop' }, t.stop, { initiative: mine }, { look: 'quiet' })}
          </div>`
    }
    ${handing(context, mine)}`,
  );
}
