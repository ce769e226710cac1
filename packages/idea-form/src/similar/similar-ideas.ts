import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Task } from '@lit/task';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { similar as similarInitiatives } from '@buurt/core/http/ideas.js';
import type { InitiativeSummary, Photo } from '@buurt/domain/initiatives/initiative.js';
import { placeIcon } from '@buurt/core/icons/icons.js';
import { nl, type SimilarMessages } from './similar-ideas.messages.js';
import { similarStyles } from './similar-ideas.styles.js';

const pauseMs = 400;
const fewestCharacters = 4;

/** Resolves after a pause in the typing; rejects when the resident typed on. */
const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/** The narrowest picture that is sharp on a card. */
const sourceOf = ({ sources }: Photo) => sources.find(({ width }) => width >= 320) ?? sources.at(-1);

/**
 * Ideas in this buurt that look like the one that is typed, with three ways on: join, add a remark, or go on because
 * mine is different. Shows nothing when there are none, or when the search fails: it is only a service.
 *
 * @customElement buurt-similar-ideas
 * @fires {CustomEvent<number>} buurt-similar-found - How many look like it.
 * @csspart similar - An idea that looks like it.
 */
export class BuurtSimilarIdeas extends LazyElement<SimilarMessages> {
  static override readonly styles = [controls, similarStyles];

  @property({ attribute: false }) client: BuurtApi | undefined;
  @property({ attribute: false }) code: string | undefined;
  @property({ attribute: false }) headingLevel = 4;
  /** How the form says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;
  /** The title as far as it is typed. */
  @property({ attribute: false }) idea = '';

  /** Those of the last title that was searched: the list stays while the next one comes. */
  @state() private similar: readonly InitiativeSummary[] = [];
  /** The resident looked, and their idea is another. */
  @state() private different: readonly string[] = [];
  @state() private joining: { readonly id: string; readonly kind: 'offer' | 'remark' } | undefined;

  protected readonly partName = 'similar';
  protected readonly catalogue = {
    nl,
    en: async () => (await import('./similar-ideas.messages.en.js')).en,
  };

  readonly #form = new LazyModule(this, () => import('@buurt/core/join/buurt-neighbour-form.js'));
  readonly #search = new Task(this, {
    args: () => [this.client, this.code, this.idea.trim()] as const,
    task: async ([client, code, title], { signal }): Promise<readonly InitiativeSummary[]> => {
      if (!client || !code || title.length < fewestCharacters) return [];
      await pause(signal);
      return (await similarInitiatives(client, code, title, { signal })).entries;
    },
    onComplete: (similar) => this.#onSimilar(similar),
    onError: () => this.#onSimilar([]),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search.abort();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('section')?.focus();
  }

  protected override render(): unknown {
    const shown = this.similar.filter(({ id }) => !this.different.includes(id));
    if (shown.length === 0) return nothing;
    return html`<section tabindex="-1" aria-labelledby="title">
      ${heading(this.headingLevel, html`<span id="title">${this.t.title}</span>`)}
      <p class="hint">${this.t.lead}</p>
      <ul>
        ${repeat(
          shown,
          ({ id }) => id,
          (each) => this.#renderCard(each),
        )}
      </ul>
    </section>`;
  }

  #renderCard(initiative: InitiativeSummary): TemplateResult {
    const { t } = this;
    const { id, title, excerpt, status, place, photo, supportCount, offerCount } = initiative;
    const source = photo && sourceOf(photo);
    return html`<li class="sheet" part="similar">
      ${
        source
          ? html`<img
              src=${source.url}
              alt=${photo.alt}
              width=${source.width}
              height=${source.height}
              loading="lazy"
              @error=${({ target }: Event) => (target as HTMLElement).classList.add('broken')}
            />`
          : nothing
      }
      <div class="about">
        ${heading(this.headingLevel + 1, title)}
        <p><span class="tag">${t.statuses[status]}</span></p>
        <p class="excerpt">${excerpt}</p>
        ${place?.address ? html`<p class="hint">${placeIcon} ${place.address}</p>` : nothing}
        <p class="hint">
          ${t.support({ count: supportCount })}${offerCount > 0 ? ` · ${t.offers({ count: offerCount })}` : ''}
        </p>
      </div>
      ${this.joining?.id === id ? this.#renderJoining(initiative, this.joining.kind) : this.#renderWays(initiative)}
    </li>`;
  }

  #renderWays({ id, title }: InitiativeSummary): TemplateResult {
    const { t } = this;
    const way = (text: string, onClick: () => void, kind: '' | 'quiet' = '') =>
      html`<button
        type="button"
        class="button ${kind}"
        part=${kind === 'quiet' ? 'button quiet' : 'button'}
        aria-label="${text}: ${title}"
        @click=${onClick}
      >
        ${text}
      </button>`;
    return html`<div class="actions">
      ${way(t.join, () => this.#join(id, 'offer'))} ${way(t.remark, () => this.#join(id, 'remark'), 'quiet')}
      ${way(t.different, () => this.#differ(id), 'quiet')}
    </div>`;
  }

  #renderJoining({ id }: InitiativeSummary, kind: 'offer' | 'remark'): TemplateResult {
    if (!this.#form.module)
      return html`<p class="hint">${this.#form.failed ? this.t.lost : this.t.coming}</p>`;
    return html`<buurt-neighbour-form
      exportparts="heading, field, label, input, choice, problem, error-summary, notice, actions, button, primary, quiet"
      .client=${this.client}
      .kind=${kind}
      .about=${{ initiative: id }}
      .failures=${this.failures}
      .headingLevel=${this.headingLevel + 2}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      @closed=${() => (this.joining = undefined)}
    ></buurt-neighbour-form>`;
  }

  #onSimilar(similar: readonly InitiativeSummary[]): void {
    this.similar = similar;
    this.#dispatchCount(similar.length);
  }

  #join(id: string, kind: 'offer' | 'remark'): void {
    void this.#form.load();
    this.joining = { id, kind };
  }

  #differ(id: string): void {
    this.different = [...this.different, id];
    this.#dispatchCount(this.similar.filter((each) => !this.different.includes(each.id)).length);
  }

  #dispatchCount(count: number): void {
    this.dispatchEvent(new CustomEvent('buurt-similar-found', { detail: count }));
  }
}
