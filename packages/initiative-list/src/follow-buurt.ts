import { html, nothing, type TemplateResult } from 'lit';
import { inBuurt } from '@buurt/core/http/client.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import { addressOf } from './address-writing.js';
import type { BoardHost } from './board-host.js';
import { formCode, mailPage, neighbourForm } from './join.js';
import { lost } from './notices.js';
import type { View } from './view.js';
import { wishOf } from './wish.js';

/** To hear of all that is new in the buurt: by e-mail, in a calendar, in a feed reader. */
export class FollowBuurt {
  readonly #host: BoardHost;
  readonly #code: Lazy<unknown>;
  readonly #focus: (selector: string) => void;
  #open = false;

  /** @param focus what takes focus once it is drawn */
  constructor(host: BoardHost, focus: (selector: string) => void) {
    this.#host = host;
    this.#focus = focus;
    this.#code = new Lazy(host.element, formCode);
  }

  render(view: View): TemplateResult {
    const { t } = view;
    const { api, buurt } = this.#host;
    const at = `${api.endpoint}/${inBuurt(buurt)}`;
    return html`<div class="follow-buurt screen-only">
      <p>
        ${t.followBuurt}
        <button
          type="button"
          class="link"
          aria-expanded=${this.#open}
          @click=${() => this.#show(!this.#open)}
        >
          ${t.byMail}
        </button>
        · <a href="${at}/agenda.ics" type="text/calendar">${t.agenda}</a> ·
        <a href="${at}/feed.atom" type="application/atom+xml">${t.feed}</a>
      </p>
      ${this.#open ? this.#renderForm(view) : nothing}
    </div>`;
  }

  #renderForm(view: View): TemplateResult | typeof nothing {
    const { module, failed, need } = this.#code;
    if (!module) return failed ? lost(view, need) : nothing;
    const { api, buurt, element, name } = this.#host;
    return neighbourForm(view, {
      client: api,
      kind: 'follow',
      // What somebody looks for here is no part of it.
      about: { buurt, page: mailPage(addressOf(name(), element, wishOf(element, new Map()))) },
      headingLevel: element.headingLevel + 1,
      onClosed: () => this.#show(false),
    });
  }

  #show(open: boolean): void {
    this.#open = open;
    if (open) void this.#code.need();
    else this.#focus('.follow-buurt button');
    this.#host.element.requestUpdate();
  }
}
