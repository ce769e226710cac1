import { html, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { BuurtNeighbourForm } from '@buurt/core/join/buurt-neighbour-form.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';

export interface NeighbourFormOptions {
  readonly client: BuurtApi | undefined;
  readonly kind: BuurtNeighbourForm['kind'];
  readonly about: BuurtNeighbourForm['about'];
  /** Texts of the widget around it: how failures are worded. */
  readonly failures: CoreMessages;
  readonly headingLevel: number;
  readonly locale: Locale;
  readonly ownTexts: readonly object[];
  readonly onSent?: (event: CustomEvent<{ readonly kinds: readonly OfferKind[] }>) => void;
  readonly onWithdrawn?: () => void;
  readonly onClosed: () => void;
}

/** Loads the form; asked for when somebody wants to fill one in. */
export const loadNeighbourForm = (): Promise<unknown> => import('@buurt/core/join/buurt-neighbour-form.js');

/** A form with which a neighbour offers help, writes a remark, reports one or follows. */
export const neighbourForm = (options: NeighbourFormOptions): TemplateResult =>
  html`<buurt-neighbour-form
    exportparts="heading, field, label, input, choice, problem, error-summary, notice, actions, button, primary, quiet"
    .client=${options.client}
    .kind=${options.kind}
    .about=${options.about}
    .failures=${options.failures}
    .headingLevel=${options.headingLevel}
    .locale=${options.locale}
    .ownTexts=${options.ownTexts}
    @sent=${options.onSent}
    @withdrawn=${options.onWithdrawn}
    @closed=${options.onClosed}
  ></buurt-neighbour-form>`;

const maxUrlLength = 1000;

/** The page to which mails lead back: of this site, as a server refuses any other, and not too long for it. */
export function pageForMails(href = location.href): string | undefined {
  const url = new URL(href, document.baseURI);
  const isOwn = url.origin === location.origin && url.protocol.startsWith('http');
  return isOwn && url.href.length <= maxUrlLength ? url.href : undefined;
}
